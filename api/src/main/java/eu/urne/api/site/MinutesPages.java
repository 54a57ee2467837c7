package eu.urne.api.site;

import eu.urne.api.web.Everybody;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesEvent.MinutesPublished;
import eu.urne.projections.MinutesView;
import eu.urne.projections.Told;
import eu.urne.projections.Views;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Minutes that chair and secretary have signed. */
@Controller
@Everybody
public final class MinutesPages {

    private final Views views;
    private final MinutesPaper paper;

    /** Pages of what these views have. */
    public MinutesPages(Views views, MinutesPaper paper) {
        this.views = views;
        this.paper = paper;
    }

    private record Signed(Minutes.Published minutes, long atMs) {}

    private Signed signed(CouncilId council, MeetingId meeting) {
        return views.councils()
                .minutes(council, meeting)
                .flatMap(MinutesPages::signed)
                .orElseThrow(Unknown.minutes(meeting));
    }

    private static Optional<Signed> signed(MinutesView view) {
        return Optional.ofNullable(view.minutes().published())
                .map(published -> new Signed(
                        published,
                        view.history().stream()
                                .filter(told -> told.event() instanceof MinutesPublished)
                                .mapToLong(Told::atMs)
                                .max()
                                .orElse(0)));
    }

    @GetMapping("/councils/{council}/meetings/{meeting}/minutes")
    ModelAndView minutes(@PathVariable CouncilId council, @PathVariable MeetingId meeting) {
        return new ModelAndView(
                "site/minutes",
                paper.model(council, meeting, signed(council, meeting).minutes()));
    }

    @GetMapping("/councils/{council}/meetings/{meeting}/minutes.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable CouncilId council, @PathVariable MeetingId meeting) {
        Signed signed = signed(council, meeting);
        String name = council + "-" + meeting + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(paper.pdf(council, meeting, signed.minutes(), signed.atMs(), LocaleContextHolder.getLocale()));
    }
}
