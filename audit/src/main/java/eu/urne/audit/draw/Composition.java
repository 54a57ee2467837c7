package eu.urne.audit.draw;

import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How the members are composed: by strata or by quotas (docs/formats/draw.md, section 3). */
public sealed interface Composition {
    /** The most seats that a draw may have. */
    int MOST_SEATS = 1_000;

    /** Gives the attributes that it names, in their order. */
    List<String> attributes();

    /**
     * By strata.
     *
     * @param by the attributes whose values make a cell
     * @param cells the cells
     * @param shortage what happens to seats that a cell cannot fill
     */
    record Strata(List<String> by, List<Cell> cells, Shortage shortage) implements Composition {
        @Override
        public List<String> attributes() {
            return by;
        }

        /** Gives the number of seats of all cells together. */
        public int seats() {
            return cells.stream().mapToInt(Cell::seats).sum();
        }
    }

    /**
     * By quotas.
     *
     * @param quotas the quotas
     */
    record Quotas(List<Quota> quotas) implements Composition {
        @Override
        public List<String> attributes() {
            return quotas.stream().map(Quota::attribute).distinct().toList();
        }
    }

    /** Reads strata from an object with the members {@code by}, {@code cells} and {@code short}. */
    static Strata strata(Members spec) throws MalformedException {
        Set<String> by = new LinkedHashSet<>();
        for (String name : spec.texts("by")) {
            if (!by.add(Codes.name(name))) {
                throw spec.wrong("by", "names an attribute twice");
            }
        }
        List<Cell> cells = new ArrayList<>();
        Set<List<String>> values = new HashSet<>();
        for (Json element : spec.array("cells")) {
            Members cell = Members.exactly(element, "cell", "seats", "values");
            Cell read = new Cell((int) cell.integer("seats", 0, MOST_SEATS), Codes.values(cell.array("values")));
            if (read.values().size() != by.size() || !values.add(read.values())) {
                throw cell.wrong("values", "has not one value for each of 'by', or stands twice");
            }
            cells.add(read);
        }
        Strata strata =
                new Strata(List.copyOf(by), List.copyOf(cells), Shortage.read(spec.value("short"), cells.size()));
        if (by.size() > 6 || cells.isEmpty() || cells.size() > 1_000) {
            throw spec.wrong("cells", "is not an array of 1 to 1,000 cells of at most 6 attributes");
        }
        if (strata.seats() < 1 || strata.seats() > MOST_SEATS) {
            throw spec.wrong("cells", "has " + strata.seats() + " seats in all, not 1 to " + MOST_SEATS);
        }
        return strata;
    }

    /** Reads quotas from an object with the member {@code quotas}. */
    static Quotas quotas(Members spec) throws MalformedException {
        List<Quota> quotas = new ArrayList<>();
        Set<List<String>> pairs = new HashSet<>();
        for (Json element : spec.array("quotas")) {
            Members quota = Members.exactly(element, "quota", "attribute", "least", "most", "value");
            int least = (int) quota.integer("least", 0, MOST_SEATS);
            Quota read = new Quota(Codes.name(quota.text("attribute")), Codes.value(quota.text("value")), least, (int)
                    quota.integer("most", least, MOST_SEATS));
            if (!pairs.add(List.of(read.attribute(), read.value()))) {
                throw quota.wrong("value", "stands twice with its attribute");
            }
            quotas.add(read);
        }
        if (quotas.isEmpty() || quotas.size() > 200) {
            throw spec.wrong("quotas", "is not an array of 1 to 200 quotas");
        }
        return new Quotas(List.copyOf(quotas));
    }
}
