package eu.urne.api.desk;

import eu.urne.api.Server;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts in which somebody of the staff works: it keeps cookies and sends the forms of pages. */
public final class Staff {

    /** Password of everybody in tests. */
    public static final String PASSWORD = "correct horse battery staple";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    /**
     * What came back.
     *
     * @param location where it leads; empty for nowhere
     */
    public record Answer(int status, String text, String location, HttpResponse<String> response) {}

    private final CookieManager cookies;
    private final HttpClient http;
    private final String base;

    /** A browser that has been nowhere. */
    public Staff(Server server) {
        this(server, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Staff(Server server, CookieManager cookies) {
        this.cookies = cookies;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
        this.base = "http://127.0.0.1:" + server.port();
    }

    /** The same browser at another node behind the same name. */
    public Staff at(Server node) {
        return new Staff(node, cookies);
    }

    /** The first administrator, signed in. */
    public static Staff administrator(Server server) {
        Staff staff = new Staff(server);
        String link = server.firstAdministrator().orElseThrow();
        staff.send(link, Map.of("name", "Ada Ministre", "password", PASSWORD, "again", PASSWORD));
        staff.signIn("Ada Ministre", PASSWORD);
        return staff;
    }

    /** Somebody whom this administrator makes, signed in. */
    public Staff colleague(Server server, String name, String sites, Role... roles) {
        StringBuilder form = new StringBuilder("name=" + encoded(name) + "&sites=" + encoded(sites));
        for (Role role : roles) {
            form.append("&roles=").append(role);
        }
        Matcher link = Pattern.compile("/desk/link/[A-Za-z0-9_-]{32}")
                .matcher(sendRaw("/desk/users", "/desk/users", form.toString()).text());
        if (!link.find()) {
            throw new IllegalStateException("no link for " + name);
        }
        Staff staff = new Staff(server);
        staff.send(link.group(), Map.of("password", PASSWORD, "again", PASSWORD));
        staff.signIn(name, PASSWORD);
        return staff;
    }

    /** Signs in; where that leads. */
    public Answer signIn(String name, String password) {
        return send("/desk/sign-in", Map.of("name", name, "password", password));
    }

    /** Asks for a page as a browser does, and does not follow redirects. */
    public Answer get(String path) {
        return ask(HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** Sends a form to the address that it stands at. */
    public Answer send(String path, Map<String, String> fields) {
        return send(path, path, fields);
    }

    /** Sends a form that stands on a page to its action. */
    public Answer send(String page, String action, Map<String, String> fields) {
        return sendRaw(
                page,
                action,
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private Answer sendRaw(String page, String action, String fields) {
        String html = get(page).text();
        String key = found(KEY, html);
        return post(action, fields + "&_csrf=" + found(TOKEN, html) + (key.isEmpty() ? "" : "&key=" + key));
    }

    /** Sends a body of a form as it is. */
    public Answer post(String path, String form) {
        return ask(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends any request. */
    public Answer ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            String location = response.headers().firstValue("Location").orElse("");
            return new Answer(response.statusCode(), response.body(), location.replace(base, ""), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request to a path of the server. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    /** The value of a cookie; empty for none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** The token against forged forms of a page. */
    public String token(String page) {
        return found(TOKEN, get(page).text());
    }

    private static String found(Pattern pattern, String html) {
        Matcher found = pattern.matcher(html);
        return found.find() ? encoded(found.group(1)) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
