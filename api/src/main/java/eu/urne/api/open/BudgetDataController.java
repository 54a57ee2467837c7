package eu.urne.api.open;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.EngineJson;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalRow;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** The open data of budgets, from their outcome on: every published proposal and what became of it. */
@RestController
@RequestMapping("/api/budgets/{budget}")
@Everybody
@Tag(name = "open data")
public final class BudgetDataController {

    private static final ProposalFilter PUBLISHED = new ProposalFilter(false, null, null, null, null);
    private static final int PIECE = 1_000;

    private final Engine engine;
    private final Views views;
    private final PublisherSettings settings;

    /** What these views show, with the words that the engine keeps. */
    public BudgetDataController(Engine engine, Views views, PublisherSettings settings) {
        this.engine = engine;
        this.views = views;
        this.settings = settings;
    }

    /** Proposals as CSV. */
    @GetMapping("/open-data.csv")
    @Operation(summary = "The published proposals of a budget and what became of them; from its outcome on")
    void csv(@PathVariable BudgetId budget, HttpServletResponse response) throws IOException {
        BudgetTerms terms = terms(budget);
        head(response, "text/csv;charset=UTF-8", budget + ".csv");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        SafeCsv csv = new SafeCsv(out);
        csv.header("budget", "proposal", "title", "state", "site", "category", "part", "cost", "currency", "submitted");
        forEach(budget, row -> {
            SafeCsv.Row cells = csv.row()
                    .text(budget.value())
                    .text(row.proposal().value())
                    .text(title(row))
                    .text(row.state().code())
                    .text(row.site())
                    .text(row.category())
                    .text(row.part() == null ? "" : row.part());
            if (row.cents() == null) {
                cells.none();
            } else {
                cells.cents(row.cents());
            }
            cells.text(terms.amount().currency()).text(day(row)).end();
        });
        csv.flush();
        out.flush();
    }

    /** The budget and its proposals as JSON. */
    @GetMapping("/open-data.json")
    @Operation(summary = "A budget, its outcome, its published proposals; from its outcome on")
    void json(@PathVariable BudgetId budget, HttpServletResponse response) throws IOException {
        terms(budget);
        head(response, "application/json", budget + ".json");
        try (JsonGenerator json = EngineJson.MAPPER.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeName("budget");
            json.writePOJO(EngineJson.tree(views.budgets().budget(budget).orElseThrow(() -> unknown(budget))));
            json.writeName("outcome");
            json.writePOJO(EngineJson.tree(
                    views.budgets().outcome(budget, views.polls()).orElseThrow(() -> unknown(budget))));
            json.writeName("proposals");
            json.writeStartArray();
            forEach(budget, row -> proposal(row, json));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void proposal(ProposalRow row, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("proposal", row.proposal().value());
        json.writeStringProperty("title", title(row));
        json.writeStringProperty("state", row.state().code());
        json.writeStringProperty("site", row.site());
        json.writeStringProperty("category", row.category());
        if (row.part() != null) {
            json.writeStringProperty("part", row.part());
        }
        if (row.cents() != null) {
            json.writeNumberProperty("cost", row.cents());
        }
        json.writeStringProperty("submitted", day(row));
        json.writeEndObject();
    }

    private BudgetTerms terms(BudgetId budget) {
        Phase phase = views.budgets().phase(budget).orElseThrow(() -> unknown(budget));
        if (phase.compareTo(Phase.OUTCOME) < 0) {
            throw new ProblemException(
                    Problem.WRONG_STATE, "the open data of " + budget + " come with its outcome, not before");
        }
        return views.budgets().terms(budget).orElseThrow(() -> unknown(budget));
    }

    private static ProblemException unknown(BudgetId budget) {
        return new ProblemException(Problem.UNKNOWN, "there is no budget " + budget);
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-cache");
    }

    private void forEach(BudgetId budget, Consumer<ProposalRow> consumer) {
        List<ProposalRow> piece;
        int page = 0;
        do {
            piece = views.proposals().list(budget, PUBLISHED, page++, PIECE).items();
            piece.forEach(consumer);
        } while (piece.size() == PIECE);
    }

    /** That of the ballot, or the authors'; nothing where it is erased. */
    private String title(ProposalRow row) {
        return row.title() != null
                ? row.title()
                : engine.blobs().idea(row.text()).map(idea -> idea.title()).orElse("");
    }

    private String day(ProposalRow row) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(row.submittedMs()), settings.zone())
                .toString();
    }
}
