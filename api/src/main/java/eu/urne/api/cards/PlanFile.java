package eu.urne.api.cards;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.urne.engine.roll.CardPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of sites from which cards are planned: columns site, title and voters, separated by commas or semicolons.
 */
final class PlanFile {

    private static final List<String> COLUMNS = List.of("site", "title", "voters");

    private PlanFile() {}

    /**
     * Reads the sites.
     *
     * @throws IllegalArgumentException in one sentence, naming the line
     * @throws IOException if the file cannot be read
     */
    static List<CardPlan.Site> read(Path file) throws IOException {
        String text = text(file);
        String head = text.lines().findFirst().orElse("");
        char separator = head.contains(";") ? ';' : ',';
        List<CardPlan.Site> sites = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : reader) {
                if (!line.getHeader().containsAll(COLUMNS)) {
                    throw new IllegalArgumentException(file + ": the first line must name the columns " + COLUMNS);
                }
                sites.add(site(file, line));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IllegalArgumentException(file + " is no table: " + e.getMessage(), e);
        }
        return sites;
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + " is not UTF-8", e);
        }
    }

    private static CardPlan.Site site(Path file, NamedCsvRecord line) {
        try {
            return new CardPlan.Site(
                    line.getField("site").strip(),
                    line.getField("title").strip(),
                    Long.parseLong(line.getField("voters").strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    file + ", line " + line.getStartingLineNumber() + ": voters: \"" + line.getField("voters")
                            + "\" must be a whole number",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ", line " + line.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }
}
