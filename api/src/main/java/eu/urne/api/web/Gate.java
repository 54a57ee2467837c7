package eu.urne.api.web;

import eu.urne.api.desk.DeskGate;
import eu.urne.api.desk.DeskPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Lets a request through to its handler: handlers of ours that are not marked {@link Everybody} demand a staff key.
 * Stands behind the routing, so that no way to write a path leads around it, and before the body is read. Of the others
 * it only tells whether a valid key came along ({@link Visitor}). Who may use the desk's pages is decided by
 * {@link DeskGate}, before.
 */
public final class Gate implements HandlerInterceptor {

    /** Request attribute: the pseudonym of who has the key. */
    static final String PSEUDONYM = Gate.class.getName() + ".pseudonym";

    private static final String BEARER = "Bearer ";

    private final StaffKeys keys;

    /** A gate that knows these keys. */
    public Gate(StaffKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        BoundedRequest bounded = WebUtils.getNativeRequest(request, BoundedRequest.class);
        if (bounded == null) {
            throw new IllegalStateException("the request is not bounded");
        }
        Optional<String> pseudonym =
                key(request.getHeader(HttpHeaders.AUTHORIZATION)).flatMap(keys::pseudonym);
        pseudonym.ifPresent(known -> request.setAttribute(PSEUDONYM, known));
        if (handler instanceof HandlerMethod method && needsKey(method)) {
            if (pseudonym.isEmpty()) {
                throw new ProblemException(Problem.NO_KEY, "Authorization: a staff key is needed, as \"Bearer <key>\"");
            }
            allow(method, bounded);
        } else if (handler instanceof HandlerMethod method && DeskGate.hasLetIn(request, method)) {
            allow(method, bounded);
        }
        bounded.checkLength();
        return true;
    }

    private static void allow(HandlerMethod method, BoundedRequest bounded) {
        LargeBody large = method.getMethodAnnotation(LargeBody.class);
        bounded.allow(large == null ? BoundedRequest.STAFF_LIMIT : large.bytes());
        if (method.hasMethodAnnotation(Streamed.class)) {
            bounded.allowStream();
        }
    }

    private static boolean needsKey(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("eu.urne.")
                && !method.getBeanType().isAnnotationPresent(DeskPage.class)
                && !method.hasMethodAnnotation(Everybody.class)
                && !method.getBeanType().isAnnotationPresent(Everybody.class);
    }

    /** The key of that header, which may be a wrong one. */
    static Optional<String> key(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
