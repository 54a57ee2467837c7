package eu.urne.engine.roll;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What stands against a person's right to vote. */
public sealed interface Ineligible {

    /** As the register log says it. */
    RefusalCode code();

    /**
     * Too young.
     *
     * @param age years completed on the day
     * @param from years demanded
     * @param days by which the person is too young, at least 1
     */
    record TooYoung(int age, int from, LocalDate on, long days) implements Ineligible {
        @Override
        public RefusalCode code() {
            return RefusalCode.TOO_YOUNG;
        }
    }

    /**
     * Too old.
     *
     * @param age years completed on the day
     * @param to years allowed
     * @param days by which the person is too old, at least 1
     */
    record TooOld(int age, int to, LocalDate on, long days) implements Ineligible {
        @Override
        public RefusalCode code() {
            return RefusalCode.TOO_OLD;
        }
    }

    /** The rule asks for an age, and the birth date is not known. */
    record BirthDateUnknown(LocalDate on) implements Ineligible {
        @Override
        public RefusalCode code() {
            return RefusalCode.AGE_UNKNOWN;
        }
    }

    /**
     * Nothing of what is known is among what the rule names.
     *
     * @param wanted by the rule, one of them is enough
     * @param known whether anything of the kind is known of the person
     */
    record NotAmong(What what, List<String> wanted, boolean known) implements Ineligible {

        /** What the rule asks for. */
        public enum What {
            /** A place where one lives. */
            RESIDENCE,
            /** A place where one goes to school or university. */
            STUDIES,
            /** A site. */
            SITE,
            /** A group. */
            GROUP
        }

        @Override
        public RefusalCode code() {
            return switch (what) {
                case RESIDENCE -> RefusalCode.RESIDENCE;
                case STUDIES -> RefusalCode.STUDIES;
                case SITE -> RefusalCode.SITE;
                case GROUP -> RefusalCode.GROUP;
            };
        }
    }

    /** A guardian's consent is demanded for children and not recorded. */
    record NoConsent() implements Ineligible {
        @Override
        public RefusalCode code() {
            return RefusalCode.NO_CONSENT;
        }
    }

    /** All of these stand against it; each alone would. */
    record Several(List<Ineligible> all) implements Ineligible {
        @Override
        public RefusalCode code() {
            return RefusalCode.SEVERAL;
        }
    }

    /** One condition would have been enough, and none is met. */
    record NoneOf(List<Ineligible> each) implements Ineligible {
        @Override
        public RefusalCode code() {
            List<RefusalCode> codes =
                    each.stream().map(Ineligible::code).distinct().toList();
            return codes.size() == 1 ? codes.getFirst() : RefusalCode.SEVERAL;
        }
    }

    /** What stands against it as sentences for people, in French for the locale {@code fr}, else in English. */
    default List<String> sentences(Locale locale) {
        return IneligibleText.of(this, locale.getLanguage().equals("fr"));
    }
}
