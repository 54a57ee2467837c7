package eu.urne.api.replay;

import eu.urne.engine.log.TreeHash;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbRules;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Trustees;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.WeightedBallot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A published election as a poll of ours: what is defined, and what each voter chose.
 *
 * @param id made from the file's name
 * @param digest SHA-256 of the file; part of the definition, so that no other file can go on in its place
 * @param choices one per voter
 */
record ReplayedPoll(PollId id, PbFile file, Hash digest, List<Ballot> choices) {

    private static final String UNKNOWN_RULE = "unknown";

    /** Cents in a minor unit of a file whose amounts have 0, 1 or 2 decimals. */
    private static final long[] CENTS_PER_MINOR_UNIT = {100, 10, 1};

    /**
     * A poll from a file.
     *
     * @throws PbException in one sentence, if the file is wrong
     * @throws ReplayException in one sentence, if the file holds what cannot be cast
     */
    static ReplayedPoll of(Path path) throws PbException {
        PbFile file = PbReader.read(path);
        if (file.moneyScale() > 2) {
            throw new ReplayException(file.name() + ": amounts with more than two decimals cannot be told in cents");
        }
        if (file.pointsScale() > 0) {
            throw new ReplayException(file.name() + ", field points: only whole points can be cast");
        }
        List<Ballot> choices = new ArrayList<>();
        for (WeightedBallot weighted : file.election().ballots()) {
            for (long i = 0; i < weighted.weight(); i++) {
                choices.add(castable(weighted.ballot()));
            }
        }
        if (choices.isEmpty()) {
            throw new ReplayException(file.name() + ", section VOTES: there is no vote to replay");
        }
        Hash digest = digest(path);
        ReplayedPoll poll = new ReplayedPoll(new PollId(slug(file.name(), digest)), file, digest, List.copyOf(choices));
        poll.checkDefinition();
        return poll;
    }

    private static Hash digest(Path path) {
        try {
            return Hash.of(TreeHash.sha256(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new ReplayException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Points of 0 for everything choose nothing, as a blank ballot does. */
    private static Ballot castable(Ballot choice) {
        return choice instanceof Ballot.Points given && given.points().stream().allMatch(points -> points == 0)
                ? new Ballot.Blank()
                : choice;
    }

    /** Finds what cannot be defined before a server is started and a log begun. */
    private void checkDefinition() {
        PollDefinition draft = definition(Trustees.engine(new byte[65]));
        if (draft.options().size() != file.projects().size()) {
            throw new IllegalStateException("every project is an option");
        }
    }

    /**
     * Lower-case letters, digits and hyphens of the name without its ending; a long name ends in part of the digest.
     */
    private static String slug(String name, Hash digest) {
        String stem = Path.of(name).getFileName().toString().replaceFirst("\\.pb$", "");
        String ascii = Normalizer.normalize(stem, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String slug =
                ascii.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        String bounded =
                slug.length() > 63 ? slug.substring(0, 54) + "-" + digest.hex().substring(0, 8) : slug;
        return bounded.isEmpty() ? "replay" : bounded;
    }

    /** The rule that the file names. */
    String ruleName() {
        return file.ruleName();
    }

    /** Whether the file's rule is one that is known, so that the official outcome can be compared. */
    boolean isComparable() {
        return !ruleName().equals(UNKNOWN_RULE) && file.officialWinners().isPresent();
    }

    /** The definition, with a trustee's key that the server replaces by its own. */
    PollDefinition definition(Trustees trustees) {
        PollTerms terms = new PollTerms(
                id,
                file.meta().getOrDefault("description", file.name()),
                kind(),
                new Money(cents(file.election().budget()), currency()),
                rule(),
                "declared",
                "voters of " + file.name() + " (SHA-256 " + digest + ")",
                List.of("card"),
                false,
                1,
                trustees);
        List<PollOption> options = new ArrayList<>();
        for (int i = 0; i < file.projects().size(); i++) {
            PbProject project = file.projects().get(i);
            Option option = file.election().options().get(i);
            String title = project.name().isEmpty() ? project.id() : project.name();
            options.add(new PollOption(option.id(), title, cents(option.cost())));
        }
        return new PollDefinition(terms, options);
    }

    private String currency() {
        String currency = file.meta().getOrDefault("currency", "");
        return currency.matches("[A-Z]{3}") ? currency : "XXX"; // ISO 4217: no currency
    }

    private long cents(long minor) {
        try {
            return Math.multiplyExact(minor, CENTS_PER_MINOR_UNIT[file.moneyScale()]);
        } catch (ArithmeticException e) {
            throw new ReplayException(file.name() + ": the amount " + file.money(minor) + " is too large", e);
        }
    }

    private BallotKind kind() {
        int options = file.projects().size();
        return switch (file.voteType()) {
            case CHOOSE_1 -> new BallotKind.Favourite();
            case APPROVAL ->
                new BallotKind.Approval(Math.min(options, Math.max(longestApproval(), limit("max_length", 1))));
            case ORDINAL -> new BallotKind.Ranking(Math.max(1, file.election().maxLength()));
            case CUMULATIVE, SCORING ->
                new BallotKind.Points(
                        (int) Math.max(most(this::highestPoints), 1), (int) Math.max(most(this::totalPoints), 1));
        };
    }

    private int longestApproval() {
        return (int) most(ballot ->
                ballot instanceof Ballot.Approval approval ? approval.options().size() : 0);
    }

    private int limit(String key, int otherwise) {
        String text = file.meta().getOrDefault(key, "");
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private interface Measure {
        long of(Ballot ballot);
    }

    private long most(Measure measure) {
        return choices.stream().mapToLong(measure::of).max().orElse(0);
    }

    private long highestPoints(Ballot ballot) {
        return points(ballot).max().orElse(0);
    }

    private long totalPoints(Ballot ballot) {
        return points(ballot).sum();
    }

    private LongStream points(Ballot ballot) {
        if (!(ballot instanceof Ballot.Points points)) {
            return LongStream.empty();
        }
        if (points.points().stream().anyMatch(value -> value < 0 || value > 0xFFFF)) {
            throw new ReplayException(file.name() + ", field points: only 0 to 65,535 points can be cast");
        }
        return points.points().stream();
    }

    private CountingRule rule() {
        try {
            Rule rule = PbRules.of(file, ruleName().equals(UNKNOWN_RULE) ? "greedy" : ruleName());
            List<String> ids = file.projects().stream().map(PbProject::id).toList();
            return ReplayedRule.of(rule, ids, this::cents)
                    .orElseThrow(() -> new ReplayException(
                            file.name() + ", field rule: a poll cannot be counted by \"" + ruleName() + "\""));
        } catch (PbException e) {
            throw new ReplayException(e.getMessage(), e);
        }
    }
}
