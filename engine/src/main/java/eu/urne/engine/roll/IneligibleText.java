package eu.urne.engine.roll;

import eu.urne.engine.roll.Ineligible.BirthDateUnknown;
import eu.urne.engine.roll.Ineligible.NoConsent;
import eu.urne.engine.roll.Ineligible.NoneOf;
import eu.urne.engine.roll.Ineligible.NotAmong;
import eu.urne.engine.roll.Ineligible.Several;
import eu.urne.engine.roll.Ineligible.TooOld;
import eu.urne.engine.roll.Ineligible.TooYoung;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what stands against a right to vote. */
final class IneligibleText {

    /** Beyond so many days nobody counts them. */
    private static final long COUNTED_DAYS = 31;

    private IneligibleText() {}

    static List<String> of(Ineligible why, boolean french) {
        return why instanceof Several(List<Ineligible> all)
                ? all.stream().map(each -> sentence(each, french)).toList()
                : List.of(sentence(why, french));
    }

    private static String sentence(Ineligible why, boolean french) {
        return switch (why) {
            case TooYoung young -> french ? french(young) : english(young);
            case TooOld old -> french ? french(old) : english(old);
            case BirthDateUnknown unknown ->
                french
                        ? "la date de naissance est inconnue, et l'âge au " + day(unknown.on(), true) + " compte"
                        : "the birth date is not known, and the age on " + unknown.on() + " counts";
            case NotAmong missing -> french ? french(missing) : english(missing);
            case NoConsent noConsent ->
                french
                        ? "l'accord d'un parent ou tuteur n'est pas enregistré"
                        : "the consent of a parent or guardian is not recorded";
            case Several several -> joined(several.all(), french, french ? " et " : " and ");
            case NoneOf none ->
                (french ? "aucune des conditions n'est remplie : " : "none of the conditions is met: ")
                        + joined(none.each(), french, french ? " ; ni : " : "; nor: ");
        };
    }

    private static String joined(List<Ineligible> all, boolean french, String between) {
        return all.stream().map(each -> sentence(each, french)).collect(Collectors.joining(between));
    }

    private static String english(TooYoung young) {
        return "too young" + by(young.days(), false) + ": " + years(young.age(), false) + " on " + young.on()
                + ", at least " + young.from();
    }

    private static String english(TooOld old) {
        return "too old" + by(old.days(), false) + ": " + years(old.age(), false) + " on " + old.on() + ", at most "
                + old.to();
    }

    private static String french(TooYoung young) {
        return "trop jeune" + by(young.days(), true) + " : " + years(young.age(), true) + " le " + day(young.on(), true)
                + ", " + young.from() + " au moins";
    }

    private static String french(TooOld old) {
        return "trop âgé" + by(old.days(), true) + " : " + years(old.age(), true) + " le " + day(old.on(), true) + ", "
                + old.to() + " au plus";
    }

    private static String by(long days, boolean french) {
        if (days > COUNTED_DAYS) {
            return "";
        }
        if (days == 1) {
            return french ? " d'un jour" : " by one day";
        }
        return french ? " de " + days + " jours" : " by " + days + " days";
    }

    private static String years(int age, boolean french) {
        return french ? age + (age < 2 ? " an" : " ans") : age + (age == 1 ? " year" : " years");
    }

    private static String day(LocalDate day, boolean french) {
        return french
                ? "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())
                : day.toString();
    }

    private static String english(NotAmong missing) {
        String wanted = String.join(", ", missing.wanted());
        return switch (missing.what()) {
            case RESIDENCE ->
                missing.known()
                        ? "does not live in: " + wanted
                        : "no place of residence is known, and it counts: " + wanted;
            case STUDIES ->
                missing.known()
                        ? "does not go to school or university in: " + wanted
                        : "no school or university is known, and it counts: " + wanted;
            case SITE ->
                missing.known()
                        ? "does not belong to the site: " + wanted
                        : "no site is known, and it counts: " + wanted;
            case GROUP ->
                missing.known()
                        ? "does not belong to the group: " + wanted
                        : "no group is known, and it counts: " + wanted;
        };
    }

    private static String french(NotAmong missing) {
        String wanted = String.join(", ", missing.wanted());
        return switch (missing.what()) {
            case RESIDENCE ->
                missing.known() ? "n'habite pas : " + wanted : "aucun domicile n'est connu, et il compte : " + wanted;
            case STUDIES ->
                missing.known()
                        ? "n'étudie pas à : " + wanted
                        : "aucun établissement scolaire n'est connu, et il compte : " + wanted;
            case SITE ->
                missing.known()
                        ? "ne fréquente pas le site : " + wanted
                        : "aucun site n'est connu, et il compte : " + wanted;
            case GROUP ->
                missing.known()
                        ? "n'est pas du groupe : " + wanted
                        : "aucun groupe n'est connu, et il compte : " + wanted;
        };
    }
}
