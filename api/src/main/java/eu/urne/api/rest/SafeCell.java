package eu.urne.api.rest;

/** Cells of CSV files that a spreadsheet must not take for formulas. */
final class SafeCell {

    private static final String FORMULAS = "=+-@\t\r";

    private SafeCell() {}

    /** The text; with an apostrophe before it if it begins like a formula. */
    static String of(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
