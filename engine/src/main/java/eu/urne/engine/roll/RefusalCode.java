package eu.urne.engine.roll;

/** Why a person was not admitted, as far as the register log says it (docs/formats/events.md, section 5). */
public enum RefusalCode {
    /** Younger than the rule says. */
    TOO_YOUNG,
    /** Older than the rule says. */
    TOO_OLD,
    /** The birth date is not known. */
    AGE_UNKNOWN,
    /** Lives in none of the places. */
    RESIDENCE,
    /** Goes to school or university in none of the places. */
    STUDIES,
    /** Belongs to none of the sites. */
    SITE,
    /** Belongs to none of the groups. */
    GROUP,
    /** More than one of these. */
    SEVERAL,
    /** A child without the recorded consent of a guardian. */
    NO_CONSENT
}
