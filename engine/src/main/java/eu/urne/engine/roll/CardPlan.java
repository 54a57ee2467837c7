package eu.urne.engine.roll;

import eu.urne.engine.poll.PaperBallot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many voting cards are made for which sites, so that no label stands for so few voters that one of them could be
 * recognised: a site with fewer than 20 expected voters shares its cards with others. The same sites give the same
 * plan, in whatever order they come.
 *
 * @param batches each with a label of its own
 */
public record CardPlan(List<Batch> batches) {

    /** Fewest voters, and fewest cards, of a batch; there may be fewer voters only where there is one batch. */
    public static final int LEAST = 20;

    private static final long MOST = 100_000;
    private static final int LONGEST_LABEL = 64;
    private static final int MOST_SPARE = 100;
    private static final Pattern SITE_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Keeps the batches as they are. */
    public CardPlan {
        batches = List.copyOf(batches);
    }

    /**
     * A site whose voters need cards.
     *
     * @param id as in the budget
     * @param title for the cards
     * @param voters expected, 1 to 100,000
     */
    public record Site(String id, String title, long voters) {
        /** Checks id, title and number. */
        public Site {
            if (!SITE_ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "site: \"" + id + "\" must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -");
            }
            if (PaperBallot.isLabel(id)) {
                throw new IllegalArgumentException(
                        "site: \"" + id + "\" would be a label of sheets of paper; take another id");
            }
            if (title.isBlank() || title.length() > 100) {
                throw new IllegalArgumentException("title: that of " + id + " must have 1 to 100 characters");
            }
            if (voters < 1 || voters > MOST) {
                throw new IllegalArgumentException(
                        "voters: those of " + id + " must be from 1 to " + MOST + ", not " + voters);
            }
        }
    }

    /**
     * Cards under one label.
     *
     * @param label of the batch
     * @param sites that use its cards, by their ids
     * @param cards to make, spare ones included
     */
    public record Batch(String label, List<Site> sites, long cards) {
        /** Expected voters. */
        public long voters() {
            return CardPlan.voters(sites);
        }
    }

    /**
     * The plan for these sites.
     *
     * @param sparePercent cards to make above the expected voters, in percent, rounded up; 0 to 100
     * @throws IllegalArgumentException in one sentence, if there is no site, or one stands twice
     */
    public static CardPlan of(List<Site> sites, int sparePercent) {
        if (sparePercent < 0 || sparePercent > MOST_SPARE) {
            throw new IllegalArgumentException("spare: must be from 0 to " + MOST_SPARE + " percent");
        }
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("sites: at least one is needed");
        }
        Set<String> ids = new HashSet<>();
        for (Site site : sites) {
            if (!ids.add(site.id())) {
                throw new IllegalArgumentException("site: " + site.id() + " stands twice");
            }
        }
        List<List<Site>> groups =
                groups(sites.stream().sorted(Comparator.comparing(Site::id)).toList());
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Site> group = groups.get(i);
            long spare = (voters(group) * sparePercent + 99) / 100;
            batches.add(new Batch(label(group, i + 1), group, Math.max(LEAST, voters(group) + spare)));
        }
        return new CardPlan(batches);
    }

    /** Large sites alone; small ones together until they are enough; what is left over joins the fewest. */
    private static List<List<Site>> groups(List<Site> sites) {
        List<List<Site>> groups = new ArrayList<>();
        List<Site> small = new ArrayList<>();
        for (Site site : sites) {
            if (site.voters() >= LEAST) {
                groups.add(new ArrayList<>(List.of(site)));
            } else {
                small.add(site);
                if (voters(small) >= LEAST) {
                    groups.add(small);
                    small = new ArrayList<>();
                }
            }
        }
        if (!small.isEmpty()) {
            groups.stream()
                    .min(Comparator.<List<Site>>comparingLong(CardPlan::voters)
                            .thenComparing(group -> group.getFirst().id()))
                    .orElseGet(() -> {
                        List<Site> alone = new ArrayList<>();
                        groups.add(alone);
                        return alone;
                    })
                    .addAll(small);
        }
        groups.forEach(group -> group.sort(Comparator.comparing(Site::id)));
        groups.sort(Comparator.comparing(group -> group.getFirst().id()));
        return groups;
    }

    private static String label(List<Site> group, int number) {
        String joined = group.stream().map(Site::id).collect(Collectors.joining("+"));
        return joined.length() <= LONGEST_LABEL ? joined : "shared+" + number;
    }

    private static long voters(List<Site> sites) {
        return sites.stream().mapToLong(Site::voters).sum();
    }

    /** Cards of all batches. */
    public long cards() {
        return batches.stream().mapToLong(Batch::cards).sum();
    }
}
