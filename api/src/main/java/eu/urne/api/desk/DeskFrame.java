package eu.urne.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page of the desk shows around its content.
 *
 * @param user who is signed in; null for nobody
 * @param places where her roles let her go
 * @param token against forged forms, for scripts; forms have it by themselves
 * @param key for the idempotency of this page's forms, new for each page
 * @param script address of the desk's script
 */
public record DeskFrame(@Nullable DeskUser user, List<Place> places, String token, String key, String script) {

    /**
     * An entry of the navigation.
     *
     * @param id of its text: {@code desk.place.<id>}
     * @param address path
     */
    public record Place(String id, String address) {}

    private enum Known {
        POLLS("/desk/polls", Role.ANIMATOR, Role.CITY, Role.TRUSTEE),
        BUDGETS("/desk/budgets", Role.CITY),
        REGISTERS("/desk/registers", Role.CITY),
        TABLETS("/desk/tablets", Role.ANIMATOR, Role.ADMIN),
        USERS("/desk/users", Role.ADMIN);

        private final String address;
        private final Role[] roles;

        Known(String address, Role... roles) {
            this.address = address;
            this.roles = roles;
        }
    }

    /**
     * The frame of an answer.
     *
     * @param script address of the desk's script
     */
    static DeskFrame of(HttpServletRequest request, String script) {
        DeskUser user = SessionLife.user(request).orElse(null);
        List<Place> places = Arrays.stream(Known.values())
                .filter(place -> user != null && user.is(place.roles))
                .map(place -> new Place(place.name().toLowerCase(Locale.ROOT), place.address))
                .toList();
        String token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf ? csrf.getToken() : "";
        return new DeskFrame(user, places, token, Secrets.token(), script);
    }
}
