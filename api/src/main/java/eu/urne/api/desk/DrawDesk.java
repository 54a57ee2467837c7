package eu.urne.api.desk;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilDraw.Frozen;
import eu.urne.engine.council.CouncilDraw.Lots;
import eu.urne.engine.council.CouncilDraw.Places;
import eu.urne.engine.council.DrawEvent.GivenSeat;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.KnownPerson;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A draw for those who run it: how far it is, its randomness, and who was drawn. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(DrawDesk.PAGE)
public final class DrawDesk {

    static final String PAGE = "/desk/draws/{draw}";

    private final CouncilFiles files;
    private final CandidacyOffice office;
    private final Users users;

    /** Pages of the draws of this engine. */
    public DrawDesk(Engine engine, CandidacyOffice office, Users users) {
        this.files = new CouncilFiles(engine);
        this.office = office;
        this.users = users;
    }

    /**
     * Somebody in the pool.
     *
     * @param name empty where it is not known any more
     */
    public record Member(int candidate, String name, int cell) {}

    /** A source of randomness and the moment before which it cannot be known. */
    public record Chance(int number, String name, Instant moment) {}

    /** A role with whom it was offered to, and whom it can be. */
    public record Offers(Places places, List<Member> offered, List<Member> open) {}

    /** A draw. */
    @GetMapping
    ModelAndView draw(@PathVariable DrawId draw, DeskUser user, CommandOrigin asking) {
        CouncilDraw known = files.draw(draw, user);
        Established council = files.council(files.terms(draw, user).council(), user);
        Map<String, Object> model = new HashMap<>(Map.of(
                "draw", draw,
                "terms", files.terms(draw, user),
                "title", council.terms().title(),
                "state", state(known)));
        switch (known) {
            case Frozen frozen -> {
                model.put("chances", chances(frozen.lots()));
                model.put("candidates", frozen.lots().pool().size());
                var latest = frozen.latest();
                if (latest != null) {
                    model.put("own", latest.by().equals(asking.by()));
                    model.put("by", users.nameOf(latest.by()));
                }
            }
            case Drawn drawn -> {
                model.put("chances", chances(drawn.lots()));
                model.put("candidates", drawn.lots().pool().size());
                model.put("values", drawn.values());
                Map<Integer, KnownPerson> names =
                        office.byIndex(draw, "members of the draw " + draw + " at the desk", asking);
                model.put("members", members(drawn, names));
                model.put("roles", roles(drawn, names));
                model.put(
                        "reserve",
                        drawn.reserve().values().stream().mapToInt(List::size).sum());
            }
            case CouncilDraw.Announced announced -> {}
            case CouncilDraw.CalledOff calledOff -> {}
            case CouncilDraw.Unannounced nothing -> {}
        }
        return new ModelAndView("desk/draw", model);
    }

    private static String state(CouncilDraw draw) {
        return switch (draw) {
            case Frozen frozen -> "frozen";
            case Drawn drawn -> "drawn";
            case CouncilDraw.CalledOff calledOff -> "off";
            case CouncilDraw.Announced announced -> "announced";
            case CouncilDraw.Unannounced nothing -> "announced";
        };
    }

    private static List<Chance> chances(Lots lots) {
        return IntStream.range(0, lots.moments().size())
                .mapToObj(i -> new Chance(
                        i,
                        lots.spec().randomness().get(i).name(),
                        Instant.ofEpochMilli(lots.moments().get(i))))
                .toList();
    }

    private static List<Member> members(Drawn drawn, Map<Integer, KnownPerson> names) {
        return drawn.seats().stream()
                .map((GivenSeat seat) -> new Member(seat.candidate(), name(names, seat.candidate()), seat.cell()))
                .toList();
    }

    /** Each role with those to whom it was offered, and those to whom it can be, in the order of the reserve. */
    private static List<Offers> roles(Drawn drawn, Map<Integer, KnownPerson> names) {
        return drawn.roles().values().stream()
                .sorted(Comparator.comparing((Places places) -> places.role().id()))
                .map(places -> new Offers(
                        places,
                        places.answers().keySet().stream()
                                .sorted()
                                .map(candidate -> new Member(candidate, name(names, candidate), 0))
                                .toList(),
                        drawn.reserve().values().stream()
                                .flatMap(List::stream)
                                .filter(candidate -> !places.answers().containsKey(candidate)
                                        && !drawn.passedOver().contains(candidate))
                                .map(candidate -> new Member(candidate, name(names, candidate), 0))
                                .toList()))
                .toList();
    }

    /** The name of a candidate; empty where it is not known. */
    static String name(Map<Integer, KnownPerson> names, int candidate) {
        KnownPerson person = names.get(candidate);
        return person == null ? "" : person.known().name();
    }
}
