package eu.urne.api.desk;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the staff begins: what each role is there for. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY, Role.SECRETARY, Role.TRUSTEE, Role.ADMIN})
public final class DeskHome {

    /** The places of the user's roles. */
    @GetMapping(DeskSecurity.PATH)
    ModelAndView home() {
        return new ModelAndView("desk/home");
    }
}
