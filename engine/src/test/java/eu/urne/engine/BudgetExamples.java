package eu.urne.engine;

import eu.urne.engine.blob.BlobEvent;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.Attachment;
import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Feasibility;
import eu.urne.engine.budget.Idea;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.Place;
import eu.urne.engine.budget.ProposalEvent;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.budget.TestBudgets;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Presentation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events of budgets and proposals for {@link EventSnapshotsTest}. */
final class BudgetExamples {

    private static final BudgetId BUDGET = TestBudgets.BUDGET;
    private static final PollId POLL = new PollId("children-2026-all");
    private static final ProposalId PROPOSAL = new ProposalId("cabin");
    private static final BlobHash BLOB = new BlobHash("ab".repeat(32));

    private BudgetExamples() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        put(all, "", new BudgetEvent.BudgetOpened(BUDGET, TestBudgets.terms(true)));
        put(all, "-by-site", new BudgetEvent.BudgetOpened(BUDGET, TestBudgets.bySite()));
        put(all, "", new BudgetEvent.PhaseAdvanced(BUDGET, Phase.IDEAS, "", null));
        put(all, "-outcome", new BudgetEvent.PhaseAdvanced(BUDGET, Phase.OUTCOME, "", List.of(POLL)));
        put(
                all,
                "",
                new BudgetEvent.ShortlistPublished(
                        BUDGET,
                        "all",
                        POLL,
                        new Hash("0f1e2d3c".repeat(8)),
                        Presentation.SHUFFLED,
                        List.of(PROPOSAL, new ProposalId("treehouse"))));
        put(all, "", new BudgetEvent.PartLapsed(BUDGET, "all", "rien de faisable"));
        put(
                all,
                "",
                new BudgetEvent.RestAwarded(
                        BUDGET,
                        200_000,
                        50_000,
                        List.of(POLL),
                        List.of(new BudgetEvent.Award(PROPOSAL, "all", 150_000))));
        put(all, "", new BudgetEvent.PhaseMoved(BUDGET, Phase.VOTE, LocalDate.of(2026, 4, 20), "vacances"));
        putProposals(all);
        return all;
    }

    private static void putProposals(Map<String, Object> all) {
        put(all, "-group", new ProposalEvent.ProposalSubmitted(BUDGET, PROPOSAL, TestBudgets.GROUP, pictured()));
        put(
                all,
                "-person",
                new ProposalEvent.ProposalSubmitted(BUDGET, PROPOSAL, TestBudgets.PERSON, TestBudgets.idea()));
        put(
                all,
                "-council",
                new ProposalEvent.ProposalSubmitted(BUDGET, PROPOSAL, new Author.Council("youth"), TestBudgets.idea()));
        put(all, "", new ProposalEvent.ProposalRevised(BUDGET, PROPOSAL, TestBudgets.idea()));
        put(all, "", new ProposalEvent.ProposalWithdrawn(BUDGET, PROPOSAL, "changé d'avis"));
        put(all, "", new ProposalEvent.ProposalAccepted(BUDGET, PROPOSAL));
        put(all, "", new ProposalEvent.ProposalRejected(BUDGET, PROPOSAL, "hors sujet"));
        put(all, "", new ProposalEvent.ProposalMerged(BUDGET, PROPOSAL, new ProposalId("treehouse"), "la même idée"));
        put(all, "", new ProposalEvent.StudyAssigned(BUDGET, PROPOSAL, "Jeunesse"));
        put(
                all,
                "-feasible",
                new ProposalEvent.ProposalStudied(BUDGET, PROPOSAL, TestBudgets.feasible(150_000), "staff/7f3a"));
        put(all, "-not", new ProposalEvent.ProposalStudied(BUDGET, PROPOSAL, unfeasible(), "staff/7f3a"));
        put(all, "", new ProposalEvent.StudyConfirmed(BUDGET, PROPOSAL, "staff/8e2b"));
        put(all, "", new ProposalEvent.ProposalShortlisted(BUDGET, PROPOSAL, "all", "Une cabane", 150_000, true));
        put(all, "", new ProposalEvent.ProposalDeclined(BUDGET, PROPOSAL, "trop cher"));
        all.put("urne.blob.BlobErased.v1", new BlobEvent.BlobErased(BLOB, "à la demande des parents"));
    }

    private static void put(Map<String, Object> all, String form, Object event) {
        all.put("urne.budget." + event.getClass().getSimpleName() + ".v1" + form, event);
    }

    private static Idea pictured() {
        return new Idea(
                BLOB,
                "play",
                new Place("centre-a", new Place.Point(49_846_000, 3_287_000)),
                List.of(new Attachment(BLOB, "image/jpeg", 123_456)));
    }

    private static Feasibility unfeasible() {
        Feasibility.Sheet sheet = new Feasibility.Sheet("", "", "", "", "", "", "", "", "");
        return new Feasibility("Bâtiments", false, "Le terrain n'est pas à la ville.", null, sheet);
    }
}
