package eu.urne.engine.pabulib;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes {@code .pb} files: META, PROJECTS and VOTES, each with its header row, {@code ;}-separated, cells quoted where
 * they must be, lines ending in LF, no blank line.
 */
public final class PbWriter {

    private static final List<String> META_COLUMNS = List.of("key", "value");

    private PbWriter() {}

    /**
     * Writes a document as it is.
     *
     * @param out where to, encoding as UTF-8; left open
     */
    public static void write(PbDocument document, Writer out) throws IOException {
        PbTable.Builder meta = new PbTable.Builder(META_COLUMNS);
        document.meta().forEach((key, value) -> meta.add(List.of(key, value)));
        write("META", meta.build(), out);
        write("PROJECTS", document.projects(), out);
        write("VOTES", document.votes(), out);
    }

    private static void write(String section, PbTable table, Writer out) throws IOException {
        line(section, out);
        line(new PbTable.RowText().of(table.columns()), out);
        for (String line : table.lines()) {
            line(line, out);
        }
    }

    private static void line(String line, Writer out) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
