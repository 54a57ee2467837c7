package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.RequestIds;
import eu.urne.api.web.Sha256;
import eu.urne.api.web.StaffOrigin;
import eu.urne.engine.CommandOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives handlers of a {@link DeskPage} who is signed in and the origin of her command. The command's id is the hash of
 * the form's hidden field {@code key} (for scripts, the header {@code Idempotency-Key}) with her pseudonym, the path
 * and the other fields: a double click is one command, a corrected form another one.
 */
public final class DeskArguments implements HandlerMethodArgumentResolver {

    /** Name of the hidden field. */
    static final String KEY = "key";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final Clock clock;

    /** Origins with the time of this clock. */
    public DeskArguments(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getContainingClass().isAnnotationPresent(DeskPage.class)
                && (parameter.getParameterType() == DeskUser.class
                        || parameter.getParameterType() == CommandOrigin.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("the desk is asked by HTTP");
        }
        DeskUser user = SessionLife.user(request)
                .orElseThrow(() -> new IllegalStateException("a handler that takes a user must not be for everybody"));
        return parameter.getParameterType() == DeskUser.class ? user : origin(request, user);
    }

    private CommandOrigin origin(HttpServletRequest request, DeskUser user) {
        String header = request.getHeader(StaffOrigin.IDEMPOTENCY_KEY);
        String key = header == null ? request.getParameter(KEY) : header;
        String id = key == null ? UUID.randomUUID().toString() : commandId(checked(key), user, request);
        return RequestIds.named(new CommandOrigin("desk:" + id, "staff/" + user.pseudonym(), clock.millis()));
    }

    private static String checked(String key) {
        if (!ALLOWED.matcher(key).matches()) {
            throw new ProblemException(Problem.INVALID, "key: must be 1 to 100 characters of A-Z a-z 0-9 . _ : -");
        }
        return key;
    }

    private static String commandId(String key, DeskUser user, HttpServletRequest request) {
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.remove("_csrf");
        fields.remove("lang");
        StringBuilder content = new StringBuilder();
        fields.forEach((name, values) -> {
            for (String value : values) {
                content.append(name.length()).append(':').append(name);
                content.append(value.length()).append(':').append(value);
            }
        });
        return Sha256.hex(String.join(
                "\n", key, user.pseudonym(), request.getMethod(), request.getRequestURI(), content.toString()));
    }
}
