package eu.urne.api.rest;

import eu.urne.api.evidence.BlobArchive;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.BudgetId;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The texts and files that the log names, for whoever verifies. */
@RestController
@Everybody
@Tag(name = "log")
public final class BlobArchiveController {

    private static final int ARCHIVES = 2;

    private final Engine engine;
    private final Views views;
    private final Semaphore archives = new Semaphore(ARCHIVES);

    /** Archives of what this engine keeps. */
    public BlobArchiveController(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /** What is published of a budget. */
    @GetMapping("/api/budgets/{budget}/blobs.zip")
    @Operation(
            summary = "The texts and files that are published of a budget, each with its salt, so that its SHA-256 is"
                    + " what the log says")
    void archive(@PathVariable BudgetId budget, HttpServletResponse response) throws IOException {
        if (views.budgets().phase(budget).isEmpty()) {
            throw BudgetController.unknown(budget);
        }
        if (!archives.tryAcquire()) {
            throw new ProblemException(Problem.BUSY, ARCHIVES + " archives are being written; try again later");
        }
        try {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + budget + "-blobs.zip\"");
            response.setHeader("Cache-Control", "no-cache");
            BlobArchive.write(engine.blobs(), published(budget), response.getOutputStream());
        } finally {
            archives.release();
        }
    }

    /** What proposals and works show, each once, in order of the hashes. */
    private List<BlobHash> published(BudgetId budget) {
        return Stream.concat(views.proposals().published(budget).stream(), views.works().published(budget).stream())
                .distinct()
                .sorted(Comparator.comparing(BlobHash::hex))
                .toList();
    }
}
