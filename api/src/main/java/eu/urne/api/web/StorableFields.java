package eu.urne.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Refuses forms, queries and parts of paths with a text that cannot be stored or looked for ({@link StorableText}). */
public final class StorableFields implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            StorableText.check(name, name);
            for (String value : values) {
                StorableText.check(name, value);
            }
        });
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts) {
            parts.forEach((name, value) -> StorableText.check(String.valueOf(name), String.valueOf(value)));
        }
        return true;
    }
}
