package eu.urne.engine.council;

import eu.urne.engine.council.AgendaItem.By;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts the items of an agenda in order (docs/formats/councils.md, section 6.1): by rule, not by habit. */
public final class Agenda {

    private Agenda() {}

    /**
     * The ids of the items in order.
     *
     * @param items in the order added
     */
    public static List<String> order(AgendaOrder order, List<AgendaItem> items) {
        List<AgendaItem> city =
                items.stream().filter(item -> item.by() == By.CITY).toList();
        List<AgendaItem> others =
                items.stream().filter(item -> item.by() != By.CITY).toList();
        List<AgendaItem> ordered =
                switch (order) {
                    case CITY_FIRST ->
                        Stream.concat(city.stream(), others.stream()).toList();
                    case RESIDENTS_FIRST ->
                        Stream.concat(others.stream(), city.stream()).toList();
                    case ALTERNATE -> byTurns(others, city);
                    case BY_DAY -> items;
                };
        return ordered.stream().map(AgendaItem::id).toList();
    }

    private static List<AgendaItem> byTurns(List<AgendaItem> first, List<AgendaItem> second) {
        List<AgendaItem> all = new ArrayList<>();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            if (i < first.size()) {
                all.add(first.get(i));
            }
            if (i < second.size()) {
                all.add(second.get(i));
            }
        }
        return all;
    }
}
