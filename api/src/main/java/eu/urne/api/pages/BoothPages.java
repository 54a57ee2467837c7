package eu.urne.api.pages;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Frontend;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The pages on which people vote: the booth of a tablet with what makes it work without a connection, and the page to
 * vote at home. Both are empty frames: what is shown in them is made in the browser, where a choice is sealed.
 */
@Controller
@Everybody
public final class BoothPages {

    private static final String BOOTH = "/booth";
    private static final List<String> STYLES = List.of("/assets/urne.css", "/assets/booth.css", "/assets/icon.svg");

    private final Frontend frontend;
    private final ResourceUrlProvider addresses;
    private final MessageSource texts;

    /** Pages with these scripts, styles and texts. */
    public BoothPages(Frontend frontend, ResourceUrlProvider mvcResourceUrlProvider, MessageSource texts) {
        this.frontend = frontend;
        this.addresses = mvcResourceUrlProvider;
        this.texts = texts;
    }

    /**
     * What a tablet is told about the booth as an application (W3C Web Application Manifest).
     *
     * @param start_url where it opens
     */
    record Manifest(
            String id,
            String name,
            String short_name,
            String lang,
            String start_url,
            String scope,
            String display,
            String orientation,
            String background_color,
            String theme_color,
            List<Icon> icons) {}

    /** An icon of an application. */
    record Icon(String src, String sizes, String type, String purpose) {}

    /** The booth. */
    @GetMapping(BOOTH)
    ModelAndView booth(HttpServletResponse response) {
        return page("booth", response);
    }

    /** The page to vote at home. */
    @GetMapping("/vote")
    ModelAndView vote(HttpServletResponse response) {
        return page("vote", response);
    }

    /** A page that names the newest scripts, and is asked for anew every time. */
    private ModelAndView page(String template, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        return new ModelAndView(template, "script", frontend.script(template));
    }

    /**
     * What a tablet keeps besides the page, so that the booth opens without a connection: names change with content.
     */
    @GetMapping(BOOTH + "/files.json")
    ResponseEntity<List<String>> files() {
        List<String> files = new ArrayList<>(frontend.files("booth"));
        STYLES.forEach(style -> files.add(address(style)));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(List.copyOf(files));
    }

    private String address(String asset) {
        String hashed = addresses.getForLookupPath(asset);
        return hashed == null ? asset : hashed;
    }

    /** The booth as an application of the tablet. */
    @GetMapping(path = BOOTH + "/manifest.webmanifest", produces = "application/manifest+json")
    ResponseEntity<Manifest> manifest(Locale locale) {
        String name = texts.getMessage("booth.app", null, locale);
        Icon icon = new Icon(address("/assets/icon.svg"), "any", "image/svg+xml", "any");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new Manifest(
                        BOOTH,
                        name,
                        texts.getMessage("name", null, locale),
                        locale.getLanguage(),
                        BOOTH,
                        BOOTH,
                        "fullscreen",
                        "any",
                        "#fbf8f2",
                        "#125a7c",
                        List.of(icon)));
    }

    /** The worker that answers where there is no connection; browsers look for a newer one at each visit. */
    @GetMapping("/sw.js")
    ResponseEntity<Resource> worker() {
        String file = frontend.script("sw");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", BOOTH)
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .body(new ClassPathResource(Frontend.LOCATION + file.substring(file.lastIndexOf('/') + 1)));
    }
}
