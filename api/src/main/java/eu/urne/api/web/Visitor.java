package eu.urne.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Who asks a handler that answers {@link Everybody}, but shows the staff more.
 *
 * @param staff whether a valid staff key came with the request
 */
public record Visitor(boolean staff) {

    /** Gives handlers the visitor of a request that has passed the {@link Gate}. */
    public static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Visitor.class;
        }

        @Override
        public Visitor resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            return new Visitor(web.getAttribute(Gate.PSEUDONYM, RequestAttributes.SCOPE_REQUEST) != null);
        }
    }
}
