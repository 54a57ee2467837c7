package eu.urne.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The language that a person has chosen at the desk, for as long as she is signed in. */
public final class DeskLanguage {

    private static final String LANGUAGE = DeskLanguage.class.getName();

    private DeskLanguage() {}

    /** The chosen language, {@code fr} or {@code en}; null for none, and outside the desk. */
    public static @Nullable String of(HttpServletRequest request) {
        HttpSession session = request.getRequestURI().startsWith(DeskSecurity.PATH) ? request.getSession(false) : null;
        return session == null ? null : (String) session.getAttribute(LANGUAGE);
    }

    /** Keeps the language that the request asks for, if it does. */
    static void keep(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        HttpSession session = request.getSession(false);
        if (session != null && ("fr".equals(asked) || "en".equals(asked))) {
            session.setAttribute(LANGUAGE, asked);
        }
    }
}
