package eu.urne.api.rest;

import eu.urne.api.open.SafeCsv;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.Streamed;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.vault.ImportMode;
import eu.urne.engine.vault.ImportReport;
import eu.urne.engine.vault.LineProblem;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.Vault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of persons for a register, read while they arrive. */
@RestController
@RequestMapping("/api/registers/{register}")
@Tag(name = "staff")
public final class ImportController {

    private static final String CSV = "text/csv";

    private final Vault vault;

    /** Imports into this vault. */
    public ImportController(Vault vault) {
        this.vault = vault;
    }

    /** Reads a file. */
    @Streamed
    @PostMapping(path = "/import", consumes = CSV)
    @Operation(
            summary = "Read a CSV file into a register; docs/vault.md says what its columns are called",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    ImportReport read(
            @PathVariable RegisterId register,
            @RequestParam(defaultValue = "all-or-nothing") @Schema(allowableValues = {"all-or-nothing", "good-lines"})
                    String mode,
            InputStream file,
            CommandOrigin origin) {
        try {
            return VaultReplies.result(vault.imports().read(register, file, mode(mode), origin));
        } catch (IOException e) {
            throw new ProblemException(Problem.BAD_REQUEST, "the file broke off; nothing of it is in the register");
        }
    }

    private static ImportMode mode(String name) {
        return switch (name) {
            case "all-or-nothing" -> ImportMode.ALL_OR_NOTHING;
            case "good-lines" -> ImportMode.GOOD_LINES;
            default -> throw new ProblemException(Problem.INVALID, "mode: it must be all-or-nothing or good-lines");
        };
    }

    /** The full report of an import. */
    @GetMapping(path = "/imports/{id}", produces = CSV)
    @Operation(summary = "What was wrong with which line of a file, as CSV; never what stands in it")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    void report(@PathVariable RegisterId register, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        Lines lines = new Lines(response);
        if (!vault.imports().report(register, id, lines::write)) {
            throw new ProblemException(Problem.UNKNOWN, "there is no such import into the register " + register);
        }
        lines.end();
    }

    /** Writes the report; its head goes out with the first line. */
    private static final class Lines {

        private final HttpServletResponse response;
        private @Nullable SafeCsv csv;

        Lines(HttpServletResponse response) {
            this.response = response;
        }

        private SafeCsv csv() throws IOException {
            SafeCsv begun = csv;
            if (begun == null) {
                response.setContentType(CSV + ";charset=UTF-8");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import.csv\"");
                begun = new SafeCsv(response.getWriter());
                begun.header("line", "field", "sentence");
                csv = begun;
            }
            return begun;
        }

        void write(LineProblem line) throws IOException {
            csv().row()
                    .number(line.line())
                    .text(line.field())
                    .text(line.sentence())
                    .end();
        }

        void end() throws IOException {
            csv().flush();
        }
    }
}
