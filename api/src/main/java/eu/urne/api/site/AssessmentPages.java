package eu.urne.api.site;

import eu.urne.api.open.Assessment;
import eu.urne.api.open.Assessment.Figure;
import eu.urne.api.open.PublisherSettings;
import eu.urne.api.open.SafeCsv;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.projections.Views;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The yearly assessment of what was done with citizens: a page, and the same as CSV and JSON. */
@Controller
@Everybody
public final class AssessmentPages {

    private static final int FIRST = 2014;
    private static final int SHOWN = 5;

    private final Views views;
    private final Clock clock;
    private final ZoneId zone;

    /** Assessments of what these views have, in the years of the city. */
    public AssessmentPages(Views views, Clock clock, PublisherSettings publisher) {
        this.views = views;
        this.clock = clock;
        this.zone = publisher.zone();
    }

    private int now() {
        return LocalDate.ofInstant(clock.instant(), zone).getYear();
    }

    private List<Figure> figures(int year) {
        if (year < FIRST || year > now()) {
            throw new ProblemException(Problem.UNKNOWN, "year: there is no assessment of " + year);
        }
        return Assessment.of(views, zone, year);
    }

    @GetMapping("/assessment")
    ModelAndView latest() {
        return page(now());
    }

    @GetMapping("/assessment/{year:[0-9]{4}}")
    ModelAndView page(@PathVariable int year) {
        Map<String, List<Figure>> groups = figures(year).stream()
                .collect(Collectors.groupingBy(Figure::group, LinkedHashMap::new, Collectors.toList()));
        return new ModelAndView("site/assessment", Map.of("groups", groups, "year", year))
                .addObject(
                        "years",
                        IntStream.rangeClosed(0, SHOWN - 1)
                                .map(back -> now() - back)
                                .filter(each -> each >= FIRST)
                                .boxed()
                                .toList());
    }

    @GetMapping(path = "/assessment/{year:[0-9]{4}}.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(@PathVariable int year) {
        StringWriter out = new StringWriter();
        SafeCsv csv = new SafeCsv(out);
        csv.header("year", "figure", "value");
        figures(year).forEach(each -> csv.row()
                .number(year)
                .text(each.id())
                .number(each.value())
                .end());
        csv.flush();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(out.toString());
    }

    @GetMapping(path = "/assessment/{year:[0-9]{4}}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> json(@PathVariable int year) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures(year).forEach(each -> figures.put(each.id(), each.value()));
        return ResponseEntity.ok(Map.of("year", year, "figures", figures));
    }
}
