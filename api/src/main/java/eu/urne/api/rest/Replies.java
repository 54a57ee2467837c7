package eu.urne.api.rest;

import eu.urne.api.web.Preference;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers of the engine as responses. */
final class Replies {

    private Replies() {}

    /**
     * 201 with the receipt, or 200 for what stood in the log before; as JSON, or as text where the client prefers it.
     *
     * @param accept the request's header; null for none
     * @throws ProblemException if the command was refused
     */
    static ResponseEntity<Object> of(Answer answer, @Nullable String accept) {
        return switch (answer) {
            case Answer.Accepted accepted -> receipt(accepted, accept);
            case Answer.Unchanged unchanged ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Map.of("unchanged", true));
            case Answer.Refused(var refusal) ->
                throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        };
    }

    private static ResponseEntity<Object> receipt(Answer.Accepted accepted, @Nullable String accept) {
        var status = ResponseEntity.status(accepted.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .header("Cache-Control", "no-store");
        return Preference.isFor(MediaType.TEXT_PLAIN, accept)
                ? status.contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                        .body(accepted.receipt().text())
                : status.contentType(MediaType.APPLICATION_JSON).body(ReceiptReply.of(accepted));
    }
}
