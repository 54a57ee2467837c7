package eu.urne.engine.poll;

import eu.urne.engine.poll.PollEvent.CardsIssued;
import eu.urne.engine.poll.PollEvent.CardsVoided;
import eu.urne.engine.poll.PollEvent.DiscrepancyRecorded;
import eu.urne.engine.poll.PollEvent.PaperCounted;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a poll knows of its cards and sheets of paper.
 *
 * @param labels number of tokens per label
 * @param voided tokens that are void
 * @param counted the latest count of the sheets in the urn; null before the first
 * @param reconciled whether two persons counted alike and as many as were entered
 * @param explainedBy who has recorded why the counts do not add up
 */
public record CardFacts(
        Map<String, Integer> labels,
        long voided,
        @Nullable PaperCounted counted,
        boolean reconciled,
        Set<String> explainedBy) {

    /** No card yet. */
    static final CardFacts NONE = new CardFacts(Map.of(), 0, null, false, Set.of());

    /** Number of tokens issued, on cards and on paper. */
    public long issued() {
        return labels.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Number of tokens issued on sheets of paper. */
    public long issuedOnPaper() {
        return labels.entrySet().stream()
                .filter(label -> PaperBallot.isLabel(label.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The number of sheets found by the reconciliation; null before it. */
    public @Nullable Long found() {
        return reconciled && counted != null ? Long.valueOf(counted.found()) : null;
    }

    CardFacts with(CardsIssued issued) {
        Map<String, Integer> all = new TreeMap<>(labels);
        all.merge(issued.label(), issued.count(), Integer::sum);
        return new CardFacts(all, voided, counted, reconciled, explainedBy);
    }

    CardFacts with(CardsVoided more) {
        return new CardFacts(labels, voided + more.count(), counted, reconciled, explainedBy);
    }

    CardFacts with(PaperCounted latest) {
        return new CardFacts(labels, voided, latest, reconciled, explainedBy);
    }

    CardFacts asReconciled() {
        return new CardFacts(labels, voided, counted, true, explainedBy);
    }

    CardFacts with(DiscrepancyRecorded recorded) {
        Set<String> all = new TreeSet<>(explainedBy);
        all.add(recorded.by());
        return new CardFacts(labels, voided, counted, reconciled, all);
    }
}
