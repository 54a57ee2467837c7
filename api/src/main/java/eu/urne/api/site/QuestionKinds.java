package eu.urne.api.site;

import eu.urne.engine.consult.Question;

/** The names of the kinds of questions, as in the log. */
public final class QuestionKinds {

    private QuestionKinds() {}

    /** The name of its kind. */
    public static String of(Question question) {
        return switch (question) {
            case Question.One one -> "ONE";
            case Question.Several several -> "SEVERAL";
            case Question.Ranking ranking -> "RANKING";
            case Question.Scale scale -> "SCALE";
            case Question.Figure figure -> "NUMBER";
            case Question.Text text -> "TEXT";
        };
    }
}
