package eu.urne.audit.record;

import eu.urne.audit.PollFacts;
import eu.urne.audit.Report;
import java.io.IOException;

/**
 * The readable record of a poll, made from its evidence and the verifier's own recount alone: the same evidence gives
 * the same bytes, whenever and wherever it is made.
 *
 * @param html a page that needs nothing else, without scripts
 * @param madeAt when the latest event of the poll was, milliseconds since 1970
 */
public record PollRecord(String html, long madeAt) {

    /**
     * Writes the record of a poll.
     *
     * @param report the report about the evidence; its findings stand on top
     * @param facts what the evidence says about the poll
     * @param checkpointNote the checkpoint with the log's signature; empty if there is none
     * @param language in which language
     */
    public static PollRecord of(Report report, PollFacts facts, String checkpointNote, Language language) {
        String html = new RecordPage(report, facts, checkpointNote, language).html();
        return new PollRecord(html, facts.latestAt());
    }

    /**
     * Lays the record out on A4 pages.
     *
     * @return a PDF with its fonts embedded
     * @throws IOException if it cannot be laid out
     */
    public byte[] pdf() throws IOException {
        return RecordPdf.of(html, madeAt);
    }
}
