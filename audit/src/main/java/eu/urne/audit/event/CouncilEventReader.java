package eu.urne.audit.event;

import eu.urne.audit.council.CouncilTerms;
import eu.urne.audit.draw.Pool;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.time.LocalDate;
import java.util.Set;

/** Reads the events of a council's stream, and finds the readers of the others (docs/formats/councils.md). */
final class CouncilEventReader {
    private CouncilEventReader() {}

    static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.CouncilEstablished.v1" -> established(data);
            case "urne.council.CouncilRevised.v1" -> revised(data);
            case "urne.council.SeatsOffered.v1" -> offered(data);
            case "urne.council.OfferWithdrawn.v1" -> {
                Members members = Members.exactly(data, "data", "council", "draw");
                yield new CouncilEvent.OfferWithdrawn(
                        CouncilForms.id(members, "council"), CouncilForms.id(members, "draw"));
            }
            case "urne.council.SeatsTaken.v1" -> taken(data);
            case "urne.council.SeatVacated.v1" -> vacated(data);
            case "urne.council.SeatFilled.v1" -> filled(data);
            default -> MeetingEventReader.read(type, data);
        };
    }

    private static CouncilEvent established(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "council", "terms");
        return new CouncilEvent.CouncilEstablished(CouncilForms.id(members, "council"), terms(members));
    }

    private static CouncilEvent revised(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "council", "reason", "terms");
        CouncilForms.text(members, "reason");
        return new CouncilEvent.CouncilRevised(CouncilForms.id(members, "council"), terms(members));
    }

    private static CouncilTerms terms(Members data) throws MalformedException {
        Members terms = Members.withOptional(
                data.value("terms"),
                "terms",
                Set.of("district"),
                "council",
                "demonstration",
                "kind",
                "members",
                "procedure",
                "seats",
                "termMonths",
                "title");
        if (!terms.text("council").equals(data.text("council"))) {
            throw terms.wrong("council", "is not the council of the event");
        }
        String members = terms.text("members");
        if (!members.equals("PERSONS") && !members.equals("ORGANISATIONS")) {
            throw terms.wrong("members", "is neither PERSONS nor ORGANISATIONS");
        }
        terms.integer("termMonths", 1, 120);
        return new CouncilTerms(
                CouncilForms.id(terms, "council"),
                CouncilForms.id(terms, "kind"),
                terms.has("district") ? CouncilForms.id(terms, "district") : null,
                members.equals("ORGANISATIONS"),
                terms.bool("demonstration"),
                CouncilForms.procedure(terms.value("procedure")),
                CouncilForms.seat(terms, "seats", 1),
                CouncilForms.line(terms, "title"));
    }

    private static CouncilEvent offered(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "council", "draw", "from", "seats", "until");
        return new CouncilEvent.SeatsOffered(
                CouncilForms.id(members, "council"),
                CouncilForms.id(members, "draw"),
                CouncilForms.seat(members, "seats", 1),
                CouncilForms.day(members, "from"),
                until(members));
    }

    static LocalDate until(Members members) throws MalformedException {
        LocalDate until = CouncilForms.day(members, "until");
        if (!until.isAfter(CouncilForms.day(members, "from"))) {
            throw members.wrong("until", "is not behind 'from'");
        }
        return until;
    }

    private static CouncilEvent taken(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "candidates", "council", "draw", "from", "until");
        return new CouncilEvent.SeatsTaken(
                CouncilForms.id(members, "council"),
                CouncilForms.id(members, "draw"),
                CouncilForms.integers(members, "candidates", 0, Pool.MOST - 1),
                CouncilForms.day(members, "from"),
                until(members));
    }

    private static CouncilEvent vacated(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "council", "day", "reason", "seat");
        if (!Set.of("RESIGNED", "ABSENT", "NOT_ELIGIBLE", "OTHER").contains(members.text("reason"))) {
            throw members.wrong("reason", "is none of this version");
        }
        return new CouncilEvent.SeatVacated(
                CouncilForms.id(members, "council"),
                CouncilForms.seat(members, "seat", 1),
                CouncilForms.day(members, "day"));
    }

    private static CouncilEvent filled(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "candidate", "council", "day", "draw", "seat");
        return new CouncilEvent.SeatFilled(
                CouncilForms.id(members, "council"),
                CouncilForms.seat(members, "seat", 1),
                CouncilForms.day(members, "day"),
                CouncilForms.id(members, "draw"),
                (int) members.integer("candidate", 0, Pool.MOST - 1));
    }
}
