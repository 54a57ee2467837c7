package eu.urne.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.api.web.Everybody;
import eu.urne.api.witness.Publication;
import eu.urne.engine.Engine;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server works. */
@RestController
@Everybody
@Tag(name = "operation")
public final class HealthController {

    private final Engine engine;
    private final Views views;
    private final Publication publication;

    /** The health of this engine, its views and what is published of it. */
    public HealthController(Engine engine, Views views, Publication publication) {
        this.engine = engine;
        this.views = views;
        this.publication = publication;
    }

    /**
     * How the server is.
     *
     * @param status {@code up}
     * @param logSize entries of the public log
     * @param publishedSize entries of the checkpoint that the outside sees; 0 while there is none
     * @param viewsLag entries of the public log that the views have not seen
     * @param waiting why the latest checkpoint is not shown yet; absent if it is
     */
    record Health(
            String status,
            long logSize,
            long publishedSize,
            long viewsLag,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String waiting) {}

    /** How the server is; a problem if the log cannot be read. */
    @GetMapping("/health")
    @Operation(summary = "Whether the server works, and how far the views are behind the log")
    Health health() {
        return new Health(
                "up",
                engine.log().checkpoint(LogName.PUBLIC).size(),
                publication.checkpoint().map(SizedNote::size).orElse(0L),
                ViewsLag.ofPublic(engine, views),
                publication.waiting().orElse(null));
    }
}
