package eu.urne.api.web;

import java.util.List;

/**
 * What a browser may load for a page (Content Security Policy Level 3): everything from our own origin, nothing inline,
 * and a script only where a page has one.
 */
enum ContentPolicy {
    /** Pages and answers without a script. */
    PLAIN(""),
    /** Pages with scripts of ours: they ask our server, keep pictures in memory and work in the background. */
    SCRIPTED("; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'");

    private static final String COMMON = "default-src 'none'; style-src 'self'; img-src 'self' data: blob:; "
            + "media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final String header;

    ContentPolicy(String scripts) {
        header = COMMON + scripts;
    }

    /** The policy for a path of ours. */
    static ContentPolicy of(String path) {
        for (String scripted : List.of("/booth", "/vote", "/verify", "/desk", "/sign", "/stand/", "/sw.js", "/app/")) {
            if (path.startsWith(scripted)) {
                return SCRIPTED;
            }
        }
        return PLAIN;
    }

    String header() {
        return header;
    }
}
