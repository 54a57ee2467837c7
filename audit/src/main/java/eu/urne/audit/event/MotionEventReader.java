package eu.urne.audit.event;

import eu.urne.audit.ballot.PollId;
import eu.urne.audit.council.Division;
import eu.urne.audit.council.MotionTerms;
import eu.urne.audit.council.MotionTerms.Voting;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.event.MotionEvent.Vote;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.tally.Rule.Casting;
import eu.urne.audit.tally.Rule.Majority;
import java.util.Collections;
import java.util.Set;
import java.util.TreeMap;

/** Reads the events of motions (docs/formats/councils.md, section 7). */
final class MotionEventReader {
    private static final int MOST_AMENDMENTS = 10_000;

    private MotionEventReader() {}

    static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.MotionPut.v1" -> put(data);
            case "urne.council.AmendmentPut.v1" -> {
                Members members = members(data, "amendment", "mover", "text");
                CouncilForms.seat(members, "mover", 0);
                CouncilForms.blob(members, "text");
                yield new MotionEvent.AmendmentPut(council(members), motion(members), amendment(members));
            }
            case "urne.council.AmendmentDecided.v1" -> {
                Members members = members(data, "adopted", "amendment", "votes");
                yield new MotionEvent.AmendmentDecided(
                        council(members),
                        motion(members),
                        amendment(members),
                        CouncilForms.votes(members),
                        members.bool("adopted"));
            }
            case "urne.council.TextRevised.v1" -> {
                Members members = members(data, "amendment", "text", "version");
                CouncilForms.blob(members, "text");
                yield new MotionEvent.TextRevised(council(members), motion(members), amendment(members), (int)
                        members.integer("version", 2, MOST_AMENDMENTS));
            }
            case "urne.council.ConflictDeclared.v1" -> {
                Members members = members(data, "seat");
                yield new MotionEvent.ConflictDeclared(
                        council(members), motion(members), CouncilForms.seat(members, "seat", 1));
            }
            case "urne.council.VoteOpened.v1" -> {
                Members members = members(data, "division");
                yield new MotionEvent.VoteOpened(
                        council(members), motion(members), division(members.value("division")));
            }
            default -> vote(type, data);
        };
    }

    private static Event vote(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.VoteCast.v1" -> {
                Members members = members(data, "seat", "vote");
                yield new MotionEvent.VoteCast(
                        council(members), motion(members), CouncilForms.seat(members, "seat", 1), vote(members));
            }
            case "urne.council.VoteCorrected.v1" -> {
                Members members = members(data, "reason", "seat", "vote");
                CouncilForms.text(members, "reason");
                yield new MotionEvent.VoteCorrected(
                        council(members), motion(members), CouncilForms.seat(members, "seat", 1), vote(members));
            }
            case "urne.council.HandsCounted.v1" -> {
                Members members = members(data, "by", "casting", "votes");
                yield new MotionEvent.HandsCounted(
                        council(members),
                        motion(members),
                        members.text("by"),
                        CouncilForms.votes(members),
                        casting(members));
            }
            case "urne.council.HandsAgreed.v1" -> {
                Members members = members(data, "casting", "votes");
                yield new MotionEvent.HandsAgreed(
                        council(members), motion(members), CouncilForms.votes(members), casting(members));
            }
            case "urne.council.MotionDeclared.v1" -> declared(data);
            case "urne.council.MotionWithdrawn.v1" -> {
                Members members = members(data, "reason");
                CouncilForms.text(members, "reason");
                yield new MotionEvent.MotionWithdrawn(council(members), motion(members));
            }
            case "urne.council.OpinionAnswered.v1" -> answered(data);
            default -> SignerEventReader.read(type, data);
        };
    }

    private static MotionEvent answered(Json data) throws MalformedException {
        Members members = members(data, "answer", "text");
        CouncilForms.blob(members, "text");
        if (!Set.of("FOLLOWED", "PARTLY", "NOT_FOLLOWED").contains(members.text("answer"))) {
            throw members.wrong("answer", "is none of this version");
        }
        return new MotionEvent.OpinionAnswered(council(members), motion(members));
    }

    private static Members members(Json data, String... more) throws MalformedException {
        String[] names = new String[more.length + 2];
        System.arraycopy(more, 0, names, 0, more.length);
        names[more.length] = "council";
        names[more.length + 1] = "motion";
        return Members.exactly(data, "data", names);
    }

    private static String council(Members members) throws MalformedException {
        return CouncilForms.id(members, "council");
    }

    private static String motion(Members members) throws MalformedException {
        return CouncilForms.id(members, "motion");
    }

    private static int amendment(Members members) throws MalformedException {
        return (int) members.integer("amendment", 1, MOST_AMENDMENTS);
    }

    private static Vote vote(Members members) throws MalformedException {
        return CouncilForms.spelt(members, "vote", Vote.values());
    }

    private static Casting casting(Members members) throws MalformedException {
        return CouncilForms.spelt(members, "casting", Casting.values());
    }

    private static MotionEvent put(Json data) throws MalformedException {
        Members members = members(data, "terms");
        Members terms = Members.exactly(
                members.value("terms"),
                "terms",
                "advisory",
                "answerDays",
                "majority",
                "meeting",
                "mover",
                "text",
                "title",
                "voting");
        boolean advisory = terms.bool("advisory");
        terms.integer("answerDays", 0, advisory ? 365 : 0);
        CouncilForms.blob(terms, "text");
        CouncilForms.seat(terms, "mover", 0);
        return new MotionEvent.MotionPut(
                council(members),
                motion(members),
                new MotionTerms(
                        CouncilForms.line(terms, "title"),
                        CouncilForms.id(terms, "meeting"),
                        CouncilForms.spelt(terms, "majority", Majority.values()),
                        CouncilForms.named(terms, "voting", Voting.values()),
                        advisory));
    }

    private static Division division(Json json) throws MalformedException {
        Members members = Members.withOptional(
                json,
                "division",
                Set.of("poll"),
                "ballots",
                "chair",
                "events",
                "meeting",
                "members",
                "present",
                "quorum",
                "version");
        TreeMap<Integer, Integer> ballots = new TreeMap<>();
        boolean inOrder = true;
        for (Json element : members.array("ballots")) {
            Members ballot = Members.withOptional(element, "ballot", Set.of("by"), "seat");
            int seat = CouncilForms.seat(ballot, "seat", 1);
            inOrder &= ballots.isEmpty() || ballots.lastKey() < seat;
            ballots.put(seat, ballot.has("by") ? CouncilForms.seat(ballot, "by", 1) : 0);
        }
        return new Division(
                Collections.unmodifiableSortedMap(ballots),
                inOrder,
                CouncilForms.seat(members, "chair", 0),
                CouncilForms.events(members),
                CouncilForms.id(members, "meeting"),
                CouncilForms.seat(members, "members", 0),
                members.has("poll") ? PollId.checked(members, "poll") : null,
                CouncilForms.seat(members, "present", 0),
                CouncilForms.seat(members, "quorum", 0),
                (int) members.integer("version", 1, MOST_AMENDMENTS));
    }

    private static MotionEvent declared(Json data) throws MalformedException {
        Members members = members(data, "carried", "casting", "quorum", "silent", "votes");
        return new MotionEvent.MotionDeclared(
                council(members),
                motion(members),
                CouncilForms.votes(members),
                CouncilForms.seat(members, "silent", 0),
                members.bool("quorum"),
                members.bool("casting"),
                members.bool("carried"));
    }
}
