package eu.urne.api.web;

import eu.urne.engine.CommandOrigin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives handlers the {@link CommandOrigin} of a staff request. With the header {@code Idempotency-Key} the command id
 * is the hash of key, pseudonym, method, path and body: the same request again is the same command and gets the same
 * receipt; the same key with other content is another command and decided anew. Without it the id is random.
 */
public final class StaffOrigin implements HandlerMethodArgumentResolver {

    /** Header with the client's own key for a request, 1 to 100 characters of A-Z a-z 0-9 . _ : -. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final Clock clock;

    /** Origins with the time of this clock. */
    public StaffOrigin(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandOrigin.class;
    }

    @Override
    public CommandOrigin resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        BoundedRequest request = web.getNativeRequest(BoundedRequest.class);
        if (request == null || !(request.getAttribute(Gate.PSEUDONYM) instanceof String pseudonym)) {
            throw new IllegalStateException("a handler that takes an origin must demand a staff key");
        }
        String key = request.getHeader(IDEMPOTENCY_KEY);
        String id = key == null ? UUID.randomUUID().toString() : commandId(checked(key), pseudonym, request);
        return RequestIds.named(new CommandOrigin(id, "staff/" + pseudonym, clock.millis()));
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(
                    Problem.INVALID, IDEMPOTENCY_KEY + ": must be 1 to 100 characters of A-Z a-z 0-9 . _ : -");
        }
        return key;
    }

    private static String commandId(String key, String pseudonym, BoundedRequest request) throws IOException {
        String head = String.join("\n", key, pseudonym, request.getMethod(), request.getRequestURI(), "");
        byte[] body = request.isStreamed() ? new byte[0] : request.body();
        return "staff:" + Sha256.hex(head.getBytes(StandardCharsets.UTF_8), body);
    }
}
