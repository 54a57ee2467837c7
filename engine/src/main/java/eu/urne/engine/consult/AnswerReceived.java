package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.poll.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer is kept beside the log (docs/formats/consultations.md, section 3).
 *
 * @param leaf its salted hash
 * @param code hash of the one-time code; null where the questionnaire is open to all
 * @param typed who typed it from paper; null where it came online
 */
public record AnswerReceived(
        QuestionnaireId questionnaire,
        Hash leaf,
        Channel channel,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Hash code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> typed) {

    /** Checks who typed it. */
    public AnswerReceived {
        typed = typed == null ? null : List.copyOf(typed);
        boolean byTwo = typed != null && typed.size() == 2;
        if ((typed == null) != (channel == Channel.ONLINE)
                || (typed != null && typed.size() != 1 && !byTwo)
                || (byTwo && typed.getFirst().equals(typed.getLast()))) {
            throw new IllegalArgumentException("typed: one person, or two different ones, type what comes on paper");
        }
    }

    /** Name of its stream. */
    public String stream() {
        return stream(questionnaire, leaf);
    }

    /** Name of the stream of an answer, which is also the id of the command that receives it. */
    public static String stream(QuestionnaireId questionnaire, Hash leaf) {
        return questionnaire.answers() + leaf;
    }
}
