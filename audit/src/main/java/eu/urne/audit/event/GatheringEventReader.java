package eu.urne.audit.event;

import eu.urne.audit.consult.GatheringTerms;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the events of gatherings (docs/formats/consultations.md, section 6). */
final class GatheringEventReader {
    private static final Pattern BAND = Pattern.compile("(0|[1-9]\\d{0,2})(?:-(0|[1-9]\\d{0,2})|\\+)");
    private static final int OLDEST = 150;
    private static final int MOST_SITES = 40;
    private static final int MOST_AGES = 20;
    private static final long LARGEST = (1L << 53) - 1;

    private GatheringEventReader() {}

    static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.consult.GatheringAnnounced.v1" -> announced(data);
            case "urne.consult.EvaluationLinked.v1" -> {
                Members members = Members.exactly(data, "data", "gathering", "questionnaire");
                yield new GatheringEvent.EvaluationLinked(
                        CouncilForms.id(members, "gathering"), CouncilForms.id(members, "questionnaire"));
            }
            case "urne.consult.GatheringHeld.v1" -> {
                Members members = Members.exactly(data, "data", "attendance", "byAge", "bySite", "gathering");
                yield new GatheringEvent.GatheringHeld(
                        CouncilForms.id(members, "gathering"),
                        members.integer("attendance", 0, LARGEST),
                        QuestionnaireEventReader.cells(members, "bySite"),
                        QuestionnaireEventReader.cells(members, "byAge"));
            }
            case "urne.consult.GatheringCalledOff.v1" -> {
                Members members = Members.exactly(data, "data", "gathering", "reason");
                CouncilForms.text(members, "reason");
                yield new GatheringEvent.GatheringCalledOff(CouncilForms.id(members, "gathering"));
            }
            default -> new UnlistedEvent(type.text(), type.context());
        };
    }

    private static Event announced(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "gathering", "terms");
        Members terms = terms(members.value("terms"));
        if (!terms.text("gathering").equals(members.text("gathering"))) {
            throw terms.wrong("gathering", "is not the gathering of the event");
        }
        for (String line : List.of("title", "place")) {
            CouncilForms.line(terms, line);
        }
        if (terms.has("text")) {
            CouncilForms.text(terms, "text");
        }
        CouncilForms.id(terms, "kind");
        CouncilForms.day(terms, "day");
        CouncilForms.time(terms, "from");
        CouncilForms.time(terms, "until");
        if (terms.text("from").compareTo(terms.text("until")) >= 0) {
            throw terms.wrong("until", "is not behind 'from'");
        }
        terms.bool("demonstration");
        List<String> sites = QuestionReader.choices(terms, "sites");
        if (sites.size() > MOST_SITES) {
            throw terms.wrong("sites", "has more than " + MOST_SITES + " sites");
        }
        int least = (int) terms.integer("least", QuestionnaireEventReader.LEAST, QuestionnaireEventReader.MOST_LEAST);
        return new GatheringEvent.GatheringAnnounced(
                CouncilForms.id(members, "gathering"), new GatheringTerms(sites, ages(terms), least));
    }

    private static Members terms(Json json) throws MalformedException {
        return Members.withOptional(
                json,
                "terms",
                Set.of("text"),
                "ages",
                "day",
                "demonstration",
                "from",
                "gathering",
                "kind",
                "least",
                "place",
                "sites",
                "title",
                "until");
    }

    private static List<String> ages(Members terms) throws MalformedException {
        List<String> ages = terms.texts("ages");
        int next = 0;
        for (String age : ages) {
            Matcher band = BAND.matcher(age);
            int to = 0;
            boolean good = band.matches() && Integer.parseInt(band.group(1)) >= next;
            if (good) {
                to = band.group(2) == null ? OLDEST : Integer.parseInt(band.group(2));
                good = to >= Integer.parseInt(band.group(1)) && to <= OLDEST;
            }
            if (!good || ages.size() > MOST_AGES) {
                throw terms.wrong("ages", "is not an ascending list of up to " + MOST_AGES + " age bands");
            }
            next = to + 1;
        }
        return ages;
    }
}
