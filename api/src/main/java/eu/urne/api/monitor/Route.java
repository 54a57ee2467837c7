package eu.urne.api.monitor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.servlet.HandlerMapping;

/** The route of a request as figures name it: a template without any value, and one name for all that voters do. */
final class Route {

    /** Casting, cards, receipts, codes, answers and standing: apart they would tell what a voter did not do. */
    static final String VOTING = "voting";

    /** What serves people at a polling place: apart from the rest it would tell when somebody was served. */
    static final String SERVING = "serving";

    private static final String NONE = "none";
    private static final List<String> VOTERS = List.of(
            "/ballots", "/cards", "/receipt", "/code", "/stand", "/answers", "/booth", "/vote", "/tablet", "/verify");
    private static final List<String> STAFF =
            List.of("/register", "/admission", "/voters", "/persons", "/paper", "/desk", "/check-ins", "/gatherings");

    private Route() {}

    /** The route that a request has taken; {@code none} if it led nowhere. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String template
                ? named(template)
                : NONE;
    }

    static String named(String template) {
        if (STAFF.stream().anyMatch(template::contains)) {
            return SERVING;
        }
        return VOTERS.stream().anyMatch(template::contains) ? VOTING : template;
    }
}
