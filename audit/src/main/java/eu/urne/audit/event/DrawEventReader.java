package eu.urne.audit.event;

import eu.urne.audit.council.DrawTerms;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.draw.Candidate;
import eu.urne.audit.draw.DrawSpec;
import eu.urne.audit.draw.Drawn.Seat;
import eu.urne.audit.draw.Panel;
import eu.urne.audit.draw.PanelList;
import eu.urne.audit.draw.Pool;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the events of draws and candidacies (docs/formats/councils.md, sections 3 and 5). */
final class DrawEventReader {
    private static final int PERSON_BYTES = 16;
    private static final int MOST_CELLS = 1_000;

    private DrawEventReader() {}

    static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.DrawAnnounced.v1" -> announced(data);
            case "urne.council.CandidatesListed.v1" -> candidates(data);
            case "urne.council.PanelsListed.v1" -> panels(data);
            case "urne.council.PoolFrozen.v1" -> frozen(data);
            case "urne.council.RandomnessRead.v1" -> {
                Members members = Members.exactly(data, "data", "by", "draw", "values");
                yield new DrawEvent.RandomnessRead(draw(members), members.text("by"), members.texts("values"));
            }
            case "urne.council.MembersDrawn.v1" -> drawn(data);
            case "urne.council.ReserveOrdered.v1" -> ordered(data);
            case "urne.council.CandidatePassedOver.v1" -> passedOver(data);
            case "urne.council.RoleOpened.v1" -> opened(data);
            case "urne.council.RoleOffered.v1" -> {
                Members members = Members.exactly(data, "data", "candidate", "draw", "role");
                yield new DrawEvent.RoleOffered(draw(members), candidate(members), CouncilForms.id(members, "role"));
            }
            case "urne.council.RoleAnswered.v1" -> {
                Members members = Members.exactly(data, "data", "accepted", "candidate", "draw", "role");
                yield new DrawEvent.RoleAnswered(
                        draw(members), candidate(members), CouncilForms.id(members, "role"), members.bool("accepted"));
            }
            case "urne.council.DrawCalledOff.v1" -> {
                Members members = Members.exactly(data, "data", "draw", "reason");
                CouncilForms.text(members, "reason");
                yield new DrawEvent.DrawCalledOff(draw(members));
            }
            default -> candidacy(type, data);
        };
    }

    private static DrawEvent ordered(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "candidates", "cell", "draw", "from");
        CouncilForms.some(members, "candidates");
        return new DrawEvent.ReserveOrdered(
                draw(members),
                (int) members.integer("cell", 0, MOST_CELLS - 1),
                from(members),
                CouncilForms.integers(members, "candidates", 0, Pool.MOST - 1));
    }

    private static DrawEvent opened(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "draw", "places", "role", "title");
        CouncilForms.line(members, "title");
        return new DrawEvent.RoleOpened(
                draw(members), CouncilForms.id(members, "role"), (int) members.integer("places", 1, 10_000));
    }

    private static Event candidacy(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.CandidaciesOpened.v1" ->
                new CandidacyEvent.CandidaciesOpened(draw(Members.exactly(data, "data", "draw")));
            case "urne.council.CandidaciesClosed.v1" ->
                new CandidacyEvent.CandidaciesClosed(draw(Members.exactly(data, "data", "draw")));
            case "urne.council.CandidacyFiled.v1" -> {
                Members members = Members.exactly(data, "data", "draw", "person");
                yield new CandidacyEvent.CandidacyFiled(draw(members), person(members));
            }
            case "urne.council.CandidacyWithdrawn.v1" -> {
                Members members = Members.exactly(data, "data", "draw", "person");
                yield new CandidacyEvent.CandidacyWithdrawn(draw(members), person(members));
            }
            case "urne.council.CandidacyRefused.v1" -> {
                Members members = Members.exactly(data, "data", "draw", "person", "reason");
                String reason = members.text("reason");
                if (!reason.equals("ATTRIBUTE") && !EventReader.REFUSALS.contains(reason)) {
                    throw members.wrong("reason", "is none of this version");
                }
                yield new CandidacyEvent.CandidacyRefused(draw(members), person(members));
            }
            default -> QuestionnaireEventReader.read(type, data);
        };
    }

    private static String draw(Members members) throws MalformedException {
        return CouncilForms.id(members, "draw");
    }

    private static String person(Members members) throws MalformedException {
        members.hex("person", PERSON_BYTES);
        return members.text("person");
    }

    private static int candidate(Members members) throws MalformedException {
        return (int) members.integer("candidate", 0, Pool.MOST - 1);
    }

    private static int from(Members members) throws MalformedException {
        return (int) members.integer("from", 0, Pool.MOST - 1);
    }

    private static DrawEvent announced(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "draw", "terms");
        DrawTerms terms = DrawTermsReader.read(members.value("terms"));
        if (!terms.draw().equals(members.text("draw"))) {
            throw members.wrong("draw", "is not the draw of the terms");
        }
        return new DrawEvent.DrawAnnounced(terms.draw(), terms);
    }

    private static DrawEvent candidates(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "candidates", "draw", "from");
        List<Candidate> candidates = new ArrayList<>();
        for (Json element : CouncilForms.some(members, "candidates")) {
            candidates.add(Candidate.read(element));
        }
        return new DrawEvent.CandidatesListed(draw(members), from(members), List.copyOf(candidates));
    }

    private static DrawEvent panels(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "draw", "from", "panels");
        List<Panel> panels =
                PanelList.read(CouncilForms.some(members, "panels")).panels();
        return new DrawEvent.PanelsListed(draw(members), from(members), panels);
    }

    private static DrawEvent frozen(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "candidates", "checkpoint", "draw", "moments", "root", "spec");
        List<Long> moments = new ArrayList<>();
        for (Json element : members.array("moments")) {
            if (!(element instanceof JsonInteger(long moment)) || moment < 0 || moment > CanonicalJson.MAX_INTEGER) {
                throw members.wrong("moments", "has an element that is no moment");
            }
            moments.add(moment);
        }
        return new DrawEvent.PoolFrozen(
                draw(members),
                (int) members.integer("candidates", 1, Pool.MOST),
                Bytes.of(members.hex("root", Sha256.LENGTH)),
                DrawSpec.read(members.value("spec")),
                List.copyOf(moments),
                PollEventReader.checkpoint(members));
    }

    private static DrawEvent drawn(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "draw", "seats", "seed");
        List<Seat> seats = new ArrayList<>();
        for (Json element : members.array("seats")) {
            Members seat = Members.exactly(element, "seat", "candidate", "cell");
            seats.add(new Seat((int) seat.integer("cell", 0, MOST_CELLS - 1), candidate(seat)));
        }
        return new DrawEvent.MembersDrawn(
                draw(members), List.copyOf(seats), Bytes.of(members.hex("seed", Sha256.LENGTH)));
    }

    private static DrawEvent passedOver(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "candidate", "draw", "reason");
        if (!Set.of("DECLINED", "UNREACHABLE", "NOT_ELIGIBLE").contains(members.text("reason"))) {
            throw members.wrong("reason", "is none of this version");
        }
        return new DrawEvent.CandidatePassedOver(draw(members), candidate(members));
    }
}
