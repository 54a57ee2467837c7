package eu.urne.api.rest;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.GatheringTerms;
import eu.urne.engine.consult.KeptAnswer;
import eu.urne.engine.consult.QuestionTable;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.consult.Reception;
import eu.urne.engine.consult.TableCell;
import eu.urne.projections.GatheringView;
import eu.urne.projections.QuestionnaireView;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What everybody is told of questionnaires and gatherings. */
final class ConsultReplies {

    private ConsultReplies() {}

    /**
     * A questionnaire.
     *
     * @param state {@code drafted}, {@code withdrawn}, {@code open}, {@code closed}, {@code counted} or
     *     {@code published}
     * @param answers how many there are, which is public from the opening on
     * @param paper how many of them came on paper
     * @param tables what they say; null before that is published
     */
    record QuestionnaireReply(
            QuestionnaireTerms terms,
            String state,
            long answers,
            long paper,
            @Nullable List<QuestionTable> tables,
            List<FindingReply> findings) {

        static QuestionnaireReply of(QuestionnaireView view, Map<BlobHash, String> texts) {
            boolean told = view.state() instanceof Questionnaire.Published;
            return new QuestionnaireReply(
                    view.state().terms(),
                    view.state().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    view.answers(),
                    view.paper(),
                    told ? ((Questionnaire.Published) view.state()).results().tables() : null,
                    told
                            ? ((Questionnaire.Published) view.state())
                                    .findings().values().stream()
                                            .map(finding -> new FindingReply(finding, texts.get(finding.text())))
                                            .toList()
                            : List.of());
        }
    }

    /**
     * What became of a wish.
     *
     * @param words the text; null where it is erased
     */
    record FindingReply(Finding finding, @Nullable String words) {}

    /**
     * What who answers gets: with the salt she finds her answer among those counted.
     *
     * @param leaf hash of the answer in the log
     * @param salt 64 hex digits
     */
    record ReceivedReply(String leaf, String salt, ReceiptReply receipt) {

        static ReceivedReply of(Reception.Received received) {
            KeptAnswer kept = received.kept();
            return new ReceivedReply(
                    kept.leaf().hex(), HexFormat.of().formatHex(kept.salt()), ReceiptReply.of(received.receipt()));
        }
    }

    /**
     * A gathering.
     *
     * @param evaluation by which it is evaluated; null where it is not yet
     * @param attendance how many came; null before that is told
     */
    record GatheringReply(
            GatheringTerms terms,
            @Nullable QuestionnaireId evaluation,
            @Nullable Long attendance,
            @Nullable List<TableCell> bySite,
            @Nullable List<TableCell> byAge,
            @Nullable String calledOff) {

        static GatheringReply of(GatheringView view) {
            var held = view.state().held();
            return new GatheringReply(
                    view.state().terms(),
                    view.state().evaluation(),
                    held == null ? null : Long.valueOf(held.attendance()),
                    held == null ? null : held.bySite(),
                    held == null ? null : held.byAge(),
                    view.state().calledOff());
        }
    }
}
