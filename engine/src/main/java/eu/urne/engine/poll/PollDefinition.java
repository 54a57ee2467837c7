package eu.urne.engine.poll;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.TreeHash;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything about a poll that is frozen at its opening: the terms and the options, in the order that counts as
 * declared.
 */
public record PollDefinition(PollTerms terms, List<PollOption> options) {

    /** Most options of a poll. */
    public static final int MAX_OPTIONS = 10_000;

    private static final byte[] PREFIX = "urne-definition-v1\n".getBytes(StandardCharsets.US_ASCII);

    /** Checks that terms and options fit together. */
    public PollDefinition {
        options = List.copyOf(options);
        if (options.isEmpty() || options.size() > MAX_OPTIONS) {
            throw new IllegalArgumentException("options: 1 to " + MAX_OPTIONS + " are possible, not " + options.size());
        }
        Set<String> ids = new HashSet<>();
        for (PollOption option : options) {
            if (!ids.add(option.id())) {
                throw new IllegalArgumentException("options: the id " + option.id() + " stands twice");
            }
        }
        checkLimit(terms.limits(), options.size());
        checkRule(terms, ids);
    }

    private static void checkLimit(BallotKind kind, int options) {
        int max =
                switch (kind) {
                    case BallotKind.Approval approval -> approval.max();
                    case BallotKind.Ranking ranking -> ranking.max();
                    case BallotKind.Favourite favourite -> 1;
                    case BallotKind.Knapsack knapsack -> 1;
                    case BallotKind.Points points -> 1;
                    case BallotKind.Grades grades -> 1;
                    case BallotKind.Motion motion -> 1;
                };
        if (max > options) {
            throw new IllegalArgumentException("limits: max is " + max + ", but there are " + options + " options");
        }
    }

    private static void checkRule(PollTerms terms, Set<String> options) {
        if (!terms.rule().counts(terms.limits())) {
            throw new IllegalArgumentException(
                    "rule: it counts no ballots of the kind " + terms.limits().text());
        }
        if (terms.limits() instanceof BallotKind.Motion && options.size() > 1) {
            throw new IllegalArgumentException("options: a motion is one option, not " + options.size());
        }
        if (terms.limits() instanceof BallotKind.Knapsack && terms.budget() == null) {
            throw new IllegalArgumentException("budget: ballots of the kind KNAPSACK need one");
        }
        if (terms.rule() instanceof CountingRule.ApprovalK rule && rule.seats() > options.size()) {
            throw new IllegalArgumentException(
                    "rule: seats is " + rule.seats() + ", but there are " + options.size() + " options");
        }
        if (terms.rule() instanceof CountingRule.GreedyExclusive exclusive) {
            exclusive
                    .conflicts()
                    .forEach(pair -> pair.forEach(id -> {
                        if (!options.contains(id)) {
                            throw new IllegalArgumentException("rule: a conflict names the unknown option " + id);
                        }
                    }));
        }
    }

    /**
     * Reads a definition in one piece, as the server publishes it: the terms with the member {@code options}.
     *
     * @throws tools.jackson.core.JacksonException if a member is missing, unknown or of the wrong type
     */
    public static PollDefinition read(JsonNode published) {
        ObjectNode terms = (ObjectNode) published.deepCopy();
        PollOption[] options = EngineJson.MAPPER.treeToValue(terms.remove("options"), PollOption[].class);
        return new PollDefinition(EngineJson.MAPPER.treeToValue(terms, PollTerms.class), List.of(options));
    }

    /** The hash by which the definition is known: SHA-256 over its canonical JSON with a prefix. */
    public Hash hash() {
        ObjectNode json = (ObjectNode) EngineJson.tree(terms);
        json.set("options", EngineJson.tree(options));
        return Hash.of(TreeHash.sha256(PREFIX, CanonicalJson.bytes(json)));
    }
}
