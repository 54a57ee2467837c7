package eu.urne.api.desk;

import eu.urne.api.open.SafeCsv;
import eu.urne.api.web.Sha256;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.vault.ImportMode;
import eu.urne.engine.vault.ImportReport;
import eu.urne.engine.vault.Imports;
import eu.urne.engine.vault.LineProblem;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.VaultAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads files that were sent by forms, one at a time and each form once: a double click gets the report of the first,
 * not a list of persons who stand in the register already. Safe for use by many threads.
 */
final class ImportDesk {

    private static final int KEPT = 50;
    /** What a form reads at most, in lines of the report's file; the page shows the first 1,000. */
    private static final int MOST_LINES = 1_000_000;

    private final Imports imports;
    private final Lock one = new ReentrantLock();
    private final Map<String, ImportReport> done = new LinkedHashMap<>();

    ImportDesk(Imports imports) {
        this.imports = imports;
    }

    /** Reads a file, or tells what became of the same file from the same form. */
    VaultAnswer<ImportReport> read(RegisterId register, byte[] file, ImportMode mode, CommandOrigin origin)
            throws IOException {
        String key = origin.id() + "/" + Sha256.hex(file);
        one.lock();
        try {
            ImportReport before = done.get(key);
            if (before != null) {
                return new VaultAnswer.Done<>(before);
            }
            VaultAnswer<ImportReport> answer = imports.read(register, new ByteArrayInputStream(file), mode, origin);
            if (answer instanceof VaultAnswer.Done<ImportReport>(ImportReport report)) {
                done.put(key, report);
                if (done.size() > KEPT) {
                    done.remove(done.keySet().iterator().next());
                }
            }
            return answer;
        } finally {
            one.unlock();
        }
    }

    /**
     * Writes the full report of an import as CSV.
     *
     * @return whether there is such an import; nothing is written else
     */
    boolean writeReport(RegisterId register, String id, HttpServletResponse response) throws IOException {
        List<LineProblem> lines = new ArrayList<>();
        boolean known = imports.report(register, id, line -> {
            if (lines.size() < MOST_LINES) {
                lines.add(line);
            }
        });
        if (!known) {
            return false;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"import.csv\"");
        SafeCsv csv = new SafeCsv(response.getWriter());
        csv.header("line", "field", "sentence");
        for (LineProblem line : lines) {
            csv.row()
                    .number(line.line())
                    .text(line.field())
                    .text(line.sentence())
                    .end();
        }
        csv.flush();
        return true;
    }
}
