package eu.urne.api.site;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.BudgetOutcome;
import eu.urne.projections.BudgetOutcome.PartOutcome;
import eu.urne.projections.BudgetOutcome.PartState;
import eu.urne.projections.BudgetOutcome.Standing;
import eu.urne.projections.BudgetView;
import eu.urne.projections.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what came of a budget, project by project; of a poll whose outcome is not declared nothing is told. */
final class OutcomeStory {

    private final Views views;
    private final Projects projects;
    private final PageWords words;

    OutcomeStory(Views views, Projects projects, PageWords words) {
        this.views = views;
        this.projects = projects;
        this.words = words;
    }

    /**
     * A part of a budget.
     *
     * @param lines winners in the order of selection, then the others by their score
     * @param spent cents of its winners
     * @param most the highest score; at least 1
     */
    public record Part(PartOutcome outcome, List<Line> lines, long spent, long most) {

        /** Whether its outcome is declared. */
        public boolean isDeclared() {
            return outcome.state() == PartState.DECLARED;
        }

        /** Thousandths of its money that the winners take. */
        public int spentShare() {
            return Share.of(spent, outcome.cents());
        }

        /** Thousandths of the longest bar of scores. */
        public int scoreShare(Line line) {
            return Share.of(line.standing().verdict().score(), most);
        }
    }

    /**
     * A project that was voted on.
     *
     * @param project null where it is not published any more
     * @param won whether it is done
     * @param score in words
     * @param why in a sentence
     */
    public record Line(
            Standing standing, @Nullable ProjectCard project, boolean won, String score, String why, MoneyBar bar) {}

    /** All parts of a budget. */
    List<Part> parts(BudgetView budget) {
        BudgetOutcome outcome =
                views.budgets().outcome(budget.budget(), views.polls()).orElseThrow();
        return outcome.parts().stream().map(part -> part(budget, part)).toList();
    }

    private Part part(BudgetView budget, PartOutcome outcome) {
        BallotKind kind = kind(outcome.poll());
        List<Line> lines = new ArrayList<>();
        outcome.winners().forEach(standing -> lines.add(line(budget, outcome, kind, standing, true)));
        outcome.losers().stream()
                .sorted(Comparator.comparingLong(
                        (Standing standing) -> -standing.verdict().score()))
                .forEach(standing -> lines.add(line(budget, outcome, kind, standing, standing.fromRest())));
        long spent = outcome.winners().stream().mapToLong(Standing::cents).sum();
        long most = lines.stream()
                .mapToLong(line -> line.standing().verdict().score())
                .max()
                .orElse(1);
        return new Part(outcome, lines, spent, Math.max(1, most));
    }

    private Line line(BudgetView budget, PartOutcome part, BallotKind kind, Standing standing, boolean won) {
        BudgetId id = budget.budget();
        String currency = budget.terms().amount().currency();
        return new Line(
                standing,
                projects.card(id, standing.proposal()).orElse(null),
                won,
                words.score(kind, standing.verdict().score()),
                words.verdict(kind, standing.verdict(), currency, standing.fromRest()),
                MoneyBar.of(part.cents(), standing.cents(), standing.verdict()));
    }

    private BallotKind kind(@Nullable PollId poll) {
        return Optional.ofNullable(poll)
                .flatMap(views.polls()::poll)
                .map(view -> PollDefinition.read(view.definition()).terms().limits())
                .orElseGet(BallotKind.Favourite::new);
    }
}
