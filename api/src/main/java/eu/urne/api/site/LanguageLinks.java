package eu.urne.api.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Links of pages that keep the language which the reader has chosen by {@code ?lang=}: visitors have no cookie that
 * could remember it. The desk has a session for that.
 */
public final class LanguageLinks extends StandardLinkBuilder {

    private static final String LANGUAGE = "lang";
    private static final List<String> KNOWN = List.of("fr", "en");
    private static final List<String> WITHOUT = List.of("/assets/", "/app/", "/api/", "/log/", "/desk");

    @Override
    protected String processLink(IExpressionContext context, String link) {
        String processed = super.processLink(context, link);
        String language = language(context);
        return language == null || !link.startsWith("/") || WITHOUT.stream().anyMatch(link::startsWith)
                ? processed
                : with(processed, language);
    }

    private static String with(String link, String language) {
        int hash = link.indexOf('#');
        String address = hash < 0 ? link : link.substring(0, hash);
        String fragment = hash < 0 ? "" : link.substring(hash);
        return address + (address.contains("?") ? "&" : "?") + LANGUAGE + "=" + language + fragment;
    }

    private static @Nullable String language(IExpressionContext context) {
        if (!(context instanceof IWebContext web)) {
            return null;
        }
        String asked = web.getExchange().getRequest().getParameterValue(LANGUAGE);
        return asked != null && KNOWN.contains(asked) ? asked : null;
    }
}
