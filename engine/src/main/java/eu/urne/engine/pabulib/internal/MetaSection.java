package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.VoteType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The section META: keys with one value each. */
public final class MetaSection {

    /** The keys that the format asks for; a count needs only budget and vote_type. */
    private static final List<String> REQUIRED = List.of(
            "description",
            "country",
            "unit",
            "instance",
            "num_projects",
            "num_votes",
            "budget",
            "vote_type",
            "rule",
            "date_begin",
            "date_end");

    private final Rows rows;
    private final Oddities oddities;
    private final Map<String, String> written = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private MetaSection(Rows rows) {
        this.rows = rows;
        this.oddities = rows.oddities();
    }

    /** Reads the section, the first of the file. */
    public static MetaSection read(Rows rows) throws PbException {
        MetaSection meta = new MetaSection(rows);
        Header header = rows.enter(Section.META);
        int key = header.require(rows, "key");
        int value = header.require(rows, "value");
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            meta.add(row.get(), key, value);
        }
        return meta;
    }

    /** All keys, in lower case, and values in the file's order. */
    public Map<String, String> values() {
        return values;
    }

    /** The same with the keys as the file writes them. */
    public Map<String, String> written() {
        return written;
    }

    /** What voters could say. */
    public VoteType voteType() throws PbException {
        String type = require("vote_type");
        return VoteType.of(type)
                .orElseThrow(() -> failure(
                        "vote_type",
                        Decimals.quoted(type) + " is none of approval, choose-1, ordinal, cumulative and scoring"));
    }

    /** Tells which of the keys are lacking that the format asks for. */
    public void tellLacking() throws PbException {
        List<String> lacking = REQUIRED.stream()
                .filter(key -> values.getOrDefault(key, "").isEmpty())
                .toList();
        if (!lacking.isEmpty()) {
            oddities.tell(Oddity.LACKING_KEY, 0, "", "META lacks " + String.join(", ", lacking));
        }
    }

    BigDecimal budget() throws PbException {
        String text = require("budget");
        try {
            BigDecimal amount = Decimals.parse(text);
            if (amount.signum() < 0) {
                throw failure("budget", "the amount " + Decimals.quoted(text) + " is negative");
            }
            tellComma(text, "budget");
            return amount;
        } catch (NumberFormatException e) {
            throw failure("budget", Decimals.quoted(text) + " is not an amount");
        }
    }

    /** The score that a project has from every ballot that does not name it. */
    BigDecimal defaultScore() throws PbException {
        String text = values.getOrDefault("default_score", "");
        try {
            tellComma(text, "default_score");
            return text.isEmpty() ? BigDecimal.ZERO : Decimals.parse(text);
        } catch (NumberFormatException e) {
            throw failure("default_score", Decimals.quoted(text) + " is not a number");
        }
    }

    /** A whole number of 0 or more, if the key is there. */
    OptionalInt count(String key) throws PbException {
        String text = values.getOrDefault(key, "");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int count = Decimals.parse(text).intValueExact();
            if (count >= 0) {
                return OptionalInt.of(count);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // told below, like a negative number
        }
        throw failure(key, Decimals.quoted(text) + " is not a whole number of 0 or more");
    }

    /** Tells if META announces another number than the file has. */
    void compare(String key, String what, int counted) throws PbException {
        OptionalInt announced = count(key);
        if (announced.isPresent() && announced.getAsInt() != counted) {
            oddities.tell(
                    Oddity.OTHER_NUMBER,
                    line(key),
                    key,
                    "META announces " + announced.getAsInt() + " " + what + ", the file has " + counted);
        }
    }

    PbException failure(String key, String problem) {
        return new PbException(rows.file(), line(key), key, problem);
    }

    /** Where a key stands, 0 if nowhere. */
    int line(String key) {
        return lines.getOrDefault(key, 0);
    }

    private void tellComma(String text, String key) throws PbException {
        if (text.indexOf(',') >= 0) {
            oddities.tell(Oddity.DECIMAL_COMMA, line(key), key, Decimals.quoted(text) + " has a decimal comma");
        }
    }

    private String require(String key) throws PbException {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw failure(key, lines.containsKey(key) ? "META leaves it empty" : "META lacks it");
        }
        return value;
    }

    private void add(Row row, int keyColumn, int valueColumn) throws PbException {
        String key = oddities.stripped(row.text(keyColumn), row.line(), "key");
        if (key.isEmpty()) {
            throw rows.failure(row, "key", "a value without a key");
        }
        String value = value(row, key, keyColumn, valueColumn);
        String lower = key.toLowerCase(Locale.ROOT);
        String before = values.putIfAbsent(lower, value);
        if (before == null) {
            written.put(key, value);
            lines.put(lower, row.line());
        } else if (before.equals(value)) {
            oddities.tell(Oddity.KEY_TWICE, row.line(), lower, "META has this key twice");
        } else {
            throw rows.failure(row, lower, "META has this key twice with different values");
        }
    }

    private String value(Row row, String key, int keyColumn, int valueColumn) throws PbException {
        if (row.filled() <= valueColumn + 1 || valueColumn < keyColumn) {
            return oddities.stripped(row.text(valueColumn), row.line(), key);
        }
        oddities.tell(Oddity.SEMICOLON_IN_VALUE, row.line(), key, "the value has a semicolon, but no quotes");
        return String.join(";", row.cells().subList(valueColumn, row.filled())).strip();
    }
}
