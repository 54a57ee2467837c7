package eu.urne.api.web;

import eu.urne.engine.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns whatever goes wrong in a request into a problem detail, without a trace of how the server is made. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Seconds after which a busy server may be asked again. */
    private static final String RETRY_AFTER_S = "2";

    /** A problem that was found by ourselves. */
    @ExceptionHandler
    ResponseEntity<Object> found(ProblemException e) {
        return answer(e.problem(), e.sentence(), new HttpHeaders());
    }

    /** Too many appends wait. */
    @ExceptionHandler
    ResponseEntity<Object> busy(StoreException.Busy e) {
        return answer(Problem.BUSY, String.valueOf(e.getMessage()), new HttpHeaders());
    }

    /** The store failed. */
    @ExceptionHandler
    ResponseEntity<Object> broken(StoreException e) {
        LOG.error("the store failed: {}", e.getMessage()); // a trace a request would fill the disk while it is away
        LOG.debug("the store failed", e);
        return answer(
                Problem.UNAVAILABLE, "the log cannot be written or read; send the same again later", new HttpHeaders());
    }

    /** The database of the desk is away. */
    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<Object> unreachable(NestedRuntimeException e) {
        LOG.error("the desk's database failed", e);
        return answer(Problem.UNAVAILABLE, "the database cannot be used; send the same again later", new HttpHeaders());
    }

    /** A defect. */
    @ExceptionHandler
    ResponseEntity<Object> defect(Exception e) {
        LOG.error("a request failed by a defect", e);
        return answer(Problem.DEFECT, "the request failed by a defect of the server", new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return found(JsonProblems.of(json));
            }
        }
        return answer(Problem.NOT_JSON, "the body is missing or cannot be read", headers);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
            return inPath
                    ? answer(Problem.UNKNOWN, "there is no " + mismatch.getName() + " " + mismatch.getValue(), headers)
                    : answer(Problem.INVALID, mismatch.getName() + ": it has the wrong type", headers);
        }
        Problem problem = Problem.of(status.value());
        return problem == Problem.DEFECT ? defect(e) : answer(problem, sentence(problem, e), headers);
    }

    private static String sentence(Problem problem, Exception e) {
        String told = e instanceof ErrorResponse response ? response.getBody().getDetail() : null;
        if (problem == Problem.UNKNOWN || told == null) {
            return problem == Problem.UNKNOWN ? "there is nothing at this path" : "the request cannot be answered";
        }
        return told;
    }

    private static ResponseEntity<Object> answer(Problem problem, String sentence, HttpHeaders headers) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        switch (problem) {
            case NO_KEY -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"urne\"");
            case NO_TABLET -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Tablet realm=\"urne\"");
            case BUSY, BEHIND, UNAVAILABLE -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
            default -> {}
        }
        return answer.body(problem.detail(sentence));
    }
}
