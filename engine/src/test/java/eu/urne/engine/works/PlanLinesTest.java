package eu.urne.engine.works;

import static eu.urne.engine.budget.TestBudgets.BUDGET;
import static eu.urne.engine.works.FollowedCity.AWARDED;
import static eu.urne.engine.works.FollowedCity.CABIN;
import static eu.urne.engine.works.FollowedCity.POND;

import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.PlanCommand.DecideWithCitizens;
import eu.urne.engine.works.PlanCommand.OpenPlanLine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of the investment plan, and what of them is decided with citizens. */
class PlanLinesTest {

    private static final PlanLineId LINE = new PlanLineId("playgrounds-2026");
    private static final PlanLineId OTHER = new PlanLineId("parks-2026");

    @TempDir
    Path folder;

    private FollowedCity city;

    @BeforeEach
    void start() {
        city = new FollowedCity(folder);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private static OpenPlanLine open(PlanLineId line, long cents) {
        return new OpenPlanLine(new PlanLine(line, "Aires de jeux", 2026, cents));
    }

    private static DecideWithCitizens decide(PlanLineId line, ProposalId proposal, long cents, long awarded) {
        return new DecideWithCitizens(line, BUDGET, proposal, cents, awarded);
    }

    @Test
    void lineStandsOnceInThePlan() {
        city.accepted(open(LINE, 200_000));
        city.unchanged(open(LINE, 200_000));
        city.refused(open(LINE, 200_001), "line: playgrounds-2026 stands otherwise in the plan");
    }

    @Test
    void linePaysForWhatHasWon() {
        city.in(Phase.OUTCOME);
        city.refused(decide(LINE, CABIN, 1, AWARDED), "there is no plan line playgrounds-2026");
        city.accepted(open(LINE, 200_000));
        city.refused(
                decide(LINE, CABIN, 1, AWARDED),
                "proposal: cabin has won nothing in the budget children-2026, or its outcome is not declared yet");
        city.declared();
        city.refused(
                decide(LINE, POND, 1, AWARDED),
                "proposal: pond has won nothing in the budget children-2026, or its outcome is not declared yet");
        city.refused(decide(LINE, CABIN, 1, 2), "awarded: 2 cents are not what the proposal cabin won");
        city.refused(
                decide(LINE, CABIN, 0, AWARDED), "cents: at least 1 cent of a line is decided with citizens, not 0");
        city.refused(decide(LINE, CABIN, 150_001, AWARDED), "cents: the proposal cabin won 150000, not 150001");
        city.accepted(decide(LINE, CABIN, 150_000, AWARDED));
        city.unchanged(decide(LINE, CABIN, 150_000, AWARDED));
        city.restarted().unchanged(decide(LINE, CABIN, 150_000, AWARDED));
        city.refused(
                decide(LINE, CABIN, 149_999, AWARDED),
                "cents: the line playgrounds-2026 pays 150000 for the proposal cabin already");
    }

    @Test
    void linePaysNoMoreThanItHas() {
        city.in(Phase.OUTCOME).declared().accepted(open(LINE, 149_999));
        city.refused(
                decide(LINE, CABIN, 150_000, AWARDED),
                "cents: over budget: of the line playgrounds-2026 149999 cents are left, not 150000");
    }

    @Test
    void proposalStandsInOneLineOnly() {
        city.in(Phase.OUTCOME).declared().accepted(open(LINE, 150_000));
        city.accepted(open(OTHER, 150_000));
        city.accepted(decide(LINE, CABIN, 100_000, AWARDED));
        city.refused(
                decide(OTHER, CABIN, 50_000, AWARDED),
                "proposal: cabin of the budget children-2026 stands in another line of the plan already");
    }
}
