package eu.urne.audit.event;

import eu.urne.audit.ballot.PollId;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Tie;
import eu.urne.audit.tally.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads declared scores and outcomes (docs/formats/events.md, sections 1 and 4). */
final class OutcomeReader {
    private static final long MAX = CanonicalJson.MAX_INTEGER;

    private OutcomeReader() {}

    static PollEvent scores(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "from", "poll", "scores");
        List<OptionResult> results = new ArrayList<>();
        for (Json element : members.array("scores")) {
            results.add(result(element));
        }
        if (results.isEmpty()) {
            throw members.wrong("scores", "is empty");
        }
        return new PollEvent.ScoresDeclared(
                PollId.checked(members, "poll"),
                members.integer("from", 0, PollEventReader.MAX_OPTIONS),
                List.copyOf(results));
    }

    private static OptionResult result(Json element) throws MalformedException {
        String verdict =
                element instanceof JsonObject object && object.members().get("verdict") instanceof JsonText text
                        ? text.text()
                        : "";
        return switch (verdict) {
            case "selected" -> {
                Members members = with(element, "left", "round");
                yield result(members, new Verdict.Selected(number(members, "left"), members.integer("round", 1, MAX)));
            }
            case "reserve" -> {
                Members members = with(element, "reserve", "round");
                yield result(
                        members, new Verdict.Reserve(number(members, "reserve"), members.integer("round", 1, MAX)));
            }
            case "unaffordable" -> numbered(element, "left", Verdict.Unaffordable::new);
            case "stopped" -> result(with(element), new Verdict.Stopped());
            case "below-threshold" -> numbered(element, "threshold", Verdict.BelowThreshold::new);
            case "excluded" -> {
                Members members = with(element, "by");
                yield result(members, new Verdict.Excluded(members.text("by")));
            }
            case "unsupported" -> result(with(element), new Verdict.Unsupported());
            case "unpaid" -> result(with(element), new Verdict.Unpaid());
            case "outvoted" -> numbered(element, "needed", Verdict.Outvoted::new);
            case "outranked" -> {
                Members members = with(element, "rank");
                yield result(members, new Verdict.Outranked(members.integer("rank", 2, MAX)));
            }
            case "carried" -> vote(element, Verdict.Carried::new);
            case "lost" -> vote(element, Verdict.Lost::new);
            default -> throw new MalformedException("score member 'verdict' is none of this version");
        };
    }

    private static OptionResult numbered(Json element, String member, LongFunction<Verdict> verdict)
            throws MalformedException {
        Members members = with(element, member);
        return result(members, verdict.apply(number(members, member)));
    }

    private static OptionResult vote(Json element, Function<Verdict.Vote, Verdict> verdict) throws MalformedException {
        Members members = with(element, "abstained", "against", "casting", "quorum");
        Verdict.Vote vote = new Verdict.Vote(
                number(members, "against"),
                number(members, "abstained"),
                members.bool("casting"),
                members.bool("quorum"));
        return result(members, verdict.apply(vote));
    }

    private static Members with(Json element, String... more) throws MalformedException {
        List<String> names = new ArrayList<>(List.of("id", "score", "verdict"));
        names.addAll(List.of(more));
        return Members.exactly(element, "score", names.toArray(String[]::new));
    }

    private static OptionResult result(Members members, Verdict verdict) throws MalformedException {
        return new OptionResult(members.text("id"), number(members, "score"), verdict);
    }

    static PollEvent outcome(Json data) throws MalformedException {
        Members members = Members.withOptional(
                data,
                "data",
                Set.of("awards"),
                "blank",
                "cast",
                "counted",
                "definition",
                "left",
                "null",
                "poll",
                "selected",
                "spent",
                "superseded",
                "ties");
        List<Tie> ties = new ArrayList<>();
        for (Json element : members.array("ties")) {
            Members tie = Members.exactly(element, "tie", "method", "options", "score");
            ties.add(new Tie(tie.text("method"), tie.texts("options"), number(tie, "score")));
        }
        BallotFigures figures = new BallotFigures(
                number(members, "cast"),
                number(members, "superseded"),
                number(members, "null"),
                number(members, "blank"),
                number(members, "counted"));
        return new PollEvent.OutcomeDeclared(
                PollId.checked(members, "poll"),
                Bytes.of(members.hex("definition", Sha256.LENGTH)),
                figures,
                members.texts("selected"),
                number(members, "spent"),
                number(members, "left"),
                List.copyOf(ties),
                awards(members));
    }

    private static PollEvent.@Nullable Awards awards(Members outcome) throws MalformedException {
        if (!outcome.has("awards")) {
            return null;
        }
        Members members = Members.exactly(outcome.value("awards"), "awards", "budget", "cents");
        List<Long> cents = new ArrayList<>();
        for (Json element : members.array("cents")) {
            if (!(element instanceof JsonInteger(long value)) || value < 0) {
                throw members.wrong("cents", "has an element that is not a number of cents");
            }
            cents.add(value);
        }
        return new PollEvent.Awards(members.text("budget"), List.copyOf(cents));
    }

    private static long number(Members members, String name) throws MalformedException {
        return members.integer(name, 0, MAX);
    }
}
