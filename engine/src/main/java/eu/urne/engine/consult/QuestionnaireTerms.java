package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.EngineJson;
import eu.urne.engine.budget.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a questionnaire is opened with; nothing of it changes afterwards.
 *
 * @param title one official line
 * @param text before the questions, 1 to 4,000 characters; null where there is none
 * @param language of its texts: two lower-case letters
 * @param closes moment from which no answer is taken, milliseconds since the epoch
 * @param least no figure of fewer persons is told: 5 to 50
 * @param demonstration whether it only shows how things are done
 * @param questions 1 to 40
 */
public record QuestionnaireTerms(
        QuestionnaireId questionnaire,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
        String language,
        Access access,
        PaperEntry paper,
        long closes,
        int least,
        boolean demonstration,
        List<Question> questions) {

    /** The least figure of persons that is ever told. */
    public static final int LEAST = 5;

    /** The greatest value of {@link #least}. */
    public static final int MOST_LEAST = 50;

    private static final int MOST_QUESTIONS = 40;
    private static final int MOST_OPTIONS = 400;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST = 15_000;

    /** Checks all. */
    public QuestionnaireTerms {
        Texts.checkTitle("title", title);
        if (text != null) {
            Texts.checkText("text", text, 1, LONGEST_TEXT);
        }
        if (!language.matches("[a-z]{2}")) {
            throw new IllegalArgumentException("language: must be two letters such as fr, not \"" + language + "\"");
        }
        if (least < LEAST || least > MOST_LEAST) {
            throw new IllegalArgumentException("least: must be from " + LEAST + " to " + MOST_LEAST + ", not " + least);
        }
        if (closes < 0) {
            throw new IllegalArgumentException("closes: must be a moment since 1970");
        }
        questions = checked(questions);
        if (EngineJson.MAPPER.writeValueAsString(questions).length() + (text == null ? 0 : text.length()) > LONGEST) {
            throw new IllegalArgumentException(
                    "questions: they are too long together; at most about %,d characters fit".formatted(LONGEST));
        }
    }

    private static List<Question> checked(List<Question> questions) {
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new IllegalArgumentException(
                    "questions: 1 to " + MOST_QUESTIONS + " are possible, not " + questions.size());
        }
        Set<String> ids = new HashSet<>();
        int options = 0;
        for (Question question : questions) {
            if (!ids.add(question.id())) {
                throw new IllegalArgumentException("questions: there are two with the id " + question.id());
            }
            options += options(question);
        }
        if (options > MOST_OPTIONS) {
            throw new IllegalArgumentException(
                    "questions: at most " + MOST_OPTIONS + " options are possible together, not " + options);
        }
        return List.copyOf(questions);
    }

    private static int options(Question question) {
        return switch (question) {
            case Question.One one -> one.options().size();
            case Question.Several several -> several.options().size();
            case Question.Ranking ranking -> ranking.options().size();
            case Question.Scale scale -> 0;
            case Question.Figure number -> 0;
            case Question.Text free -> 0;
        };
    }

    /** The question of that id; empty where there is none. */
    public Optional<Question> question(String id) {
        return questions.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
