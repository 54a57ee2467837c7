package eu.urne.api.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: the first and, if it is told, the last flush left, the others flush right. */
final class Grid {

    private static final String GAP = "  ";

    private final boolean lastFlushLeft;
    private final List<List<String>> rows = new ArrayList<>();

    Grid(boolean lastFlushLeft) {
        this.lastFlushLeft = lastFlushLeft;
    }

    void add(List<String> cells) {
        rows.add(cells);
    }

    /** The rows as lines without spaces at their ends. */
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String space = " ".repeat(width(column) - length(cell));
            boolean left = column == 0 || (lastFlushLeft && column == cells.size() - 1);
            line.append(GAP).append(left ? cell + space : space + cell);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> length(row.get(column)))
                .max()
                .orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
