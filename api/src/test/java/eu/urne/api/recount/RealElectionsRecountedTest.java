package eu.urne.api.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbRules;
import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.MostVotes;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published election by every rule that counts its ballots: the engine and the verifier find the same. */
class RealElectionsRecountedTest {

    private static final Path FOLDER = Path.of(System.getProperty("urne.shared", "shared"), "pabulib");

    /** Runs of a rising share times distinct ballots: beyond it the textbook needs more than some seconds. */
    private static final long MOST_WORK = 200_000;

    /** A share of so many units of a small currency rises too often to be counted unit by unit. */
    private static final long MOST_UNITS = 5_000;

    private static final List<TieBreak> TIES =
            List.of(TieBreak.Fixed.DECLARED, TieBreak.Fixed.COST_VOTES_ID, new TieBreak.Lot("2026-06-30"));

    static Stream<Named<Optional<Path>>> files() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of(Named.of("no files", Optional.empty()));
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".pb"))
                    .sorted()
                    .map(file -> Named.of(file.getFileName().toString(), Optional.of(file)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothCountTheSame(Optional<Path> path) throws PbException {
        assumeTrue(path.isPresent(), "folder with real elections; skipped where it is missing");
        PbFile file = PbReader.read(path.get());
        Election election = asCast(file.election());
        BallotKind kind = kind(file, election);
        int counted = 0;
        for (Rule rule : rules(file)) {
            SameOutcome.check(kind, election, rule, TIES.get(counted++ % TIES.size()));
        }
        for (Rule rule : raisingRules(file)) {
            long runs = Tally.count(election, rule, TIES.getFirst())
                    .shares()
                    .orElseThrow()
                    .runs();
            if (runs * election.ballots().size() <= MOST_WORK) {
                SameOutcome.check(kind, election, rule, TIES.get(counted++ % TIES.size()));
            }
        }
        assertThat(counted).isGreaterThanOrEqualTo(rules(file).size());
    }

    /** Ballots as a poll has them: points of 0 or less name nothing. */
    private static Election asCast(Election election) {
        List<WeightedBallot> ballots = election.ballots().stream()
                .map(weighted -> new WeightedBallot(asCast(weighted.ballot()), weighted.weight()))
                .toList();
        return new Election(election.options(), election.budget(), election.maxLength(), ballots);
    }

    private static Ballot asCast(Ballot ballot) {
        if (!(ballot instanceof Ballot.Points given)) {
            return ballot;
        }
        int[] places = IntStream.range(0, given.points().size())
                .filter(place -> given.points().at(place) > 0)
                .toArray();
        return places.length == 0
                ? new Ballot.Blank()
                : new Ballot.Points(
                        Indexes.of(IntStream.of(places).map(given.options()::at).toArray()),
                        Amounts.of(IntStream.of(places)
                                .mapToLong(given.points()::at)
                                .toArray()));
    }

    private static BallotKind kind(PbFile file, Election election) {
        int options = election.options().size();
        return switch (file.voteType()) {
            case CHOOSE_1 -> new BallotKind.Favourite();
            case APPROVAL -> new BallotKind.Approval(options);
            case ORDINAL -> new BallotKind.Ranking(election.maxLength());
            case CUMULATIVE, SCORING -> new BallotKind.Points(65_535, 655_350_000);
        };
    }

    private static List<Rule> rules(PbFile file) throws PbException {
        List<Rule> rules = new ArrayList<>();
        for (Rule.Form form : List.of(
                Rule.Form.PLAIN, Rule.Form.NO_SKIP, Rule.Form.RESERVE, Rule.Form.PER_COST, Rule.Form.EXCLUSIVE)) {
            rules.add(PbRules.of(file, form.id()));
        }
        rules.add(Rule.Greedy.threshold(file.election().voters() / 20));
        for (Utility utility : utilities(file)) {
            rules.add(EqualShares.plain(utility));
            rules.add(EqualShares.plain(utility).then(Then.GREEDY));
        }
        switch (file.voteType()) {
            case CHOOSE_1 -> rules.add(MostVotes.plurality());
            case APPROVAL -> rules.add(MostVotes.approval(3));
            case ORDINAL -> {
                rules.add(Rule.Greedy.of(Rule.Form.BORDA));
                rules.add(Rule.Greedy.of(Rule.Form.BORDA_PER_COST));
            }
            case CUMULATIVE, SCORING -> rules.add(Rule.Greedy.of(Rule.Form.POINTS));
        }
        if (namesSets(file)) {
            rules.add(Phragmen.stopping());
            rules.add(Phragmen.skipping());
            rules.add(EqualShares.plain(Utility.COST).then(Then.PHRAGMEN).compared());
        }
        return rules;
    }

    private static List<Rule> raisingRules(PbFile file) {
        long unit = PbRules.unit(file);
        Share percent = Share.exact(new Step(1, StepUnit.PERCENT_OF_BUDGET));
        List<Rule> rules = new ArrayList<>();
        boolean coarse = file.election().budget() / unit / file.election().voters() <= MOST_UNITS;
        for (Utility utility : utilities(file)) {
            if (coarse) {
                EqualShares city = EqualShares.add1(utility, unit);
                rules.add(utility == Utility.SQRT_COST ? city : city.compared());
            }
            rules.add(new EqualShares(utility, percent, Completion.ADD1_EXHAUSTIVE, Then.NOTHING, false));
        }
        return rules;
    }

    private static List<Utility> utilities(PbFile file) {
        return switch (file.voteType()) {
            case CHOOSE_1, APPROVAL -> List.of(Utility.COST, Utility.CARDINALITY, Utility.SQRT_COST);
            case ORDINAL -> List.of(Utility.BORDA);
            case CUMULATIVE, SCORING -> List.of(Utility.POINTS);
        };
    }

    private static boolean namesSets(PbFile file) {
        return switch (file.voteType()) {
            case CHOOSE_1, APPROVAL -> true;
            case ORDINAL, CUMULATIVE, SCORING -> false;
        };
    }
}
