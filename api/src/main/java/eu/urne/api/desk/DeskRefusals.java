package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.engine.EngineJson;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What the desk answers who is not signed in, and who sends a form that is not from a page of hers. */
final class DeskRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (wantsPage(request)) {
            boolean lost = request.getRequestedSessionId() != null;
            response.sendRedirect(DeskSecurity.SIGN_IN + (lost ? "?over" : ""));
        } else {
            problem(response, Problem.SIGNED_OUT, "sign in at the desk first");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (SessionLife.user(request).isEmpty() && wantsPage(request)) {
            response.sendRedirect(DeskSecurity.SIGN_IN + "?over");
        } else if (wantsPage(request)) {
            request.getRequestDispatcher(DeskSecurity.FORGED).forward(request, response);
        } else {
            problem(
                    response,
                    Problem.NOT_AUTHORISED,
                    "the form is not from a page of this session; load the page anew");
        }
    }

    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static void problem(HttpServletResponse response, Problem problem, String sentence) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(EngineJson.MAPPER.writeValueAsBytes(problem.detail(sentence)));
    }
}
