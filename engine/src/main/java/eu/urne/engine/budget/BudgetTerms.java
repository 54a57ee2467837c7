package eu.urne.engine.budget;

import eu.urne.engine.poll.Money;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a budget is opened with.
 *
 * @param amount all money, in cents
 * @param split by what it is split
 * @param parts what it is split into; a budget that is not split has one part
 * @param rest cents that belong to no part: together with the parts exactly the amount
 * @param restRule how the rest is spent
 * @param sites where people belong to it; at least one
 * @param demonstration whether it only shows how things are done; then everything about it is marked so
 */
public record BudgetTerms(
        BudgetId budget,
        String title,
        Audience audience,
        Money amount,
        Split split,
        List<Part> parts,
        long rest,
        RestRule restRule,
        List<Site> sites,
        Calendar calendar,
        HouseRules rules,
        boolean demonstration) {

    private static final int MAX_PARTS = 200;
    private static final int MAX_SITES = 500;

    /** Characters of the ids of a budget and a part that fit into the id of their poll. */
    private static final int MAX_IDS = 62;

    /** Bytes of sites and parts that fit into an entry of the log. */
    private static final int MAX_WEIGHT = 55_000;

    private static final int WEIGHT_OF_ITEM = 45;

    /** Checks that parts and rest are the amount, that ids are unique, and that the parts fit the split. */
    public BudgetTerms {
        Texts.checkTitle("title", title);
        parts = List.copyOf(parts);
        sites = List.copyOf(sites);
        if (amount.cents() == 0) {
            throw new IllegalArgumentException("amount: a budget has at least 1 cent");
        }
        checkUnique("parts", parts.stream().map(Part::id).toList(), MAX_PARTS);
        checkUnique("sites", sites.stream().map(Site::id).toList(), MAX_SITES);
        checkMoney(amount, parts, rest, restRule);
        checkSplit(split, parts, sites);
        checkLengths(budget, parts, sites);
    }

    private static void checkUnique(String field, List<String> ids, int most) {
        if (ids.isEmpty() || ids.size() > most) {
            throw new IllegalArgumentException(field + ": 1 to " + most + " are possible, not " + ids.size());
        }
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(field + ": the id " + id + " stands twice");
            }
        }
    }

    private static void checkMoney(Money amount, List<Part> parts, long rest, RestRule rule) {
        if (rest < 0 || rest > amount.cents()) {
            throw new IllegalArgumentException("rest: it must be from 0 to the amount, not " + rest);
        }
        if (rest > 0 && rule == RestRule.NONE) {
            throw new IllegalArgumentException("restRule: a rest of " + rest + " cents needs a rule that spends it");
        }
        long together = rest;
        for (Part part : parts) {
            together = Math.addExact(together, part.cents());
        }
        if (together != amount.cents()) {
            throw new IllegalArgumentException(
                    "parts: with the rest they are " + together + " cents together, the amount is " + amount.cents());
        }
    }

    private static void checkSplit(Split split, List<Part> parts, List<Site> sites) {
        switch (split) {
            case NONE -> {
                if (parts.size() != 1) {
                    throw new IllegalArgumentException(
                            "parts: a budget that is not split has one part, not " + parts.size());
                }
            }
            case SITE -> checkKnown(parts, sites.stream().map(Site::id).collect(Collectors.toSet()), "site");
            case DISTRICT ->
                checkKnown(
                        parts,
                        sites.stream()
                                .flatMap(site -> Optional.ofNullable(site.district()).stream())
                                .collect(Collectors.toSet()),
                        "district of a site");
            case THEME -> {}
        }
    }

    private static void checkKnown(List<Part> parts, Set<String> ids, String what) {
        for (Part part : parts) {
            if (!ids.contains(part.id())) {
                throw new IllegalArgumentException("parts: " + part.id() + " is no " + what);
            }
        }
    }

    private static void checkLengths(BudgetId budget, List<Part> parts, List<Site> sites) {
        int weight = 0;
        for (Part part : parts) {
            if (budget.value().length() + part.id().length() > MAX_IDS) {
                throw new IllegalArgumentException("parts: the id " + part.id() + " and that of the budget have more"
                        + " than " + MAX_IDS + " characters together");
            }
            weight += weight(part.id(), part.title());
        }
        for (Site site : sites) {
            weight += weight(
                    site.id(), site.name(), Optional.ofNullable(site.district()).orElse(""));
        }
        if (weight > MAX_WEIGHT) {
            throw new IllegalArgumentException(
                    "sites: so many sites and parts do not fit into an entry of the log;" + " shorten their names");
        }
    }

    private static int weight(String... texts) {
        int weight = WEIGHT_OF_ITEM;
        for (String text : texts) {
            weight += text.replace("\\", "\\\\").replace("\"", "\\\"").getBytes(StandardCharsets.UTF_8).length;
        }
        return weight;
    }

    /** The part of that id; empty where there is none. */
    public Optional<Part> part(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    /** The site of that id; empty where there is none. */
    public Optional<Site> site(String id) {
        return sites.stream().filter(site -> site.id().equals(id)).findFirst();
    }

    /** The same terms with another calendar. */
    public BudgetTerms with(Calendar other) {
        return new BudgetTerms(
                budget, title, audience, amount, split, parts, rest, restRule, sites, other, rules, demonstration);
    }
}
