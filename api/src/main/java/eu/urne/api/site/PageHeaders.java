package eu.urne.api.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Headers of all pages of the site: they are shown as they are now, in the reader's language. */
@ControllerAdvice(
        assignableTypes = {
            AssessmentPages.class,
            BudgetPages.class,
            ChildrenPages.class,
            CouncilPages.class,
            DrawPages.class,
            InfoPages.class,
            MeetingPages.class,
            MinutesPages.class,
            PollPages.class,
            ProjectPages.class,
            QuizPages.class
        })
public final class PageHeaders {

    @ModelAttribute
    void tell(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
