package eu.urne.engine.council;

import java.util.List;

/**
 * Minutes as they are signed.
 *
 * @param version from 1
 */
public record MinutesVersion(
        CouncilId council, MeetingId meeting, int version, MinutesFacts facts, List<MinutesNote> notes) {

    /** The most notes of a version. */
    public static final int MOST_NOTES = 200;

    /** Copies the list. */
    public MinutesVersion {
        notes = List.copyOf(notes);
    }

    /** The bytes that chair and secretary sign (docs/formats/councils.md, section 9.3). */
    public byte[] statement() {
        return KeyRegistration.statement("urne-minutes-v1", this);
    }
}
