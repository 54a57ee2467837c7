package eu.urne.engine.vault;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the person of a line, or tells everything that is wrong with it. */
final class PersonLine {

    private static final Pattern FRENCH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}");
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00)?$");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** What letters of old code pages become in Windows-1252. */
    private static final Pattern OLD_LETTERS = Pattern.compile("[€‚ƒ„…†‡ˆ‰‹¢£¤]");

    private static final int OLDEST = 130;

    private final Columns columns;
    private final LocalDate today;
    private final List<LineProblem> problems = new ArrayList<>();
    private long line;

    PersonLine(Columns columns, LocalDate today) {
        this.columns = columns;
        this.today = today;
    }

    /** The person of the line; null if there are {@link #problems}. */
    @Nullable
    PersonRecord read(long number, List<String> cells) {
        line = number;
        problems.clear();
        checkCount(cells);
        boolean organisation = columns.areOrganisations();
        Column name = organisation ? Column.ORGANISATION : Column.FAMILY_NAME;
        String family = text(name, cells);
        String given = organisation ? "" : text(Column.GIVEN_NAME, cells);
        String commune = text(Column.COMMUNE, cells);
        String district = text(Column.DISTRICT, cells);
        String personNumber = text(Column.NUMBER, cells);
        LocalDate birthDate = date(columns.cell(Column.BIRTH_DATE, cells));
        require(name, family);
        if (!organisation) {
            require(Column.GIVEN_NAME, given);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        try {
            return new PersonRecord(
                    family,
                    given,
                    birthDate,
                    orNull(personNumber),
                    orNull(commune),
                    orNull(district),
                    columns.cells(Column.STUDIES, cells),
                    columns.cells(Column.SITES, cells),
                    columns.cells(Column.GROUPS, cells));
        } catch (IllegalArgumentException e) {
            String[] sentence = String.valueOf(e.getMessage()).split(": ", 2);
            tell(sentence[0], sentence[sentence.length - 1]);
            return null;
        }
    }

    /** What is wrong with the line that was read last. */
    List<LineProblem> problems() {
        return List.copyOf(problems);
    }

    private void checkCount(List<String> cells) {
        boolean more = cells.size() > columns.count()
                && !cells.subList(columns.count(), cells.size()).stream().allMatch(String::isBlank);
        if (more || cells.size() < columns.count()) {
            tell("line", "it has " + cells.size() + " cells, and the first line has " + columns.count());
        }
    }

    private String text(Column column, List<String> cells) {
        String text = columns.cell(column, cells);
        if (LINE_BREAK.matcher(text).find()) {
            tell(column.field(), "it goes over more than one line; perhaps a quotation mark is not closed");
        } else if (OLD_LETTERS.matcher(text).find()) {
            tell(column.field(), "it has a sign that is no letter; perhaps the file is written in an old code page");
        }
        return text;
    }

    private void require(Column column, String text) {
        if (text.isEmpty()) {
            tell(column.field(), "it is empty");
        }
    }

    private @Nullable LocalDate date(String cell) {
        String text = MIDNIGHT.matcher(cell).replaceFirst("");
        if (text.isEmpty()) {
            return null;
        }
        Matcher french = FRENCH.matcher(text);
        Matcher iso = ISO.matcher(text);
        if (french.matches()) {
            return day(number(french, 3), number(french, 2), number(french, 1));
        }
        if (iso.matches()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        tell(
                Column.BIRTH_DATE.field(),
                SHORT_YEAR.matcher(text).matches()
                        ? "the year needs four digits"
                        : "it is no day written like 31/12/2015 or 2015-12-31");
        return null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private @Nullable LocalDate day(int year, int month, int dayOfMonth) {
        try {
            LocalDate day = LocalDate.of(year, month, dayOfMonth);
            if (day.isAfter(today)) {
                tell(Column.BIRTH_DATE.field(), "it lies in the future");
            } else if (day.isBefore(today.minusYears(OLDEST))) {
                tell(Column.BIRTH_DATE.field(), "it lies more than " + OLDEST + " years back");
            }
            return day;
        } catch (DateTimeException e) {
            tell(Column.BIRTH_DATE.field(), "there is no such day");
            return null;
        }
    }

    private void tell(String field, String sentence) {
        problems.add(new LineProblem(line, field, sentence));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
