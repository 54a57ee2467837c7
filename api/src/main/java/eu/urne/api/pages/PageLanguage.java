package eu.urne.api.pages;

import eu.urne.api.desk.DeskLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of a page: the one that {@code ?lang=} asks for, else that of the session at the desk, else what the
 * browser prefers, else French.
 */
public final class PageLanguage extends AcceptHeaderLocaleResolver {

    private static final List<Locale> KNOWN = List.of(Locale.FRENCH, Locale.ENGLISH);

    /** French and English. */
    public PageLanguage() {
        setSupportedLocales(KNOWN);
        setDefaultLocale(Locale.FRENCH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        String wanted = asked == null ? DeskLanguage.of(request) : asked;
        return KNOWN.stream()
                .filter(known -> known.getLanguage().equals(wanted))
                .findFirst()
                .orElseGet(() -> super.resolveLocale(request));
    }
}
