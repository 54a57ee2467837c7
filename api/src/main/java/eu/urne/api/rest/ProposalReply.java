package eu.urne.api.rest;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.Attachment;
import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.Place;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.projections.ProposalRow;
import eu.urne.projections.ProposalState;
import eu.urne.projections.ProposalView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is shown.
 *
 * @param title that of the ballot, or the authors'; null where it is erased or not for everybody
 * @param text null where it is erased or not for everybody
 * @param attachments none where they are not for everybody
 * @param cents what it costs; null before it is studied, and where it is not feasible
 * @param part whose ballot it is on; null before
 * @param submittedMs when it was handed in, milliseconds since the epoch
 * @param credits authors of what was merged into it, directly or not
 * @param mergedInto as part of what it goes on; null where it does not
 * @param reason why it was withdrawn, rejected, merged or declined; null where it was not
 * @param verdict how its poll came out for it; null before
 */
record ProposalReply(
        ProposalId proposal,
        ProposalState state,
        @Nullable String title,
        @Nullable String text,
        String category,
        Place place,
        List<Attachment> attachments,
        @Nullable Long cents,
        @Nullable String part,
        long submittedMs,
        Author author,
        List<ProposalView.Credit> credits,
        @Nullable ProposalId mergedInto,
        @Nullable String reason,
        @Nullable String department,
        ProposalView.@Nullable Study study,
        @Nullable OptionVerdict verdict) {

    /** The proposal, with what may be seen of its words. */
    static ProposalReply of(ProposalView view, Optional<IdeaText> words, boolean readable) {
        ProposalRow row = view.row();
        return new ProposalReply(
                row.proposal(),
                row.state(),
                title(row, words),
                words.map(IdeaText::text).orElse(null),
                row.category(),
                readable ? view.idea().place() : new Place(view.idea().place().site(), null),
                readable ? view.idea().attachments() : List.of(),
                row.cents(),
                row.part(),
                row.submittedMs(),
                view.author(),
                view.credits(),
                view.mergedInto(),
                view.reason(),
                view.department(),
                view.study(),
                view.verdict());
    }

    private static @Nullable String title(ProposalRow row, Optional<IdeaText> words) {
        return row.title() != null ? row.title() : words.map(IdeaText::title).orElse(null);
    }

    /**
     * A proposal in a list.
     *
     * @param title that of the ballot, or the authors'; null where it is erased
     * @param text its words, as a blob
     */
    record Item(
            ProposalId proposal,
            ProposalState state,
            @Nullable String title,
            String site,
            String category,
            BlobHash text,
            @Nullable Long cents,
            @Nullable String part,
            long submittedMs) {

        static Item of(ProposalRow row, Optional<IdeaText> words) {
            return new Item(
                    row.proposal(),
                    row.state(),
                    ProposalReply.title(row, words),
                    row.site(),
                    row.category(),
                    row.text(),
                    row.cents(),
                    row.part(),
                    row.submittedMs());
        }
    }
}
