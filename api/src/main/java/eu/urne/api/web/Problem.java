package eu.urne.api.web;

import eu.urne.engine.EngineJson;
import eu.urne.engine.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Every way in which a request can fail, as RFC 9457 tells it: the one factory of problem details. */
public enum Problem {
    /** What the request speaks of does not exist. */
    UNKNOWN(HttpStatus.NOT_FOUND, "Not found"),
    /** It was erased, and will not come back. */
    ERASED(HttpStatus.GONE, "Erased"),
    /** It exists already, with other content. */
    EXISTS(HttpStatus.CONFLICT, "Exists already"),
    /** Not in this state, or not any more. */
    WRONG_STATE(HttpStatus.CONFLICT, "Not in this state"),
    /** A token or person without the right. */
    NOT_AUTHORISED(HttpStatus.FORBIDDEN, "Not authorised"),
    /** A token, card or ciphertext that was used before. */
    USED(HttpStatus.CONFLICT, "Used before"),
    /** The content is wrong. */
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid content"),
    /** The body is not JSON. */
    NOT_JSON(HttpStatus.BAD_REQUEST, "Not JSON"),
    /** The request is not one of HTTP, or lacks something. */
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "Bad request"),
    /** The ballot is not signed by its token. */
    SIGNATURE(HttpStatus.FORBIDDEN, "Wrong signature"),
    /** The staff key is missing or wrong. */
    NO_KEY(HttpStatus.UNAUTHORIZED, "Staff key needed"),
    /** The tablet is not known, or not any more. */
    NO_TABLET(HttpStatus.UNAUTHORIZED, "Tablet not known"),
    /** Nobody is signed in. */
    SIGNED_OUT(HttpStatus.UNAUTHORIZED, "Sign in first"),
    /** The body is over its limit. */
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Too large"),
    /** The body has a type that is not read here. */
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Wrong media type"),
    /** The answer has no type that the client accepts. */
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
    /** The path does not know the method. */
    METHOD(HttpStatus.METHOD_NOT_ALLOWED, "Wrong method"),
    /** Too much at once: come back later. */
    BUSY(HttpStatus.TOO_MANY_REQUESTS, "Busy"),
    /** The store does not work: nothing was acknowledged. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Unavailable"),
    /** The views have not yet what was asked for. */
    BEHIND(HttpStatus.SERVICE_UNAVAILABLE, "Views are behind"),
    /** A defect of the server. */
    DEFECT(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error");

    private static final String TYPE_PREFIX = "urn:urne:problem:";

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The problem that a refusal of the engine is. */
    public static Problem of(Refusal.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> UNKNOWN;
            case EXISTS -> EXISTS;
            case WRONG_STATE -> WRONG_STATE;
            case NOT_AUTHORISED -> NOT_AUTHORISED;
            case USED -> USED;
            case INVALID -> INVALID;
        };
    }

    /** The problem that an HTTP status of 400 and above stands for. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> NO_KEY;
            case 403 -> NOT_AUTHORISED;
            case 404 -> UNKNOWN;
            case 405 -> METHOD;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : DEFECT;
        };
    }

    /** The HTTP status. */
    public HttpStatus status() {
        return status;
    }

    /** The last part of the type URI, stable: clients may rely on it. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem in detail: one sentence that names the field. */
    public ProblemDetail detail(String sentence) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setTitle(title);
        detail.setType(URI.create(TYPE_PREFIX + reason()));
        return detail;
    }

    /**
     * Answers with the problem, where no handler does: in filters and valves.
     *
     * @param response whose body nobody has begun
     */
    void write(HttpServletResponse response, String sentence) throws IOException {
        byte[] body = EngineJson.MAPPER.writeValueAsBytes(detail(sentence));
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(body);
    }
}
