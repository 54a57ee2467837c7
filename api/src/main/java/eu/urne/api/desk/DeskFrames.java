package eu.urne.api.desk;

import eu.urne.api.web.Frontend;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes the frames of the desk's pages. */
public final class DeskFrames {

    private enum Place {
        POLLS("/desk/polls", Role.ANIMATOR, Role.CITY, Role.TRUSTEE),
        BUDGETS("/desk/budgets", Role.CITY),
        REGISTERS("/desk/registers", Role.CITY),
        TABLETS("/desk/tablets", Role.ANIMATOR, Role.ADMIN),
        USERS("/desk/users", Role.ADMIN);

        private final String address;
        private final Role[] roles;

        Place(String address, Role... roles) {
            this.address = address;
            this.roles = roles;
        }
    }

    private final Frontend frontend;
    private final ZoneId zone;

    /**
     * Frames with these scripts.
     *
     * @param zone where times are told
     */
    public DeskFrames(Frontend frontend, ZoneId zone) {
        this.frontend = frontend;
        this.zone = zone;
    }

    /** The frame of the answer to a request, for whoever has asked. */
    DeskFrame of(HttpServletRequest request) {
        DeskUser user = SessionLife.user(request).orElse(null);
        List<DeskFrame.Place> places = Arrays.stream(Place.values())
                .filter(place -> user != null && user.is(place.roles))
                .map(place -> new DeskFrame.Place(place.name().toLowerCase(Locale.ROOT), place.address))
                .toList();
        String token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf ? csrf.getToken() : "";
        return new DeskFrame(user, places, token, Secrets.token(), frontend.script("desk"), zone);
    }
}
