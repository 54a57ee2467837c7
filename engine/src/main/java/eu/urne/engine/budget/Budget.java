package eu.urne.engine.budget;

import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetEvent.PartLapsed;
import eu.urne.engine.budget.BudgetEvent.PhaseAdvanced;
import eu.urne.engine.budget.BudgetEvent.PhaseMoved;
import eu.urne.engine.budget.BudgetEvent.RestAwarded;
import eu.urne.engine.budget.BudgetEvent.ShortlistPublished;
import eu.urne.engine.poll.Hash;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The states of a budget. */
public sealed interface Budget {

    /** Nothing of that name yet. */
    record Unopened() implements Budget {}

    /**
     * Open, in one of its phases.
     *
     * @param shortlists hash of the published definition by part
     * @param lapsed ids of the parts that are given up
     * @param restAwarded whether the rest is spent
     */
    record Running(
            BudgetTerms terms, Phase phase, Map<String, Hash> shortlists, Set<String> lapsed, boolean restAwarded)
            implements Budget {

        /** Parts that have neither a shortlist nor lapsed, in their order. */
        public List<String> undecided() {
            return terms.parts().stream()
                    .map(Part::id)
                    .filter(part -> !shortlists.containsKey(part) && !lapsed.contains(part))
                    .toList();
        }

        private Running with(BudgetTerms other) {
            return new Running(other, phase, shortlists, lapsed, restAwarded);
        }

        private Running in(Phase other) {
            return new Running(terms, other, shortlists, lapsed, restAwarded);
        }

        private Running with(String part, Hash definition) {
            Map<String, Hash> all = new TreeMap<>(shortlists);
            all.put(part, definition);
            return new Running(terms, phase, all, lapsed, restAwarded);
        }

        private Running without(String part) {
            Set<String> all = new TreeSet<>(lapsed);
            all.add(part);
            return new Running(terms, phase, shortlists, all, restAwarded);
        }
    }

    /** The state after an event. */
    default Budget after(BudgetEvent event) {
        return switch (event) {
            case BudgetOpened opened -> new Running(opened.terms(), Phase.KICK_OFF, Map.of(), Set.of(), false);
            case PhaseAdvanced advanced -> running().in(advanced.phase());
            case PhaseMoved moved ->
                running()
                        .with(running()
                                .terms()
                                .with(running().terms().calendar().moved(moved.phase(), moved.day())));
            case ShortlistPublished published -> running().with(published.part(), published.definition());
            case PartLapsed lapsed -> running().without(lapsed.part());
            case RestAwarded awarded ->
                new Running(
                        running().terms(),
                        running().phase(),
                        running().shortlists(),
                        running().lapsed(),
                        true);
        };
    }

    private Running running() {
        if (this instanceof Running running) {
            return running;
        }
        throw new IllegalStateException("the budget is not open");
    }
}
