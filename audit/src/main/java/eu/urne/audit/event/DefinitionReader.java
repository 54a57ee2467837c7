package eu.urne.audit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.ballot.PollId;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.PollPublicKey;
import eu.urne.audit.event.Definition.Budget;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tally.Rule;
import eu.urne.audit.tally.TieBreak;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads definitions without their options (docs/formats/events.md, sections 2 and 3). */
final class DefinitionReader {
    private static final String WHERE = "definition";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MAX_POINTS = 65_535;
    private static final long MAX_TOTAL = 655_350_000;

    private DefinitionReader() {}

    static Definition read(Json json, int options) throws MalformedException {
        Members members = Members.withOptional(
                json,
                WHERE,
                Set.of("budget", "of", "order", "who"),
                "channels",
                "eligibility",
                "kind",
                "limits",
                "poll",
                "revote",
                "rule",
                "suite",
                "tieBreak",
                "title",
                "trustees");
        members.integer("suite", 1, 1);
        DefinitionContext.check(members);
        Budget budget = budget(members);
        BallotKind kind = kind(members, options, budget);
        String tieBreak = members.text("tieBreak");
        return new Definition(
                PollId.checked(members, "poll"),
                members.text("title"),
                members.text("eligibility"),
                kind,
                budget,
                DefinitionContext.budget(members),
                paper(members),
                members.bool("revote"),
                rule(members, kind, options),
                TieBreak.parse(tieBreak).orElseThrow(() -> members.wrong("tieBreak", "is no method of this version")),
                pollKey(members.value("trustees")),
                before(json),
                after(json));
    }

    private static boolean paper(Members definition) throws MalformedException {
        List<String> channels = definition.texts("channels");
        if (!channels.equals(List.of("card")) && !channels.equals(List.of("card", "paper"))) {
            throw definition.wrong("channels", "is neither [\"card\"] nor [\"card\",\"paper\"]");
        }
        return channels.size() > 1;
    }

    private static @Nullable Budget budget(Members definition) throws MalformedException {
        if (!definition.has("budget")) {
            return null;
        }
        Members members = Members.exactly(definition.value("budget"), "budget", "cents", "currency");
        String currency = members.text("currency");
        if (!CURRENCY.matcher(currency).matches()) {
            throw members.wrong("currency", "is not three capital letters");
        }
        return new Budget(members.integer("cents", 0, CanonicalJson.MAX_INTEGER), currency);
    }

    private static BallotKind kind(Members definition, int options, @Nullable Budget budget) throws MalformedException {
        String kind = definition.text("kind");
        Json limits = definition.value("limits");
        if (kind.equals("KNAPSACK") && budget == null) {
            throw definition.wrong("kind", "is KNAPSACK, which needs a budget");
        }
        return switch (kind) {
            case "FAVOURITE" -> unlimited(limits, new BallotKind.Favourite());
            case "APPROVAL" -> new BallotKind.Approval(limit(limits, "max", 1, options));
            case "KNAPSACK" -> unlimited(limits, new BallotKind.Knapsack());
            case "POINTS" -> points(limits);
            case "RANKING" -> new BallotKind.Ranking(limit(limits, "max", 1, options));
            case "GRADES" -> new BallotKind.Grades(limit(limits, "grades", 2, 20));
            case "MOTION" -> unlimited(limits, new BallotKind.Motion());
            default -> throw definition.wrong("kind", "is no kind of this version");
        };
    }

    private static BallotKind unlimited(Json limits, BallotKind kind) throws MalformedException {
        Members.exactly(limits, "limits");
        return kind;
    }

    private static int limit(Json limits, String name, int min, int max) throws MalformedException {
        return (int) Members.exactly(limits, "limits", name).integer(name, min, max);
    }

    private static BallotKind points(Json limits) throws MalformedException {
        Members members = Members.exactly(limits, "limits", "maxPerOption", "maxTotal");
        int perOption = (int) members.integer("maxPerOption", 1, MAX_POINTS);
        return new BallotKind.Points(perOption, members.integer("maxTotal", 1, MAX_TOTAL));
    }

    private static Rule rule(Members definition, BallotKind kind, int options) throws MalformedException {
        Rule rule = RuleReader.read(definition.value("rule"), options);
        if (!rule.counts(kind) && !isOfFirstVersions(rule, kind)) {
            throw definition.wrong("rule", "counts no ballots of the kind " + definition.text("kind"));
        }
        if (rule instanceof Rule.CouncilMotion && options > 1) {
            throw definition.wrong("rule", "is motion, which counts one option and not " + options);
        }
        return rule;
    }

    /** Whether it was allowed, though without an outcome, before such ballots had rules of their own. */
    private static boolean isOfFirstVersions(Rule rule, BallotKind kind) {
        return (kind instanceof BallotKind.Grades || kind instanceof BallotKind.Motion)
                && rule instanceof Rule.ByScore(Rule.Form form, long threshold, List<Rule.Conflict> conflicts)
                && switch (form) {
                    case GREEDY, NO_SKIP, THRESHOLD, EXCLUSIVE -> true;
                    case CUSTOM, PER_COST, KNAPSACK, POINTS, BORDA, BORDA_PER_COST -> false;
                };
    }

    private static Bytes pollKey(Json trustees) throws MalformedException {
        Members members = Members.exactly(trustees, "trustees", "keys", "threshold");
        members.integer("threshold", 1, 1);
        List<String> keys = members.texts("keys");
        if (keys.size() != 1) {
            throw members.wrong("keys", "has not exactly one key");
        }
        return StrictText.base64(keys.getFirst())
                .flatMap(PollPublicKey::decode)
                .map(PollPublicKey::encoded)
                .orElseThrow(() -> members.wrong("keys", "has a key that is no uncompressed point of P-256"));
    }

    private static Bytes before(Json json) throws MalformedException {
        byte[] members = CanonicalWriter.memberBytes(members(json).headMap("options"));
        return join("{", members, ",\"options\":[");
    }

    private static Bytes after(Json json) throws MalformedException {
        return join("],", CanonicalWriter.memberBytes(members(json).tailMap("options")), "}");
    }

    private static Bytes join(String open, byte[] members, String close) {
        return Bytes.of((open + new String(members, UTF_8) + close).getBytes(UTF_8));
    }

    private static SortedMap<String, Json> members(Json json) throws MalformedException {
        if (json instanceof JsonObject(SortedMap<String, Json> members)) {
            return members;
        }
        throw new MalformedException("definition is not an object");
    }
}
