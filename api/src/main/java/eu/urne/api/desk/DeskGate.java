package eu.urne.api.desk;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets a request through to a handler of a {@link DeskPage} if {@link Allowed} says that its user may, and to no other;
 * gives its page the frame of that user, and the form that was refused where there is none.
 */
public final class DeskGate implements HandlerInterceptor {

    private final DeskFrames frames;

    /** A gate whose pages have these frames. */
    public DeskGate(DeskFrames frames) {
        this.frames = frames;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isDesk(method)) {
            return true;
        }
        DeskLanguage.keep(request);
        if (method.hasMethodAnnotation(Everybody.class)) {
            return true;
        }
        DeskUser user = SessionLife.user(request)
                .orElseThrow(() -> new ProblemException(Problem.SIGNED_OUT, "sign in at the desk first"));
        Allowed allowed = allowed(method);
        if (allowed == null || !user.is(allowed.value())) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "your roles do not allow this");
        }
        return true;
    }

    /** Whether the handler is one of the desk and a user has got through to it. */
    public static boolean hasLetIn(HttpServletRequest request, HandlerMethod method) {
        return isDesk(method) && SessionLife.user(request).isPresent();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && handler instanceof HandlerMethod method && isDesk(method) && !isRedirect(page)) {
            page.addObject("desk", frames.of(request));
            page.getModel().putIfAbsent("typed", TypedForm.NONE);
        }
    }

    private static boolean isRedirect(ModelAndView page) {
        return page.getViewName() != null && page.getViewName().startsWith("redirect:");
    }

    private static boolean isDesk(HandlerMethod method) {
        return method.getBeanType().isAnnotationPresent(DeskPage.class);
    }

    private static @Nullable Allowed allowed(HandlerMethod method) {
        Allowed own = method.getMethodAnnotation(Allowed.class);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class) : own;
    }
}
