package eu.urne.api.desk;

import eu.urne.api.web.Sha256;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Browsers in which somebody has signed in before: wrong passwords that others type elsewhere do not make her wait
 * there (OWASP, "Slow down online guessing attacks with device cookies"). The cookie is a random value with an HMAC
 * over it and the name; the server keeps the key only.
 */
final class KnownBrowsers {

    private static final String COOKIE = "urne-desk-known";
    private static final String SETTING = "known-browsers-key";
    private static final Duration VALID = Duration.ofDays(180);

    private final byte[] key;

    KnownBrowsers(DeskDatabase database) {
        database.client()
                .sql("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                .params(SETTING, Sha256.hex(Secrets.token()))
                .update();
        key = HexFormat.of()
                .parseHex(database.client()
                        .sql("SELECT value FROM setting WHERE name = ?")
                        .param(SETTING)
                        .query(String.class)
                        .single());
    }

    /**
     * Under which wrong passwords for a name are counted in this browser: by itself where she has signed in before,
     * else together with those of everybody.
     *
     * @param value of the browser's cookie; empty for none
     */
    String countedAs(String name, String value) {
        String[] parts = value.split("\\.", -1);
        boolean known = parts.length == 2
                && MessageDigest.isEqual(
                        parts[1].getBytes(StandardCharsets.UTF_8),
                        mac(parts[0], name).getBytes(StandardCharsets.UTF_8));
        return known ? name + "\n" + parts[0] : name;
    }

    /** What the browser of a request says of itself; empty for nothing. */
    static String value(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    /** Lets a browser be known for who has signed in with that name. */
    void know(String name, HttpServletRequest request, HttpServletResponse response) {
        String random = Secrets.pseudonym();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, random + "." + mac(random, name))
                        .path(DeskSecurity.SIGN_IN)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(VALID)
                        .build()
                        .toString());
    }

    private String mac(String random, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String text = random + "\n" + Users.folded(name);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
