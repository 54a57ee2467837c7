package eu.urne.api.desk;

import eu.urne.api.web.Frontend;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes the frames of the desk's pages. */
public final class DeskFrames {

    /** A part of the desk, and whose it is. */
    private record Place(String id, String address, List<Role> roles) {}

    private static final List<Place> PLACES = List.of(
            new Place("polls", "/desk/polls", List.of(Role.ANIMATOR, Role.CITY, Role.TRUSTEE)),
            new Place("budgets", "/desk/budgets", List.of(Role.CITY)),
            new Place("councils", "/desk/councils", List.of(Role.SECRETARY)),
            new Place("questionnaires", "/desk/questionnaires", List.of(Role.ANIMATOR, Role.CITY)),
            new Place("registers", "/desk/registers", List.of(Role.CITY)),
            new Place("tablets", "/desk/tablets", List.of(Role.ANIMATOR, Role.ADMIN)),
            new Place("users", "/desk/users", List.of(Role.ADMIN)));

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
        List<DeskFrame.Place> places = PLACES.stream()
                .filter(place -> user != null && place.roles().stream().anyMatch(user::is))
                .map(place -> new DeskFrame.Place(place.id(), place.address()))
                .toList();
        String token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf ? csrf.getToken() : "";
        return new DeskFrame(user, places, token, Secrets.token(), frontend.script("desk"), zone);
    }
}
