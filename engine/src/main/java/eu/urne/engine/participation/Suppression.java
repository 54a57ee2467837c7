package eu.urne.engine.participation;

import eu.urne.engine.participation.internal.Counted;
import eu.urne.engine.participation.internal.Margin;
import eu.urne.engine.participation.internal.SiteTree;
import eu.urne.engine.poll.PollId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is told of who took part in a poll. A cell of fewer than {@link #LEAST} persons admitted or served is
 * withheld, and so many others beside it that neither it nor a sum of fewer follows from what is told: the totals of
 * the poll are public, districts add up to them and sites to their district (docs/formats/events.md, section 8).
 */
public final class Suppression {

    /** The least figure that is told. */
    public static final long LEAST = 5;

    /** So many sites or districts are told at most: an entry of the log has its bounds. */
    private static final int MOST = 400;

    private static final String UNKNOWN = "-";

    private Suppression() {}

    /** What is told of those who were admitted to a poll. */
    public static ParticipationPublished of(PollId poll, List<Admitted> admitted, AgeBands bands) {
        List<Cell> sites;
        List<Cell> districts;
        Optional<Map<String, String>> districtOfSite = districtOfSite(admitted);
        if (districtOfSite.isPresent()) {
            SiteTree tree = SiteTree.of(counted(admitted, Suppression::site), districtOfSite.get());
            sites = tree.sites();
            districts = tree.districts();
        } else {
            boolean bySite = known(admitted, Admitted::site) >= known(admitted, Admitted::district);
            sites = bySite ? margin(counted(admitted, Suppression::site)) : List.of();
            districts = bySite ? List.of() : margin(counted(admitted, Suppression::district));
        }
        List<Counted> ages = counted(admitted, person -> band(person, bands)).stream()
                .sorted(Comparator.comparingInt(cell -> place(cell.id(), bands)))
                .toList();
        return new ParticipationPublished(
                poll,
                admitted.size(),
                admitted.stream().filter(Admitted::served).count(),
                sites.size() > MOST ? List.of() : sites,
                districts.size() > MOST ? List.of() : districts,
                margin(ages));
    }

    /** The district of each site; empty where a site's persons are of several. */
    private static Optional<Map<String, String>> districtOfSite(List<Admitted> admitted) {
        Map<String, String> districts = new TreeMap<>();
        for (Admitted person : admitted) {
            String district = district(person);
            if (!district.equals(districts.computeIfAbsent(site(person), site -> district))) {
                return Optional.empty();
            }
        }
        return Optional.of(districts);
    }

    private static long known(List<Admitted> admitted, Function<Admitted, @Nullable String> attribute) {
        return admitted.stream()
                .filter(person -> attribute.apply(person) != null)
                .count();
    }

    private static String site(Admitted person) {
        return person.site() == null ? UNKNOWN : person.site();
    }

    private static String district(Admitted person) {
        return person.district() == null ? UNKNOWN : person.district();
    }

    private static String band(Admitted person, AgeBands bands) {
        return Optional.ofNullable(person.age())
                .flatMap(bands::of)
                .map(AgeBands.Band::text)
                .orElse(UNKNOWN);
    }

    private static int place(String band, AgeBands bands) {
        for (int i = 0; i < bands.bands().size(); i++) {
            if (bands.bands().get(i).text().equals(band)) {
                return i;
            }
        }
        return bands.bands().size();
    }

    private static List<Counted> counted(List<Admitted> admitted, Function<Admitted, String> attribute) {
        Map<String, Counted> cells = new TreeMap<>();
        for (Admitted person : admitted) {
            String id = attribute.apply(person);
            cells.merge(id, new Counted(id, 1, person.served() ? 1 : 0), Counted::plus);
        }
        return List.copyOf(cells.values());
    }

    /** A list whose sum is the public total; of a single cell there is nothing to tell beside it. */
    private static List<Cell> margin(List<Counted> cells) {
        return cells.size() < 2 ? List.of() : Margin.of(cells).cells(null);
    }
}
