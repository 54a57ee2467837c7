package eu.urne.api.web;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Says what is wrong with a JSON body in words for people: the field, never a class. */
final class JsonProblems {

    private JsonProblems() {}

    /** The problem of a body that could not be read. */
    static ProblemException of(JacksonException e) {
        if (!(e instanceof DatabindException)) {
            return new ProblemException(Problem.NOT_JSON, "the body is not JSON" + place(e));
        }
        String sentence = ownSentence(e);
        String field = field(e);
        if (sentence != null) {
            return new ProblemException(Problem.INVALID, sentence);
        }
        if (e instanceof PropertyBindingException) {
            return new ProblemException(Problem.INVALID, field + ": there is no such member");
        }
        if (e instanceof InvalidFormatException format && format.getTargetType() == LocalDate.class) {
            return new ProblemException(Problem.INVALID, field + ": there is no day \"" + format.getValue() + "\"");
        }
        if (e instanceof InvalidTypeIdException unknown) {
            return new ProblemException(
                    Problem.INVALID,
                    unknown.getTypeId() == null
                            ? field + ": the member that tells its kind is missing"
                            : field + ": \"" + unknown.getTypeId() + "\" is not known here");
        }
        return new ProblemException(Problem.INVALID, field + ": it is missing, or has the wrong type");
    }

    /** The sentence of our own check, if one of them failed. */
    private static @Nullable String ownSentence(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return cause.getMessage();
            }
        }
        return null;
    }

    private static String field(JacksonException e) {
        String path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "the body" : path.startsWith(".") ? path.substring(1) : path;
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
