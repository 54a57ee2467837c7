package eu.urne.engine.budget;

import static eu.urne.engine.budget.TestBudgets.BUDGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.LapsePart;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.ProposalCommand.AcceptProposal;
import eu.urne.engine.budget.ProposalCommand.AssignStudy;
import eu.urne.engine.budget.ProposalCommand.ConfirmStudy;
import eu.urne.engine.budget.ProposalCommand.DeclineProposal;
import eu.urne.engine.budget.ProposalCommand.MergeProposal;
import eu.urne.engine.budget.ProposalCommand.ShortlistProposal;
import eu.urne.engine.budget.ProposalCommand.StudyProposal;
import eu.urne.engine.budget.ProposalCommand.SubmitProposal;
import eu.urne.engine.budget.ProposalCommand.WithdrawProposal;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.BudgetPart;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.PollCommand.IssueCards;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Presentation;
import eu.urne.engine.poll.Token;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From studied proposals to polls that open and close with the phases of their budget. */
class ShortlistTest {

    private static final long NOW = TestBudgets.atMs(2026, 1, 12);
    private static final PollId POLL = new PollId("children-2026-all");

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

    private CommandOrigin origin() {
        return new CommandOrigin("test-" + commands++, "staff/abcd", NOW);
    }

    private Answer send(Object command) {
        return engine.commands().send(command, origin());
    }

    private void accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }

    private void accepted(Object command) {
        accepted(send(command));
    }

    private static void refused(Answer answer, String sentence) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(
                        refused.refusal().sentence())
                .isEqualTo(sentence));
    }

    private void advance(Phase phase) {
        accepted(advanced(phase));
    }

    private Answer advanced(Phase phase) {
        return send(new AdvancePhase(BUDGET, phase, "", TestBudgets.calendar().beginMs(phase)));
    }

    /** A budget in the phase STUDY, with a studied proposal of each of these costs: a, b, c and so on at centre-b. */
    private void studied(BudgetTerms terms, long... cents) {
        accepted(new OpenBudget(terms));
        advance(Phase.IDEAS);
        IntStream.range(0, cents.length).forEach(i -> study(id(i), "centre-b", cents[i]));
        advance(Phase.STUDY);
    }

    private static ProposalId id(int number) {
        return new ProposalId(Character.toString('a' + number));
    }

    private void study(ProposalId id, String site, long cents) {
        Idea idea = new Idea(TestBudgets.idea().text(), "play", new Place(site, null), List.of());
        accepted(new SubmitProposal(BUDGET, id, TestBudgets.GROUP, idea));
        accepted(new AcceptProposal(BUDGET, id));
        accepted(new AssignStudy(BUDGET, id, "Jeunesse"));
        accepted(new StudyProposal(BUDGET, id, TestBudgets.feasible(cents), "staff/a"));
    }

    private static ShortlistDraft draft(String part, String... proposals) {
        return new ShortlistDraft(
                part,
                Arrays.stream(proposals)
                        .map(each -> new ShortlistDraft.Entry(new ProposalId(each), "Projet " + each))
                        .toList(),
                new BallotKind.Favourite(),
                new CountingRule.Greedy(),
                "declared",
                "les enfants des centres",
                List.of("card"),
                false,
                null,
                Presentation.SHUFFLED);
    }

    private Answer shortlist(String part, String... proposals) {
        return engine.budgets().shortlist(BUDGET, draft(part, proposals), origin());
    }

    @Test
    void shortlistBecomesThePollOfItsPart() {
        studied(TestBudgets.terms(false), 300_000, 400_000);
        accepted(shortlist("all", "b", "a"));

        refused(shortlist("all", "a"), "part: the shortlist of all is published already");
        refused(
                send(new ShortlistProposal(BUDGET, id(0), "all", "Autre titre")),
                "part: the shortlist of all is published already");
        refused(
                send(new LapsePart(BUDGET, "all", "non")),
                "part: the shortlist of all is published, so it cannot lapse");
        refused(send(new WithdrawProposal(BUDGET, id(0), "non")), "the proposal a is on the ballot");
        refused(send(new DeclineProposal(BUDGET, id(0), "non")), "the proposal a is on the ballot");
        refused(send(new MergeProposal(BUDGET, id(0), id(1), "non")), "the proposal a is on the ballot");
    }

    @Test
    void samePublicationAgainGoesOnWhereItWas() {
        studied(TestBudgets.terms(false), 300_000);
        CommandOrigin origin = origin();
        Answer first = engine.budgets().shortlist(BUDGET, draft("all", "a"), origin);
        Answer again = engine.budgets().shortlist(BUDGET, draft("all", "a"), origin);

        accepted(first);
        assertThat(((Answer.Accepted) again).receipt()).isEqualTo(((Answer.Accepted) first).receipt());
        refused(shortlist("all", "a"), "the poll children-2026-all is defined already");
    }

    @Test
    void onlyWhatIsStudiedAndFeasibleComesOntoABallot() {
        studied(TestBudgets.terms(false), 300_000, 400_000);
        refused(shortlist("all", "z"), "proposals: there is no proposal z in the budget children-2026");
        refused(shortlist("moon", "a"), "part: the budget children-2026 has no part moon");
        refused(shortlist("all"), "proposals: a shortlist has 1 to 1000, not 0");
        refused(shortlist("all", "a", "a"), "options: the id a stands twice");
        Feasibility.Sheet none = new Feasibility.Sheet("", "", "", "", "", "", "", "", "");
        accepted(new StudyProposal(
                BUDGET, id(1), new Feasibility("Voirie", false, "Trop étroit.", null, none), "staff/a"));
        refused(shortlist("all", "a", "b"), "proposals: the proposal b was found not feasible");
        accepted(new DeclineProposal(BUDGET, id(1), "trop étroit"));
        refused(shortlist("all", "a", "b"), "proposals: the proposal b is declined");
        accepted(shortlist("all", "a"));
    }

    @Test
    void whatIsNotStudiedIsNotShortlisted() {
        accepted(new OpenBudget(TestBudgets.terms(false)));
        advance(Phase.IDEAS);
        accepted(new SubmitProposal(BUDGET, id(0), TestBudgets.GROUP, TestBudgets.idea()));
        advance(Phase.STUDY);

        refused(shortlist("all", "a"), "proposals: the proposal a has no study, and cannot come onto a ballot");
    }

    @Test
    void whatCostsMoreThanThePartIsOverBudget() {
        studied(TestBudgets.terms(false), 1_000_001);

        refused(shortlist("all", "a"), "proposals: over budget: a costs 1000001 cents, the part all has 1000000");
    }

    @Test
    void fourEyesAreDemandedBeforeTheBallot() {
        studied(TestBudgets.terms(true), 300_000);
        refused(shortlist("all", "a"), "the study of the proposal a must be confirmed by somebody else before");
        accepted(new ConfirmStudy(BUDGET, id(0), "staff/b"));
        accepted(shortlist("all", "a"));
    }

    @Test
    void shortlistsArePublishedDuringTheStudyOnly() {
        accepted(new OpenBudget(TestBudgets.terms(false)));
        advance(Phase.IDEAS);
        study(id(0), "centre-b", 300_000);
        refused(
                shortlist("all", "a"),
                "too early: shortlists are published from the phase STUDY of the budget children-2026 on");
        refused(
                send(new ShortlistProposal(BUDGET, id(0), "all", "A")),
                "too early: proposals are shortlisted from the phase STUDY of the budget children-2026 on");
        refused(
                send(new LapsePart(BUDGET, "all", "rien")),
                "too early: parts lapse from the phase STUDY of the budget children-2026 on");
        advance(Phase.STUDY);
        refused(
                advanced(Phase.VOTE),
                "phase: VOTE needs a shortlist of every part, or its lapse; there is none of all");
        accepted(new LapsePart(BUDGET, "all", "rien de faisable"));
        refused(shortlist("all", "a"), "part: all has lapsed");
        advance(Phase.VOTE);
        refused(send(new LapsePart(BUDGET, "moon", "rien")), "part: the budget children-2026 has no part moon");
    }

    @Test
    void partLapsesWithAReason() {
        studied(TestBudgets.terms(false));
        refused(send(new LapsePart(BUDGET, "all", " ")), "reason: a part lapses with a reason, which is published");
        accepted(new LapsePart(BUDGET, "all", "rien de faisable"));
        assertThat(send(new LapsePart(BUDGET, "all", "encore"))).isInstanceOf(Answer.Unchanged.class);
    }

    @Test
    void proposalBelongsToThePartOfItsSite() {
        studied(TestBudgets.bySite(), 300_000);

        refused(shortlist("centre-a", "a"), "proposals: a belongs to centre-b, not to the part centre-a");
        accepted(shortlist("centre-b", "a"));
        refused(
                advanced(Phase.VOTE),
                "phase: VOTE needs a shortlist of every part, or its lapse; there is none of centre-a");
    }

    @Test
    void commonRestNeedsBallotsWithScoresAndNoConflicts() {
        studied(TestBudgets.bySite(), 300_000);
        ShortlistDraft plain = draft("centre-b", "a");
        refused(
                engine.budgets()
                        .shortlist(
                                BUDGET,
                                with(plain, new BallotKind.Grades(5), new CountingRule.MajorityJudgment()),
                                origin()),
                "kind: a common rest needs ballots that give options a score, GRADES does not");
        refused(
                engine.budgets()
                        .shortlist(
                                BUDGET,
                                with(plain, plain.limits(), new CountingRule.GreedyExclusive(List.of(), null)),
                                origin()),
                "rule: greedy-exclusive does not go with a common rest, which knows no conflicts");
        refused(
                engine.budgets().shortlist(BUDGET, with(plain, new BallotKind.Approval(2), plain.rule()), origin()),
                "limits: max is 2, but there are 1 options");
    }

    private static ShortlistDraft with(ShortlistDraft draft, BallotKind kind, CountingRule rule) {
        return new ShortlistDraft(
                draft.part(),
                draft.entries(),
                kind,
                rule,
                draft.tieBreak(),
                draft.eligibility(),
                draft.channels(),
                draft.revote(),
                draft.who(),
                draft.order());
    }

    @Test
    void titlesOfTheBallotAreOneLine() {
        assertThatThrownBy(() -> new ShortlistDraft.Entry(id(0), "two\nlines"))
                .hasMessage("proposals: the title of a must be one line of 1 to 200 characters");
        assertThat(new ShortlistDraft.Entry(id(0), "L'été à l'école 🏖 مدرسة").title())
                .contains("🏖");
    }

    private PollDefinition definition(PollId poll, BudgetPart of) {
        return new PollDefinition(
                new PollTerms(
                        poll,
                        "Sans liste",
                        new BallotKind.Favourite(),
                        new Money(1_000_000, "EUR"),
                        new CountingRule.Greedy(),
                        "declared",
                        "tout le monde",
                        List.of("card"),
                        false,
                        1,
                        engine.polls().trustees(poll),
                        null,
                        null,
                        of),
                List.of(new PollOption("a", "A", 1)));
    }

    @Test
    void pollThatSpendsABudgetsMoneyNeedsAPublishedShortlist() {
        studied(TestBudgets.terms(false), 300_000);

        refused(
                engine.polls().define(definition(POLL, new BudgetPart("children-2026", "all")), origin()),
                "of: the budget children-2026 has published no shortlist of the part all with this definition");
    }

    @Test
    void nameOfABudgetsPollIsTakenOnce() {
        studied(TestBudgets.terms(false), 300_000);
        accepted(engine.polls().define(definition(POLL, null), origin()));

        refused(shortlist("all", "a"), "poll: there is a poll children-2026-all already, not of this budget");
    }

    private void cards() {
        accepted(new IssueCards(POLL, "all", List.of(new Token("a1b2c3d4".repeat(8)))));
    }

    @Test
    void pollsOpenDuringTheVoteAndAreClosedBeforeTheOutcome() {
        studied(TestBudgets.terms(false), 300_000);
        accepted(shortlist("all", "a"));
        cards();
        refused(
                engine.polls().open(POLL, origin()),
                "too early: polls are opened from the phase VOTE of the budget children-2026 on");
        advance(Phase.VOTE);
        accepted(engine.polls().open(POLL, origin()));
        refused(advanced(Phase.OUTCOME), "phase: the poll children-2026-all is not closed yet");
        accepted(engine.polls().close(POLL, origin()));
        advance(Phase.OUTCOME);
    }

    @Test
    void budgetWhoseOnlyPartLapsedHasNoPollAndComesToItsEnd() {
        studied(TestBudgets.terms(false));
        accepted(new LapsePart(BUDGET, "all", "rien de faisable"));
        advance(Phase.VOTE);
        advance(Phase.OUTCOME);
        advance(Phase.WORKS);

        assertThat(engine.budgets().budget(BUDGET))
                .isInstanceOfSatisfying(Budget.Running.class, budget -> assertThat(budget.phase())
                        .isEqualTo(Phase.WORKS));
    }

    @Test
    void restIsAwardedOnceByARuleAfterEveryOutcome() {
        refused(engine.budgets().awardRest(BUDGET, origin()), "there is no budget children-2026");
        studied(TestBudgets.bySite(), 300_000);
        accepted(shortlist("centre-b", "a"));
        accepted(new LapsePart(BUDGET, "centre-a", "rien de faisable"));
        refused(
                engine.budgets().awardRest(BUDGET, origin()),
                "too early: the rest is awarded from the phase OUTCOME of the budget children-2026 on");
        advance(Phase.VOTE);
        PollId poll = BUDGET.poll("centre-b");
        accepted(new IssueCards(poll, "all", List.of(new Token("a1b2c3d4".repeat(8)))));
        accepted(engine.polls().open(poll, origin()));
        accepted(engine.polls().close(poll, origin()));
        advance(Phase.OUTCOME);
        refused(
                engine.budgets().awardRest(BUDGET, origin()),
                "rest: the outcome of the poll children-2026-centre-b is not declared yet");
        accepted(engine.polls().reveal(poll, origin()));
        accepted(engine.polls().declare(poll, origin()));
        accepted(engine.budgets().awardRest(BUDGET, origin()));
        refused(
                engine.budgets().awardRest(BUDGET, origin()),
                "rest: that of the budget children-2026 is awarded already");
    }

    @Test
    void budgetWithoutARuleForItsRestAwardsNone() {
        studied(TestBudgets.terms(false));
        Answer answer = engine.budgets().awardRest(BUDGET, origin());

        refused(answer, "rest: the budget children-2026 has no rule that spends its rest");
        assertThat(((Answer.Refused) answer).refusal().reason()).isEqualTo(Refusal.Reason.INVALID);
    }
}
