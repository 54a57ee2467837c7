package eu.urne.engine.works;

import static eu.urne.engine.budget.TestBudgets.BUDGET;
import static eu.urne.engine.works.FollowedCity.AWARDED;
import static eu.urne.engine.works.FollowedCity.CABIN;
import static eu.urne.engine.works.FollowedCity.POND;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.works.Milestone.State;
import eu.urne.engine.works.WorksCommand.AddPhoto;
import eu.urne.engine.works.WorksCommand.DefineIndicator;
import eu.urne.engine.works.WorksCommand.RecordDelay;
import eu.urne.engine.works.WorksCommand.RecordExpense;
import eu.urne.engine.works.WorksCommand.RecordMeasure;
import eu.urne.engine.works.WorksCommand.RecordMilestone;
import eu.urne.engine.works.WorksCommand.TellFate;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The works of what has won, from the first milestone to the last measure, with what is refused on the way. */
class WorksLifeTest {

    private static final LocalDate TODAY = day(6, 15);

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

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private void opened() {
        city.in(Phase.WORKS).declared();
    }

    private static RecordMilestone planned(String title, LocalDate day) {
        return new RecordMilestone(BUDGET, CABIN, AWARDED, new Milestone(title, day, State.PLANNED), TODAY);
    }

    private static RecordMilestone done(String title, LocalDate day) {
        return new RecordMilestone(BUDGET, CABIN, AWARDED, new Milestone(title, day, State.DONE), TODAY);
    }

    private static RecordDelay late(@Nullable String title, LocalDate day) {
        return new RecordDelay(BUDGET, CABIN, AWARDED, new Delay(title, day, "Il pleut."));
    }

    private static RecordExpense expense(long cents, @Nullable String reason) {
        return new RecordExpense(BUDGET, CABIN, AWARDED, new Expense(cents, TODAY, "Bois", null, reason), TODAY);
    }

    private static RecordMilestone planned(ProposalId proposal, long awarded) {
        Milestone milestone = new Milestone("Fondations", TODAY, State.PLANNED);
        return new RecordMilestone(BUDGET, proposal, awarded, milestone, TODAY);
    }

    @Test
    void worksAreFollowedOfWhatHasWonOnceTheOutcomeIsDeclared() {
        city.refused(planned(CABIN, AWARDED), "there is no budget children-2026");
        city.in(Phase.OUTCOME);
        city.refused(
                planned(CABIN, AWARDED),
                "proposal: cabin has won nothing in the budget children-2026, or its outcome is not declared yet");
        city.declared();
        city.refused(
                planned(POND, AWARDED),
                "proposal: pond has won nothing in the budget children-2026, or its outcome is not declared yet");
        city.refused(planned(CABIN, 1), "awarded: 1 cents are not what the proposal cabin won");
        city.accepted(planned(CABIN, AWARDED));
        city.unchanged(planned(CABIN, AWARDED));
        city.refused(planned(CABIN, 1), "awarded: the proposal cabin won 150000 cents, not 1");
    }

    @Test
    void whatIsPaidFromTheCommonRestIsFollowedToo() {
        city.in(Phase.WORKS).declared().restAwarded(20_000);
        city.refused(planned(POND, AWARDED), "awarded: 150000 cents are not what the proposal pond won");
        city.accepted(planned(POND, 20_000));
    }

    @Test
    void worksAreNotFollowedBeforeThePhaseOfTheOutcome() {
        city.in(Phase.VOTE).declared();
        city.refused(
                planned(CABIN, AWARDED),
                "too early: works are followed from the phase OUTCOME of the budget children-2026 on");
    }

    @Test
    void refusedFirstStepOpensNothing() {
        city.in(Phase.WORKS).declared();
        city.refused(late(null, day(8, 1)), "milestone: none is planned that could be late");
        assertThat(city.entries("works/children-2026/cabin")).isZero();
        city.accepted(planned(CABIN, AWARDED));
        assertThat(city.entries("works/children-2026/cabin")).isEqualTo(2);
    }

    @Test
    void milestoneIsPlannedPutEarlierAndDone() {
        opened();
        city.accepted(planned("Fondations", day(7, 1)));
        city.unchanged(planned("Fondations", day(7, 1)));
        city.refused(
                planned("Fondations", day(7, 2)),
                "day: the milestone \"Fondations\" is planned for 2026-07-01; a later day is a delay, with a reason");
        city.accepted(planned("Fondations", day(6, 20)));
        city.refused(done("Fondations", day(6, 16)), "day: what is done has a day that has come, not 2026-06-16");
        city.accepted(done("Fondations", TODAY));
        city.unchanged(done("Fondations", TODAY));
        city.refused(planned("Fondations", day(7, 1)), "title: the milestone \"Fondations\" is done since 2026-06-15");
        city.accepted(done("Choix de l'artisan « أحمد » 🌳", day(6, 1)));
    }

    @Test
    void worksHaveALimitedNumberOfMilestones() {
        opened();
        for (int i = 0; i < 100; i++) {
            city.accepted(planned("Étape " + i, day(7, 1)));
        }
        city.refused(planned("Étape 100", day(7, 1)), "title: the works of a proposal have at most 100 milestones");
        city.accepted(done("Étape 99", TODAY));
    }

    @Test
    void delayPutsAMilestoneToALaterDay() {
        opened();
        city.refused(late(null, day(8, 1)), "milestone: none is planned that could be late");
        city.accepted(planned("Fondations", day(7, 1)));
        city.accepted(late(null, day(7, 15)));
        city.refused(
                late("Fondations", day(7, 15)),
                "newDay: the milestone \"Fondations\" is planned for 2026-07-15; a delay leads to a later day");
        city.accepted(planned("Toit", day(9, 1)));
        city.refused(late(null, day(10, 1)), "milestone: say which one is late: Fondations, Toit");
        city.refused(late("Mur", day(10, 1)), "milestone: there is none with the title \"Mur\"");
        city.accepted(done("Fondations", TODAY));
        city.refused(
                late("Fondations", day(10, 1)), "milestone: the milestone \"Fondations\" is done since 2026-06-15");
        city.accepted(late(null, day(10, 1)));
    }

    @Test
    void expensesOverWhatWasAwardedNeedAReason() {
        opened();
        city.accepted(expense(150_000, null));
        city.refused(
                expense(1, null),
                "cents: over budget: 150001 cents would be spent of the 150000 awarded; that needs a reason, which is"
                        + " published");
        city.accepted(expense(1, "Le bois a augmenté."));
        city.refused(expense(-150_002, "Erreur"), "cents: of the 150001 cents spent 150002 cannot come back");
        city.accepted(expense(-1, "Erreur de saisie"));
        city.refused(
                new RecordExpense(BUDGET, CABIN, AWARDED, new Expense(5, day(6, 16), "Bois", null, null), TODAY),
                "day: an expense has a day that has come, not 2026-06-16");
    }

    @Test
    void photoIsShownOnce() {
        opened();
        Photo photo = new Photo(new BlobHash("ab".repeat(32)), "La cabane");
        city.accepted(new AddPhoto(BUDGET, CABIN, AWARDED, photo));
        city.unchanged(new AddPhoto(BUDGET, CABIN, AWARDED, photo));
        for (int i = 1; i < 200; i++) {
            city.accepted(new AddPhoto(BUDGET, CABIN, AWARDED, new Photo(new BlobHash("%064x".formatted(i)), null)));
        }
        city.refused(
                new AddPhoto(BUDGET, CABIN, AWARDED, new Photo(new BlobHash("cd".repeat(32)), null)),
                "blob: the works of a proposal have at most 200 photos");
    }

    @Test
    void fateIsToldOfLosersToo() {
        city.in(Phase.VOTE);
        TellFate fate = new TellFate(BUDGET, POND, new Fate(" L'école s'en charge. "));
        city.refused(
                fate,
                "too early: what became of proposals is told from the phase OUTCOME of the budget children-2026 on");
        city.refused(new TellFate(new BudgetId("moon"), POND, new Fate("x")), "there is no budget moon");
    }

    @Test
    void latestTellingOfAFateStands() {
        city.in(Phase.OUTCOME);
        city.accepted(new TellFate(BUDGET, POND, new Fate(" L'école s'en charge. ")));
        city.unchanged(new TellFate(BUDGET, POND, new Fate("L'école s'en charge.")));
        city.accepted(new TellFate(BUDGET, POND, new Fate("La mare est creusée.")));
        city.refused(
                new TellFate(BUDGET, new ProposalId("rocket"), new Fate("x")),
                "there is no proposal rocket in the budget children-2026");
        city.accepted(new TellFate(BUDGET, CABIN, new Fate("Elle sera construite.")));
        city.declared().accepted(planned(CABIN, AWARDED));
        city.unchanged(new TellFate(BUDGET, CABIN, new Fate("Elle sera construite.")));
    }

    @Test
    void indicatorIsDefinedOnceAndMeasuredOnDaysThatHaveCome() {
        opened();
        Indicator visits = new Indicator("visits", "Enfants par semaine", "", 30);
        city.refused(measure(day(6, 15), 12), "indicator: there is no indicator visits");
        city.accepted(new DefineIndicator(BUDGET, CABIN, AWARDED, visits, TODAY));
        city.unchanged(new DefineIndicator(BUDGET, CABIN, AWARDED, visits, day(6, 20)));
        city.refused(
                new DefineIndicator(
                        BUDGET, CABIN, AWARDED, new Indicator("visits", "Enfants par semaine", "", 31), TODAY),
                "id: the indicator visits is defined otherwise already");
        city.refused(measure(day(6, 16), 12), "day: a measure has a day that has come, not 2026-06-16");
        city.accepted(measure(day(6, 15), 12));
        city.unchanged(measure(day(6, 15), 12));
        city.accepted(measure(day(6, 15), -13));
        city.accepted(measure(day(6, 1), 11));
    }

    private static RecordMeasure measure(LocalDate day, long value) {
        return new RecordMeasure(BUDGET, CABIN, AWARDED, new Measure("visits", day, value, 0), TODAY);
    }

    @Test
    void worksHaveALimitedNumberOfIndicators() {
        opened();
        for (int i = 0; i < 20; i++) {
            city.accepted(new DefineIndicator(BUDGET, CABIN, AWARDED, new Indicator("i" + i, "x", "", 1), TODAY));
        }
        city.refused(
                new DefineIndicator(BUDGET, CABIN, AWARDED, new Indicator("i20", "x", "", 1), TODAY),
                "id: the works of a proposal have at most 20 indicators");
    }

    @Test
    void stateIsReadBackFromTheLog() {
        opened();
        city.accepted(planned("Fondations", day(7, 1)));
        city.accepted(late(null, day(7, 15)));
        city.accepted(expense(150_000, null));
        city.restarted();

        city.unchanged(planned("Fondations", day(7, 15)));
        city.refused(
                expense(2, null),
                "cents: over budget: 150002 cents would be spent of the 150000 awarded; that needs a reason, which is"
                        + " published");
    }
}
