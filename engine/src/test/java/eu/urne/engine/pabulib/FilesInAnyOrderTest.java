package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of columns, of votes and of projects in a file decides nothing. */
class FilesInAnyOrderTest {

    private static final List<String> PROJECT_COLUMNS = List.of("project_id", "cost", "name", "colour");
    private static final List<String> VOTE_COLUMNS = List.of("voter_id", "vote", "age");

    @Property(tries = 300)
    void neverChangesAnOutcome(@ForAll("documents") PbDocument document, @ForAll Random order)
            throws PbException, IOException {
        PbFile file = read(document);
        PbFile mixed = read(mixed(document, order));

        for (TieBreak ties : List.of(TieBreak.Fixed.ID, TieBreak.Fixed.COST_VOTES_ID, new TieBreak.Lot("seed"))) {
            for (Rule rule : List.of(
                    Rule.Greedy.plain(),
                    Rule.Greedy.noSkip(),
                    Rule.Greedy.perCost(),
                    EqualShares.add1(EqualShares.Utility.COST, PbRules.unit(file)),
                    Phragmen.stopping())) {
                Outcome outcome = Tally.count(file.election(), rule, ties);
                Outcome other = Tally.count(mixed.election(), rule, ties);

                assertThat(other.selected()).as(rule.text()).isEqualTo(outcome.selected());
                assertThat(other.spent()).isEqualTo(outcome.spent());
                assertThat(new HashSet<>(other.verdicts())).isEqualTo(new HashSet<>(outcome.verdicts()));
            }
        }
    }

    @Property(tries = 300)
    void survivesWritingAndReading(@ForAll("documents") PbDocument document, @ForAll Random order)
            throws PbException, IOException {
        PbDocument mixed = mixed(document, order);

        assertThat(PbReader.document(written(mixed))).isEqualTo(mixed);
    }

    @Provide
    Arbitrary<PbDocument> documents() {
        Arbitrary<List<Integer>> costs =
                Arbitraries.integers().between(1, 60).list().ofMinSize(1).ofMaxSize(8);
        Arbitrary<List<Integer>> votes =
                Arbitraries.integers().between(0, 255).list().ofMaxSize(12);
        Arbitrary<String> names = Arbitraries.of("", "Park; \"green\"", "two\nlines", "Ł");
        return Combinators.combine(costs, votes, names, Arbitraries.integers().between(0, 150))
                .as(FilesInAnyOrderTest::document);
    }

    private static PbDocument document(List<Integer> costs, List<Integer> votes, String name, int budget) {
        PbTable.Builder projects = new PbTable.Builder(PROJECT_COLUMNS);
        IntStream.range(0, costs.size())
                .forEach(i -> projects.add(List.of("p" + i, Integer.toString(costs.get(i)), name, "red")));
        PbTable.Builder voters = new PbTable.Builder(VOTE_COLUMNS);
        IntStream.range(0, votes.size())
                .forEach(i -> voters.add(List.of("v" + i, vote(votes.get(i), costs.size()), "3" + i)));
        Map<String, String> meta = Map.of("budget", Integer.toString(budget), "vote_type", "approval");
        return new PbDocument("small.pb", meta, projects.build(), voters.build());
    }

    /** The projects whose bits are set. */
    private static String vote(int bits, int projects) {
        return String.join(
                ",",
                IntStream.range(0, projects)
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(i -> "p" + i)
                        .toList());
    }

    private static PbDocument mixed(PbDocument document, Random order) {
        return new PbDocument(
                document.name(), document.meta(), mixed(document.projects(), order), mixed(document.votes(), order));
    }

    private static PbTable mixed(PbTable table, Random order) {
        List<Integer> columns = shuffled(table.columns().size(), order);
        PbTable.Builder mixed =
                new PbTable.Builder(columns.stream().map(table.columns()::get).toList());
        for (int row : shuffled(table.size(), order)) {
            mixed.add(columns.stream().map(table.row(row)::get).toList());
        }
        return mixed.build();
    }

    private static List<Integer> shuffled(int size, Random order) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(places, order);
        return places;
    }

    private static PbFile read(PbDocument document) throws PbException, IOException {
        return PbReader.read(written(document), Strictness.LENIENT);
    }

    private static PbText written(PbDocument document) throws PbException, IOException {
        StringWriter text = new StringWriter();
        PbWriter.write(document, text);
        return PbText.of(document.name(), text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
