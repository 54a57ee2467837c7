package eu.urne.engine.pabulib;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything a {@code .pb} file says, understood or not: all keys, columns and rows in the file's order, spaces round
 * cells removed. What {@link PbWriter} writes reads back as an equal document.
 *
 * @param name the file's name without its folder
 * @param meta the keys of META as they are written, with their values
 * @param projects the section PROJECTS
 * @param votes the section VOTES; a project twice on a ballot stands there twice
 */
public record PbDocument(String name, Map<String, String> meta, PbTable projects, PbTable votes) {

    private static final String SELECTED = "selected";

    /** The columns that the format lets stand before {@code selected}. */
    private static final Set<String> BEFORE_SELECTED =
            Set.of("project_id", "cost", "votes", "score", "name", "category", "target", "beneficiaries");

    /** Copies META in its order. */
    public PbDocument {
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
    }

    /**
     * The document with what Pabulib's checker asks for, as far as it follows from the file: the true numbers of
     * projects and votes, points in amounts where there were decimal commas, the ids in the first columns.
     */
    public PbDocument tidy() {
        PbDocument counted = with("num_projects", Integer.toString(projects.size()))
                .with("num_votes", Integer.toString(votes.size()));
        PbDocument exact = key("budget").isEmpty() ? counted : counted.with("budget", point(value("budget")));
        PbTable priced = projects.column("cost").stream()
                .mapToObj(cost -> projects.map(projects.columns(), row -> set(row, cost, point(row.get(cost)))))
                .findFirst()
                .orElse(projects);
        return new PbDocument(name, exact.meta, first(priced, "project_id"), first(votes, "voter_id"));
    }

    /**
     * The document with another outcome.
     *
     * @param rule for META's {@code rule}
     * @param marks for the column {@code selected}, by project id; projects without a mark get 0
     */
    public PbDocument announcing(String rule, Map<String, String> marks) {
        OptionalInt present = projects.column(SELECTED);
        int place = present.orElse(placeOfSelected());
        List<String> columns = present.isPresent() ? projects.columns() : insert(projects.columns(), place, SELECTED);
        int id = projects.column("project_id").orElseThrow();
        PbTable marked = projects.map(columns, row -> {
            String mark = marks.getOrDefault(row.get(id), "0");
            return present.isPresent() ? set(row, place, mark) : insert(row, place, mark);
        });
        return new PbDocument(name, with("rule", rule).meta, marked, votes);
    }

    private int placeOfSelected() {
        int place = 0;
        for (int i = 0; i < projects.columns().size(); i++) {
            if (BEFORE_SELECTED.contains(projects.columns().get(i).toLowerCase(Locale.ROOT))) {
                place = i + 1;
            }
        }
        return place;
    }

    private String value(String key) {
        return key(key).map(meta::get).orElse("");
    }

    private Optional<String> key(String key) {
        return meta.keySet().stream().filter(key::equalsIgnoreCase).findFirst();
    }

    private PbDocument with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(meta);
        changed.put(key(key).orElse(key), value);
        return new PbDocument(name, changed, projects, votes);
    }

    private static PbTable first(PbTable table, String column) {
        int place = table.column(column).orElse(0);
        UnaryOperator<List<String>> move = row -> {
            List<String> moved = new ArrayList<>(row);
            moved.addFirst(moved.remove(place));
            return moved;
        };
        return place == 0 ? table : table.map(move.apply(table.columns()), move);
    }

    private static String point(String amount) {
        return amount.replace(',', '.');
    }

    private static List<String> set(List<String> row, int place, String value) {
        List<String> changed = new ArrayList<>(row);
        changed.set(place, value);
        return changed;
    }

    private static List<String> insert(List<String> row, int place, String value) {
        List<String> changed = new ArrayList<>(row);
        changed.add(place, value);
        return changed;
    }
}
