package eu.urne.api.signing;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Frontend;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page on which chair and secretary make their keys and sign minutes; the keys stay in the browser. */
@Controller
@Everybody
public final class SigningPage {

    private final Frontend frontend;

    /** A page with this script. */
    public SigningPage(Frontend frontend) {
        this.frontend = frontend;
    }

    @GetMapping("/sign")
    ModelAndView page(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return new ModelAndView("sign", Map.of("script", frontend.script("sign")));
    }
}
