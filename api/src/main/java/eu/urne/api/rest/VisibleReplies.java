package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.Engine;
import eu.urne.projections.Views;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Replies to the staff, given once the views show what they say, so that the next request finds it; late views do not
 * turn a success into a failure.
 */
public final class VisibleReplies {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Engine engine;
    private final Views views;

    /** Replies of this engine, whose views these are. */
    public VisibleReplies(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /**
     * 201 with the receipt, or 200 for what stood in the log before.
     *
     * @param accept the request's header; null for none
     * @throws ProblemException if the command was refused
     */
    public ResponseEntity<Object> of(Answer answer, @Nullable String accept) {
        await(answer);
        return Replies.of(answer, accept);
    }

    /**
     * The same for a step that writes more behind what its receipt is of: given once the views show all of it.
     *
     * @param accept the request's header; null for none
     * @throws ProblemException if the command was refused
     */
    public ResponseEntity<Object> ofSteps(Answer answer, @Nullable String accept) {
        if (!(answer instanceof Answer.Refused)) {
            views.await(engine.log().reader().lastPosition(), PATIENCE);
        }
        return Replies.of(answer, accept);
    }

    /**
     * Waits for a page that follows, until the views show all that a step has written.
     *
     * @throws ProblemException if the command was refused
     */
    public void shown(Answer answer) {
        if (answer instanceof Answer.Refused(var refusal)) {
            throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        }
        views.await(engine.log().reader().lastPosition(), PATIENCE);
    }

    private void await(Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            engine.log()
                    .reader()
                    .position(accepted.log(), accepted.receipt().index())
                    .ifPresent(position -> views.await(position, PATIENCE));
        }
    }
}
