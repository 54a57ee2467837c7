package eu.urne.audit.event;

import eu.urne.audit.council.Procedure;
import eu.urne.audit.council.Votes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.draw.Codes;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tally.Rule.Majority;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The values that events of councils and consultations share (docs/formats/councils.md, consultations.md). */
final class CouncilForms {
    static final int MOST_SEATS = 500;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int SHOWN = 200;
    private static final int MAX_EVENTS = Integer.MAX_VALUE;

    private CouncilForms() {}

    static String id(Members members, String name) throws MalformedException {
        String text = members.text(name);
        if (!ID.matcher(text).matches()) {
            throw members.wrong(name, "is not an id of 1 to 40 characters of a-z, 0-9 and -");
        }
        return text;
    }

    static List<String> ids(Members members, String name) throws MalformedException {
        List<String> ids = members.texts(name);
        if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw members.wrong(name, "has an element that is not an id of 1 to 40 characters of a-z, 0-9 and -");
        }
        return ids;
    }

    static LocalDate day(Members members, String name) throws MalformedException {
        String text = members.text(name);
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw members.wrong(name, "is no day: " + e.getParsedString());
        }
        throw members.wrong(name, "is no day such as 2027-01-15");
    }

    static void time(Members members, String name) throws MalformedException {
        if (!TIME.matcher(members.text(name)).matches()) {
            throw members.wrong(name, "is no time such as 18:30");
        }
    }

    /** A text that is there; how long it may be the format does not say. */
    static String text(Members members, String name) throws MalformedException {
        if (members.text(name).isBlank()) {
            throw members.wrong(name, "is empty");
        }
        return StrictText.printable(members.text(name), SHOWN);
    }

    static String line(Members members, String name) throws MalformedException {
        if (members.text(name).codePoints().anyMatch(Character::isISOControl)) {
            throw members.wrong(name, "is not one line");
        }
        return text(members, name);
    }

    static void blob(Members members, String name) throws MalformedException {
        members.hex(name, Sha256.LENGTH);
    }

    static int seat(Members members, String name, int least) throws MalformedException {
        return (int) members.integer(name, least, MOST_SEATS);
    }

    static int events(Members members) throws MalformedException {
        return (int) members.integer("events", 0, MAX_EVENTS);
    }

    static List<Integer> integers(Members members, String name, int least, int most) throws MalformedException {
        return Codes.integers(members.array(name), "data member '" + name + "'", least, most);
    }

    static List<Json> some(Members members, String name) throws MalformedException {
        if (!(members.value(name) instanceof JsonArray(List<Json> elements)) || elements.isEmpty()) {
            throw members.wrong(name, "is not an array of at least one element");
        }
        return elements;
    }

    static Votes votes(Members members) throws MalformedException {
        Members votes = Members.exactly(members.value("votes"), "votes", "abstained", "against", "for");
        return new Votes((int) votes.integer("for", 0, MOST_SEATS), (int) votes.integer("against", 0, MOST_SEATS), (int)
                votes.integer("abstained", 0, MOST_SEATS));
    }

    /** The value whose name is spelt in capitals. */
    static <E extends Enum<E>> E named(Members members, String name, E[] values) throws MalformedException {
        return spelt(members, name, values, false);
    }

    /** The value whose name is spelt in lower case with hyphens. */
    static <E extends Enum<E>> E spelt(Members members, String name, E[] values) throws MalformedException {
        return spelt(members, name, values, true);
    }

    private static <E extends Enum<E>> E spelt(Members members, String name, E[] values, boolean lower)
            throws MalformedException {
        String text = members.text(name);
        for (E value : values) {
            String spelt = lower ? value.name().toLowerCase(Locale.ROOT).replace('_', '-') : value.name();
            if (spelt.equals(text)) {
                return value;
            }
        }
        throw members.wrong(name, "is '" + text + "', which is no value of this version");
    }

    static Procedure procedure(Json json) throws MalformedException {
        Members members = Members.exactly(
                json,
                "procedure",
                "absences",
                "agenda",
                "casting",
                "majority",
                "notice",
                "proxies",
                "quorum",
                "remote");
        Members quorum = Members.exactly(members.value("quorum"), "quorum", "of", "share");
        int of = (int) quorum.integer("of", 1, 100);
        return new Procedure(
                (int) members.integer("absences", 0, Integer.MAX_VALUE),
                named(members, "agenda", Procedure.Order.values()),
                members.bool("casting"),
                spelt(members, "majority", Majority.values()),
                (int) members.integer("notice", 0, 60),
                (int) members.integer("proxies", 0, 3),
                of,
                (int) quorum.integer("share", 0, of),
                members.bool("remote"));
    }
}
