package eu.urne.api.web;

import java.io.Serial;

/** Ends a request with a problem; no defect, so without stack trace. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final String sentence;

    /** The problem, and one sentence that names the field. */
    public ProblemException(Problem problem, String sentence) {
        super(sentence, null, false, false);
        this.problem = problem;
        this.sentence = sentence;
    }

    /** Which problem. */
    public Problem problem() {
        return problem;
    }

    /** The sentence. */
    public String sentence() {
        return sentence;
    }
}
