package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.VoteType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The section META: keys with one value each. */
public final class MetaSection {

    private final Rows rows;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Row> places = new LinkedHashMap<>();
    private Optional<VoteType> voteType = Optional.empty();

    private MetaSection(Rows rows) {
        this.rows = rows;
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
        String type = meta.require("vote_type");
        meta.voteType = VoteType.of(type);
        if (meta.voteType.isEmpty()) {
            throw meta.failure(
                    "vote_type",
                    Decimals.quoted(type) + " is none of approval, choose-1, ordinal, cumulative and scoring");
        }
        return meta;
    }

    /** All keys and values in the file's order. */
    public Map<String, String> values() {
        return values;
    }

    /** What voters could say. */
    public VoteType voteType() {
        return voteType.orElseThrow();
    }

    BigDecimal budget() throws PbException {
        return amount("budget", require("budget"));
    }

    /** The score that a project has from every ballot that does not name it. */
    BigDecimal defaultScore() throws PbException {
        String text = values.getOrDefault("default_score", "");
        try {
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

    PbException failure(String key, String problem) {
        Row place = places.get(key);
        return new PbException(rows.file(), place == null ? 0 : place.line(), key, problem);
    }

    private String require(String key) throws PbException {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw failure(key, places.containsKey(key) ? "META leaves it empty" : "META lacks it");
        }
        return value;
    }

    private BigDecimal amount(String key, String text) throws PbException {
        try {
            BigDecimal amount = Decimals.parse(text);
            if (amount.signum() < 0) {
                throw failure(key, "the amount " + Decimals.quoted(text) + " is negative");
            }
            return amount;
        } catch (NumberFormatException e) {
            throw failure(key, Decimals.quoted(text) + " is not an amount");
        }
    }

    /** A value with an unquoted semicolon is taken whole. */
    private void add(Row row, int keyColumn, int valueColumn) throws PbException {
        String key = row.cell(keyColumn).toLowerCase(Locale.ROOT);
        String value = row.filled() > valueColumn + 1 && valueColumn > keyColumn
                ? String.join(";", row.cells().subList(valueColumn, row.filled()))
                        .strip()
                : row.cell(valueColumn);
        if (key.isEmpty()) {
            throw rows.failure(row, "key", "a value without a key");
        }
        String before = values.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            throw rows.failure(row, key, "META has this key twice with different values");
        }
        places.putIfAbsent(key, row);
    }
}
