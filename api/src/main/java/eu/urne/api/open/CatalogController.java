package eu.urne.api.open;

import eu.urne.api.web.Everybody;
import eu.urne.engine.budget.Phase;
import eu.urne.projections.PollState;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What open data there are. */
@RestController
@Everybody
@Tag(name = "open data")
public final class CatalogController {

    private final Views views;
    private final PublisherSettings settings;

    /** A catalogue of what these views show. */
    public CatalogController(Views views, PublisherSettings settings) {
        this.views = views;
        this.settings = settings;
    }

    /** The catalogue. */
    @GetMapping(
            path = "/api/catalog",
            produces = {"application/ld+json", "application/json"})
    @Operation(summary = "The catalogue of the open data: DCAT-AP 3 as JSON-LD")
    ResponseEntity<JsonNode> catalog() {
        Catalog catalog = new Catalog(settings);
        views.budgets().all().stream()
                .filter(budget -> budget.phase().compareTo(Phase.OUTCOME) >= 0)
                .forEach(catalog::add);
        views.polls().all().stream()
                .filter(poll -> poll.state() == PollState.DECLARED)
                .forEach(catalog::add);
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(catalog.json());
    }
}
