package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbDocument;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** A published election as this count would publish it. */
final class CountedDocument {

    private static final String WON = "1";
    private static final String PAID_IN_PART = "2";

    private CountedDocument() {}

    /**
     * The document with the winners of the count in the column {@code selected} and its rule in META.
     *
     * @throws IllegalArgumentException if the count stopped at a tie; the message is a sentence
     */
    static PbDocument of(PbDocument document, FileCount count) {
        if (!count.outcome().decided()) {
            throw new IllegalArgumentException("the count stopped at a tie, so there is no outcome to write.");
        }
        Map<String, String> marks = new LinkedHashMap<>();
        count.outcome().selected().forEach(id -> marks.put(id, WON));
        for (Verdict verdict : count.outcome().verdicts()) {
            if (verdict.reason() instanceof Reason.FromReserve) {
                marks.put(verdict.option(), PAID_IN_PART);
            }
        }
        return document.tidy().announcing(count.publishedRule(), marks);
    }
}
