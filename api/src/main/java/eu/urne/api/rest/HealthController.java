package eu.urne.api.rest;

import eu.urne.api.web.Everybody;
import eu.urne.engine.Engine;
import eu.urne.engine.store.LogName;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server works. */
@RestController
@Everybody
@Tag(name = "operation")
public final class HealthController {

    private final Engine engine;
    private final Views views;

    /** The health of this engine and its views. */
    public HealthController(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /**
     * How the server is.
     *
     * @param status {@code up}
     * @param logSize entries of the public log
     * @param viewsLag entries that the views have not seen
     */
    record Health(String status, long logSize, long viewsLag) {}

    /** How the server is; a problem if the log cannot be read. */
    @GetMapping("/health")
    @Operation(summary = "Whether the server works, and how far the views are behind the log")
    Health health() {
        return new Health(
                "up",
                engine.log().checkpoint(LogName.PUBLIC).size(),
                ViewsLag.of(engine, views).entries());
    }
}
