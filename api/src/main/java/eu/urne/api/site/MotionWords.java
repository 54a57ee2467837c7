package eu.urne.api.site;

import eu.urne.engine.council.Division;
import eu.urne.engine.council.MotionEvent.MotionDeclared;
import eu.urne.engine.council.MotionTerms;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.poll.MotionRule.Majority;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Tells votes on motions with their arithmetic. Templates know it as {@code motionWords}. */
public final class MotionWords {

    private final MessageSource texts;
    private final CouncilWords words;

    /** Words of these texts. */
    MotionWords(MessageSource texts, CouncilWords words) {
        this.texts = texts;
        this.words = words;
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Such as 31 pour, 10 contre, 4 abstentions. */
    public String votes(VoteCount votes) {
        return text(
                "councils.votes",
                votes.inFavour(),
                votes.against(),
                words.count("councils.abstained", votes.abstained()));
    }

    /** Who has put a motion or an amendment. */
    public String mover(int seat) {
        return seat == 0 ? text("councils.by.CITY") : text("councils.seat.number", seat);
    }

    /** What a majority asked for in a vote, in a sentence with its numbers. */
    public String needed(MotionTerms terms, Division division, MotionDeclared result) {
        Majority majority = terms.majority();
        return switch (majority) {
            case SIMPLE -> text("councils.needs.simple", result.votes().against() + 1);
            case ABSOLUTE -> text("councils.needs.absolute", division.members() / 2 + 1, division.members());
            case TWO_THIRDS ->
                text("councils.needs.two_thirds", Math.max(1, 2 * result.votes().against()));
            case UNANIMITY -> text("councils.needs.unanimity");
        };
    }

    /** The result with all that led to it. */
    public String result(MotionTerms terms, Division division, MotionDeclared result) {
        String told = votes(result.votes()) + ". ";
        if (!result.quorum()) {
            told += text("councils.result.no-quorum", division.present(), division.quorum()) + " ";
        } else if (result.casting()) {
            told += text("councils.result.casting") + " ";
        } else {
            told += needed(terms, division, result) + " ";
        }
        return told + text(result.carried() ? "councils.result.carried" : "councils.result.lost");
    }
}
