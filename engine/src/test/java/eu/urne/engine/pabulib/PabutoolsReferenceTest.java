package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pabutools 1.2.3 chooses with exact fractions, for every entry of the reference that is about a rule here. */
class PabutoolsReferenceTest {

    private static final Path FOLDER = Path.of(System.getProperty("urne.shared", "shared"), "pabulib");

    @ParameterizedTest
    @MethodSource("entries")
    void choosesTheSame(Optional<JsonNode> entry) throws PbException {
        assumeTrue(entry.isPresent(), "folder with real elections; skipped where it is missing");
        PbFile file = PbReader.read(FOLDER.resolve(entry.get().get("file").asString()));
        String name = entry.get().get("reference_rule").asString();
        boolean byCost = entry.get().get("tie_breaking").asString().startsWith("min cost");

        Outcome outcome = Tally.count(
                file.election(), rule(name, file), byCost ? TieBreak.Fixed.COST_VOTES_ID : TieBreak.Fixed.ID);

        List<String> expected = new ArrayList<>();
        entry.get().get("selected").forEach(id -> expected.add(id.asString()));
        assertThat(outcome.selected()).containsExactlyInAnyOrderElementsOf(expected);
        if (entry.get().has("final_share_per_voter")) {
            assertThat(outcome.shares().orElseThrow().share())
                    .isEqualTo(Fraction.of(Long.parseLong(
                                    entry.get().get("final_share_per_voter").asString())
                            * unit(file)));
        }
    }

    private static Rule rule(String name, PbFile file) {
        return switch (name) {
            case "greedy" -> Rule.Greedy.plain();
            case "greedy_density", "greedy_points_per_cost" -> Rule.Greedy.perCost();
            case "greedy_borda" -> Rule.Greedy.of(Rule.Form.BORDA_PER_COST);
            case "phragmen" -> Phragmen.stopping();
            case "mes_cost", "mes_cost_mincost_maxvotes" -> EqualShares.plain(Utility.COST);
            case "mes_card" -> EqualShares.plain(Utility.CARDINALITY);
            case "mes_points" -> EqualShares.plain(Utility.POINTS);
            case "mes_borda" -> EqualShares.plain(Utility.BORDA);
            case "mes_cost_then_greedy" -> EqualShares.plain(Utility.COST).then(Then.GREEDY);
            case "mes_cost_add1" -> add1(Utility.COST, file);
            case "mes_card_add1" -> add1(Utility.CARDINALITY, file);
            case "mes_points_add1" -> add1(Utility.POINTS, file);
            case "mes_cost_add1_then_greedy" -> add1(Utility.COST, file).then(Then.GREEDY);
            case "mes_cost_add1_official" -> EqualShares.add1(Utility.COST, unit(file));
            case "mes_cost_budgetinc1pct" -> exhaustive(Utility.COST, new Step(1, StepUnit.PERCENT_OF_BUDGET));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static EqualShares add1(Utility utility, PbFile file) {
        return exhaustive(utility, new Step(unit(file), StepUnit.PER_VOTER));
    }

    private static EqualShares exhaustive(Utility utility, Step step) {
        return new EqualShares(utility, Share.exact(step), Completion.ADD1_EXHAUSTIVE, Then.NOTHING, false);
    }

    private static long unit(PbFile file) {
        return (long) Math.pow(10, file.moneyScale());
    }

    /** Maximin support is no rule of any city, and pabutools itself leaves it to floating point. */
    static Stream<Arguments> entries() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of(Arguments.of(Optional.empty()));
        }
        JsonNode all = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("reference-pabutools.json")));
        return StreamSupport.stream(all.spliterator(), false)
                .filter(entry -> !entry.get("reference_rule").asString().equals("maximin_support"))
                .map(entry -> Arguments.of(Named.of(
                        entry.get("reference_rule").asString() + " "
                                + entry.get("file").asString(),
                        Optional.of(entry))));
    }
}
