package eu.urne.engine.vault;

import eu.urne.engine.roll.Spelling;
import eu.urne.engine.vault.internal.UnreadableTextException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file says what.
 *
 * @param count of all columns
 * @param ignored numbers of columns that say nothing to us, from 1
 */
record Columns(Map<Column, List<Integer>> places, int count, List<Integer> ignored) {

    private static final Pattern BAR = Pattern.compile("\\|");

    /**
     * The columns of a header.
     *
     * @throws UnreadableTextException in one sentence, if names are missing or stand twice
     */
    static Columns of(List<String> header) throws UnreadableTextException {
        Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
        List<Integer> ignored = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Optional<Column> column = named(header.get(i));
            if (column.isEmpty()) {
                ignored.add(i + 1);
            } else {
                places.computeIfAbsent(column.get(), each -> new ArrayList<>()).add(i);
            }
        }
        List<Column> names = List.of(Column.FAMILY_NAME, Column.GIVEN_NAME);
        boolean persons = places.keySet().containsAll(names);
        if (persons) { // of which organisations they are is not read
            ignored.addAll(places.getOrDefault(Column.ORGANISATION, List.of()).stream()
                    .map(place -> place + 1)
                    .toList());
            places.remove(Column.ORGANISATION);
        }
        for (Column needed : places.containsKey(Column.ORGANISATION) ? List.<Column>of() : names) {
            if (!places.containsKey(needed)) {
                throw new UnreadableTextException("the first line names no column for " + needed.field()
                        + " (such as \"" + (needed == Column.FAMILY_NAME ? "nom" : "prénom") + "\")");
            }
        }
        for (Map.Entry<Column, List<Integer>> each : places.entrySet()) {
            if (each.getValue().size() > 1 && !each.getKey().isList()) {
                throw new UnreadableTextException("the first line names more than one column for "
                        + each.getKey().field());
            }
        }
        return new Columns(places, header.size(), ignored.stream().sorted().toList());
    }

    /** Whether the lines are organisations, not persons. */
    boolean areOrganisations() {
        return places.containsKey(Column.ORGANISATION);
    }

    /** How many columns of a header are known. */
    static long known(List<String> header) {
        return header.stream().filter(name -> named(name).isPresent()).count();
    }

    private static Optional<Column> named(String name) {
        String key = Spelling.key(name);
        return List.of(Column.values()).stream()
                .filter(column -> column.isNamed(key))
                .findFirst();
    }

    /** What a line says; "" for nothing. */
    String cell(Column column, List<String> cells) {
        List<Integer> found = places.getOrDefault(column, List.of());
        return found.isEmpty() || found.getFirst() >= cells.size()
                ? ""
                : cells.get(found.getFirst()).strip();
    }

    /** All that a line says in columns that hold lists, and in cells that hold lists with bars between. */
    List<String> cells(Column column, List<String> cells) {
        List<String> all = new ArrayList<>();
        for (int place : places.getOrDefault(column, List.of())) {
            String cell = place < cells.size() ? cells.get(place) : "";
            for (String each : BAR.split(cell, -1)) {
                if (!each.isBlank()) {
                    all.add(each.strip());
                }
            }
        }
        return all;
    }
}
