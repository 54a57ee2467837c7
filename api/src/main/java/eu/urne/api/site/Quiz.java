package eu.urne.api.site;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The quiz "who does what?": questions that a city may edit. Nobody's answers are kept.
 *
 * @param who all who may be an answer, 2 to 12
 * @param questions in their order, 1 to 50
 */
public record Quiz(List<Who> who, List<Question> questions) {

    /** Resource with the questions that come with the program. */
    public static final String BUILT_IN = "/eu/urne/api/pages/children/quiz.yaml";

    private static final int MOST_WHO = 12;
    private static final int MOST_QUESTIONS = 50;

    /** Checks that ids stand once and that every answer can be chosen. */
    public Quiz {
        who = List.copyOf(who);
        questions = List.copyOf(questions);
        if (who.size() < 2 || who.size() > MOST_WHO) {
            throw new IllegalArgumentException("who: 2 to " + MOST_WHO + " are possible, not " + who.size());
        }
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new IllegalArgumentException(
                    "questions: 1 to " + MOST_QUESTIONS + " are possible, not " + questions.size());
        }
        Set<String> ids = new HashSet<>();
        for (Who each : who) {
            if (!ids.add(each.id())) {
                throw new IllegalArgumentException("who: the id " + each.id() + " stands twice");
            }
        }
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            for (String choice : question.choices()) {
                if (!ids.contains(choice)) {
                    throw new IllegalArgumentException(
                            "questions: the choice \"" + choice + "\" of question " + (i + 1) + " is nobody of who");
                }
            }
            if (!question.choices().contains(question.answer())) {
                throw new IllegalArgumentException("questions: the answer \"" + question.answer() + "\" of question "
                        + (i + 1) + " is none of its choices");
            }
        }
    }

    /** One text in both languages, none of them blank. */
    public record Text(String fr, String en) {

        private static final int MOST = 500;

        /** Checks the lengths. */
        public Text {
            for (String text : List.of(fr, en)) {
                if (text.isBlank() || text.length() > MOST) {
                    throw new IllegalArgumentException("a text in fr and en has 1 to " + MOST + " characters");
                }
            }
        }

        /** In the reader's language. */
        public String in(Locale locale) {
            return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : fr;
        }
    }

    /**
     * Somebody who does things for people.
     *
     * @param id 1 to 40 characters of a-z, 0-9 and -
     */
    public record Who(String id, Text name) {

        /** Checks the id. */
        public Who {
            if (!id.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException(
                        "who: an id has 1 to 40 characters of a-z, 0-9 and -, not \"" + id + "\"");
            }
        }
    }

    /**
     * A question.
     *
     * @param choices ids of who may be chosen, at least 2
     * @param answer the right one
     * @param why an explanation that is told after any answer
     */
    public record Question(Text question, List<String> choices, String answer, Text why) {

        /** Checks the choices. */
        public Question {
            choices = List.copyOf(choices);
            if (choices.size() < 2 || new HashSet<>(choices).size() < choices.size()) {
                throw new IllegalArgumentException("choices: at least 2 are needed, each once");
            }
        }
    }

    /** Who has that id; empty for nobody. */
    public Optional<Who> who(String id) {
        return who.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
