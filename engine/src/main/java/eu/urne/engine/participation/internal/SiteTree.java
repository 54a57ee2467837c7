package eu.urne.engine.participation.internal;

import eu.urne.engine.participation.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sites within districts, whose sum is known.
 *
 * <p>A district that is told hides its small sites like any margin. Those that are withheld hide behind each other:
 * each withholds one of its sites at least, or it would follow from them, and what they withhold together is not small.
 *
 * @param sites in order of their ids
 * @param districts in order of their ids; empty where there is one at most
 */
public record SiteTree(List<Cell> sites, List<Cell> districts) {

    /** Decides about all sites and districts. */
    public static SiteTree of(List<Counted> sites, Map<String, String> districtOfSite) {
        Map<String, List<Counted>> within = new TreeMap<>();
        sites.forEach(site -> within.computeIfAbsent(
                        Objects.requireNonNull(districtOfSite.get(site.id())), district -> new ArrayList<>())
                .add(site));
        if (within.size() < 2) {
            return new SiteTree(sites.size() < 2 ? List.of() : Margin.of(sites).cells(null), List.of());
        }
        Margin districts = Margin.of(within.entrySet().stream()
                .map(entry -> sum(entry.getKey(), entry.getValue()))
                .toList());
        Set<String> withheld = new HashSet<>();
        List<Counted> ofWithheld = new ArrayList<>();
        within.forEach((district, its) -> {
            if (districts.withheld().contains(district)) {
                withheld.addAll(leastOf(its));
                ofWithheld.addAll(its);
            } else {
                withheld.addAll(Margin.of(its).withheld());
            }
        });
        withholdMore(ofWithheld, withheld);
        List<Cell> told = sites.stream()
                .map(site -> Margin.told(site, districtOfSite.get(site.id()), withheld))
                .toList();
        return new SiteTree(told, districts.cells(null));
    }

    private static Counted sum(String district, List<Counted> sites) {
        return sites.stream().reduce(new Counted(district, 0, 0), Counted::plus);
    }

    /** The small sites of a district; the smallest one where none is small. */
    private static Set<String> leastOf(List<Counted> sites) {
        Set<String> small = Margin.small(sites);
        if (small.isEmpty()) {
            Margin.smallestBut(sites, small).ifPresent(site -> small.add(site.id()));
        }
        return small;
    }

    /** Until what is withheld of these sites, which follows from the totals, is not small. */
    private static void withholdMore(Collection<Counted> sites, Set<String> withheld) {
        while (!sites.isEmpty() && Margin.isSmall(sites, withheld)) {
            Optional<Counted> next = Margin.smallestBut(sites, withheld);
            if (next.isEmpty()) {
                return;
            }
            withheld.add(next.get().id());
        }
    }
}
