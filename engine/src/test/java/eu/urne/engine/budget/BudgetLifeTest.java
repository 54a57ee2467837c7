package eu.urne.engine.budget;

import static eu.urne.engine.budget.TestBudgets.BUDGET;
import static eu.urne.engine.budget.TestBudgets.atMs;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.LapsePart;
import eu.urne.engine.budget.BudgetCommand.MovePhase;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.ProposalCommand.AcceptProposal;
import eu.urne.engine.budget.ProposalCommand.AssignStudy;
import eu.urne.engine.budget.ProposalCommand.ConfirmStudy;
import eu.urne.engine.budget.ProposalCommand.DeclineProposal;
import eu.urne.engine.budget.ProposalCommand.MergeProposal;
import eu.urne.engine.budget.ProposalCommand.RejectProposal;
import eu.urne.engine.budget.ProposalCommand.ReviseProposal;
import eu.urne.engine.budget.ProposalCommand.StudyProposal;
import eu.urne.engine.budget.ProposalCommand.SubmitProposal;
import eu.urne.engine.budget.ProposalCommand.WithdrawProposal;
import eu.urne.engine.roll.ConsentCommand.RecordConsent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A budget and its proposals, from the opening to the end of the studies, with what is refused on the way. */
class BudgetLifeTest {

    private static final long NOW = atMs(2026, 1, 12);
    private static final ProposalId CABIN = new ProposalId("cabin");
    private static final ProposalId TREEHOUSE = new ProposalId("treehouse");

    @TempDir
    Path folder;

    private DataDirectory data;
    private Engine engine;
    private int commands;

    @BeforeEach
    void start() {
        data = DataDirectory.open(folder, "test.example/log");
        engine = Engine.start(data, NOW, axon -> {});
    }

    @AfterEach
    void stop() {
        engine.close();
        data.close();
    }

    private Answer send(Object command) {
        return engine.commands().send(command, new CommandOrigin("test-" + commands++, "staff/abcd", NOW));
    }

    private void accepted(Object command) {
        assertThat(send(command)).as(command.toString()).isInstanceOf(Answer.Accepted.class);
    }

    private void unchanged(Object command) {
        assertThat(send(command)).isInstanceOf(Answer.Unchanged.class);
    }

    private void refused(Object command, String sentence) {
        assertThat(send(command)).isInstanceOfSatisfying(Answer.Refused.class, answer -> assertThat(
                        answer.refusal().sentence())
                .isEqualTo(sentence));
    }

    private static AdvancePhase advance(Phase phase) {
        return new AdvancePhase(BUDGET, phase, "", TestBudgets.calendar().beginMs(phase));
    }

    private void in(Phase phase) {
        accepted(new OpenBudget(TestBudgets.terms(true)));
        for (Phase next : List.of(Phase.IDEAS, Phase.STUDY, Phase.VOTE)) {
            if (next.compareTo(phase) <= 0) {
                lapseBefore(next);
                accepted(advance(next));
            }
        }
    }

    private void lapseBefore(Phase phase) {
        if (phase == Phase.VOTE) {
            accepted(new LapsePart(BUDGET, "all", "Rien n'est faisable"));
        }
    }

    private static SubmitProposal submit(ProposalId proposal) {
        return new SubmitProposal(BUDGET, proposal, TestBudgets.GROUP, TestBudgets.idea());
    }

    private void inStudy(ProposalId proposal) {
        accepted(submit(proposal));
        accepted(new AcceptProposal(BUDGET, proposal));
        accepted(new AssignStudy(BUDGET, proposal, "Jeunesse"));
    }

    @Test
    void openingAgainWithTheSameTermsChangesNothing() {
        accepted(new OpenBudget(TestBudgets.terms(true)));
        unchanged(new OpenBudget(TestBudgets.terms(true)));
        refused(new OpenBudget(TestBudgets.terms(false)), "the budget children-2026 exists with other terms");
    }

    @Test
    void phasesFollowEachOther() {
        accepted(new OpenBudget(TestBudgets.terms(true)));
        refused(advance(Phase.STUDY), "phase: the budget children-2026 is in KICK_OFF; next is IDEAS");
        accepted(advance(Phase.IDEAS));
        unchanged(advance(Phase.IDEAS));
        for (Phase phase : List.of(Phase.STUDY, Phase.VOTE, Phase.OUTCOME, Phase.WORKS)) {
            lapseBefore(phase);
            accepted(advance(phase));
        }
        refused(advance(Phase.KICK_OFF), "phase: the budget children-2026 is in WORKS; nothing follows");
    }

    @Test
    void phaseBeginsBeforeItsDayOnlyForAReason() {
        accepted(new OpenBudget(TestBudgets.terms(true)));
        long eve = atMs(2026, 2, 2) - 1;
        refused(
                new AdvancePhase(BUDGET, Phase.IDEAS, " ", eve),
                "phase: IDEAS begins on 2026-02-02; to begin before needs a reason");
        accepted(new AdvancePhase(BUDGET, Phase.IDEAS, "Les enfants sont prêts", eve));
    }

    @Test
    void phaseThatHasNotBegunIsMoved() {
        in(Phase.IDEAS);
        refused(move(Phase.IDEAS, 3, 1, "why"), "phase: IDEAS has begun already and cannot be moved");
        refused(move(Phase.STUDY, 3, 23, ""), "reason: a phase is moved with a reason, which is published");
        refused(move(Phase.STUDY, 4, 13, "late"), "calendar: VOTE must begin later than STUDY, not on 2026-04-13");
        accepted(move(Phase.STUDY, 3, 23, "vacances"));
        unchanged(move(Phase.STUDY, 3, 23, "vacances"));
        refused(advance(Phase.STUDY), "phase: STUDY begins on 2026-03-23; to begin before needs a reason");
    }

    private static MovePhase move(Phase phase, int month, int day, String reason) {
        return new MovePhase(BUDGET, phase, LocalDate.of(2026, month, day), reason);
    }

    @Test
    void ideasAreHandedInDuringTheirPhaseOnly() {
        refused(submit(CABIN), "there is no budget children-2026");
        accepted(new OpenBudget(TestBudgets.terms(true)));
        refused(submit(CABIN), "too early: ideas are handed in from the phase IDEAS of the budget children-2026 on");
        accepted(advance(Phase.IDEAS));
        accepted(submit(CABIN));
        refused(submit(CABIN), "the proposal cabin exists already");
        accepted(advance(Phase.STUDY));
        refused(
                submit(TREEHOUSE),
                "too late: ideas are handed in until the phase IDEAS of the budget children-2026 ends");
    }

    @Test
    void sitesThatTheBudgetDoesNotHaveAreRefused() {
        in(Phase.IDEAS);
        Idea elsewhere = new Idea(TestBudgets.idea().text(), "play", new Place("moon", null), List.of());
        refused(
                new SubmitProposal(BUDGET, CABIN, TestBudgets.PERSON, elsewhere),
                "site: the budget children-2026 has no site moon");
        refused(
                new SubmitProposal(BUDGET, CABIN, new Author.Group("moon", 3), TestBudgets.idea()),
                "site: the budget children-2026 has no site moon");
    }

    @Test
    void aChildHandsInAnIdeaOnceAGuardianHasConsented() {
        in(Phase.IDEAS);
        refused(
                new SubmitProposal(BUDGET, CABIN, TestBudgets.PERSON, TestBudgets.idea()),
                "author: the consent of a parent or guardian to a part in the budget children-2026 is not recorded");
        accepted(new RecordConsent(BUDGET, ((Author.Single) TestBudgets.PERSON).person()));
        accepted(new SubmitProposal(BUDGET, CABIN, TestBudgets.PERSON, TestBudgets.idea()));
    }

    @Test
    void budgetForGroupsTakesNoIdeaOfOnePerson() {
        accepted(new OpenBudget(TestBudgets.forGroups()));
        accepted(advance(Phase.IDEAS));
        refused(
                new SubmitProposal(BUDGET, CABIN, TestBudgets.PERSON, TestBudgets.idea()),
                "author: the budget children-2026 takes ideas of groups and councils only");
        accepted(new SubmitProposal(BUDGET, CABIN, new Author.Council("youth"), TestBudgets.idea()));
    }

    @Test
    void proposalIsStudiedAndItsStudyConfirmedBySomebodyElse() {
        in(Phase.IDEAS);
        refused(new AcceptProposal(BUDGET, CABIN), "there is no proposal cabin in the budget children-2026");
        inStudy(CABIN);
        refused(new ConfirmStudy(BUDGET, CABIN, "b"), "the proposal cabin has no study that waits for confirmation");
        accepted(new StudyProposal(BUDGET, CABIN, TestBudgets.feasible(150_000), "a"));
        accepted(new StudyProposal(BUDGET, CABIN, TestBudgets.feasible(160_000), "a"));
        refused(new ConfirmStudy(BUDGET, CABIN, "a"), "a study is confirmed by somebody other than who wrote it");
        accepted(new ConfirmStudy(BUDGET, CABIN, "b"));
        refused(
                new StudyProposal(BUDGET, CABIN, TestBudgets.feasible(1), "a"),
                "the proposal cabin is studied after it is assigned, and until its study is confirmed");
        refused(
                new ReviseProposal(BUDGET, CABIN, TestBudgets.idea()),
                "the proposal cabin can be revised only before a department studies it");
    }

    @Test
    void whatIsMergedGoesOnAsPartOfAnother() {
        in(Phase.IDEAS);
        accepted(submit(CABIN));
        refused(
                new MergeProposal(BUDGET, CABIN, TREEHOUSE, "la même idée"),
                "into: there is no proposal treehouse in the budget children-2026");
        accepted(submit(TREEHOUSE));
        refused(new MergeProposal(BUDGET, CABIN, CABIN, "x"), "into: a proposal cannot be merged into itself");
        refused(new MergeProposal(BUDGET, CABIN, TREEHOUSE, ""), "reason: it must say why");
        accepted(new MergeProposal(BUDGET, CABIN, TREEHOUSE, "la même idée"));
        refused(new AcceptProposal(BUDGET, CABIN), "the proposal cabin is part of treehouse");
        refused(
                new MergeProposal(BUDGET, TREEHOUSE, CABIN, "retour"),
                "into: the proposal cabin goes no further itself");
    }

    @Test
    void whatIsTakenBackRejectedOrDeclinedGoesNoFurther() {
        in(Phase.IDEAS);
        for (String id : List.of("a", "b", "c")) {
            accepted(submit(new ProposalId(id)));
        }
        accepted(new WithdrawProposal(BUDGET, new ProposalId("a"), "changé d'avis"));
        refused(new RejectProposal(BUDGET, new ProposalId("b"), " "), "reason: it must say why");
        refused(
                new RejectProposal(BUDGET, new ProposalId("b"), "x".repeat(2_001)),
                "reason: at most 2000 characters are possible, and no control characters");
        refused(
                new RejectProposal(BUDGET, new ProposalId("b"), "half \ud83d"),
                "reason: at most 2000 characters are possible, and no control characters");
        accepted(new RejectProposal(BUDGET, new ProposalId("b"), "hors sujet"));
        accepted(new DeclineProposal(BUDGET, new ProposalId("c"), "trop cher"));

        refused(new AcceptProposal(BUDGET, new ProposalId("a")), "the proposal a is withdrawn");
        refused(new AcceptProposal(BUDGET, new ProposalId("b")), "the proposal b is rejected");
        refused(submit(new ProposalId("c")), "the proposal c is declined");
    }

    @Test
    void studiesEndWhenTheVoteBegins() {
        in(Phase.IDEAS);
        inStudy(CABIN);
        accepted(advance(Phase.STUDY));
        lapseBefore(Phase.VOTE);
        accepted(advance(Phase.VOTE));
        refused(
                new StudyProposal(BUDGET, CABIN, TestBudgets.feasible(1), "a"),
                "too late: proposals are studied until the phase STUDY of the budget children-2026 ends");
    }

    @Test
    void stateIsReadBackFromTheLog() {
        in(Phase.IDEAS);
        inStudy(CABIN);
        engine.close();
        engine = Engine.start(data, NOW, axon -> {});

        accepted(new StudyProposal(BUDGET, CABIN, TestBudgets.feasible(150_000), "a"));
        refused(submit(CABIN), "the proposal cabin exists already");
    }
}
