package eu.urne.api.site;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.site.CouncilShelf.DrawCard;
import eu.urne.api.site.CouncilShelf.MeetingCard;
import eu.urne.api.web.Everybody;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.Tenure;
import eu.urne.projections.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The list of councils, and the page of each: its rules, its seats, its draws and its meetings. */
@Controller
@Everybody
public final class CouncilPages {

    private final CouncilShelf shelf;
    private final Views views;
    private final CouncilWords words;
    private final Clock clock;
    private final ZoneId zone;

    /** Pages of the councils of this engine, on the days of this publisher's zone. */
    public CouncilPages(Engine engine, Views views, CouncilWords words, Clock clock, PublisherSettings publisher) {
        this.views = views;
        this.words = words;
        this.shelf = new CouncilShelf(engine);
        this.clock = clock;
        this.zone = publisher.zone();
    }

    /**
     * A council in the list.
     *
     * @param held seats held today
     * @param next meeting; null where none is called
     * @param draws under way
     */
    public record CouncilCard(
            CouncilTerms terms, int held, @Nullable MeetingCard next, List<DrawCard> draws) {}

    /**
     * A seat of a council.
     *
     * @param place where it is drawn
     * @param holder who holds it today; null where nobody does
     * @param latest who held it last, or will; null where nobody ever did
     */
    public record SeatRow(
            SeatPicture.Place place,
            @Nullable Tenure holder,
            @Nullable Tenure latest) {}

    @GetMapping("/councils")
    ModelAndView councils() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<String, List<CouncilCard>> kinds = shelf.councils().stream()
                .map(council -> card(council, today))
                .collect(Collectors.groupingBy(card -> card.terms().kind(), LinkedHashMap::new, Collectors.toList()));
        return new ModelAndView("site/councils", Map.of("kinds", kinds));
    }

    private CouncilCard card(Council.Established council, LocalDate today) {
        return new CouncilCard(
                council.terms(),
                council.held(today).size(),
                shelf.meetings(council.terms().council()).stream()
                        .filter(meeting -> meeting.isAhead(today))
                        .findFirst()
                        .orElse(null),
                shelf.draws(council).stream().filter(DrawCard::isUnderWay).toList());
    }

    @GetMapping("/councils/{council}")
    ModelAndView council(@PathVariable CouncilId council) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Council.Established found = shelf.council(council).orElseThrow(Unknown.council(council));
        SeatPicture picture = SeatPicture.of(found.terms().seats());
        List<SeatRow> seats = picture.places().stream()
                .map(place -> new SeatRow(
                        place,
                        found.holder(place.seat(), today).orElse(null),
                        found.latest(place.seat()).orElse(null)))
                .toList();
        return new ModelAndView("site/council", Map.of("council", found.terms(), "today", today))
                .addObject("picture", picture)
                .addObject("seats", seats)
                .addObject("held", found.held(today).size())
                .addObject("changes", changes(council))
                .addObject("draws", shelf.draws(found))
                .addObject("meetings", shelf.meetings(council))
                .addObject("motions", shelf.motions(council));
    }

    /** Seats that were vacated and filled, in sentences. */
    private List<String> changes(CouncilId council) {
        return views.councils().council(council).stream()
                .flatMap(view -> view.history().stream())
                .flatMap(told -> words.change(told.event()).stream())
                .toList();
    }
}
