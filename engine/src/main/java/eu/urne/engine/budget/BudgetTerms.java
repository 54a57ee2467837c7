package eu.urne.engine.budget;

import eu.urne.engine.poll.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a budget is opened with.
 *
 * @param amount all money, in cents
 * @param parts how it is split; together exactly the amount. A budget that is not split has one part
 * @param sites where people belong to it; at least one
 */
public record BudgetTerms(
        BudgetId budget,
        String title,
        Audience audience,
        Money amount,
        List<Part> parts,
        List<Site> sites,
        Calendar calendar,
        HouseRules rules) {

    private static final int MAX_PARTS = 200;
    private static final int MAX_SITES = 500;

    /** Checks that the parts are the amount, and ids are unique. */
    public BudgetTerms {
        Texts.checkTitle("title", title);
        parts = List.copyOf(parts);
        sites = List.copyOf(sites);
        if (amount.cents() == 0) {
            throw new IllegalArgumentException("amount: a budget has at least 1 cent");
        }
        checkUnique("parts", parts.stream().map(Part::id).toList(), MAX_PARTS);
        checkUnique("sites", sites.stream().map(Site::id).toList(), MAX_SITES);
        long together = 0;
        for (Part part : parts) {
            together = Math.addExact(together, part.cents());
        }
        if (together != amount.cents()) {
            throw new IllegalArgumentException(
                    "parts: they are " + together + " cents together, the amount is " + amount.cents());
        }
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

    /** The same terms with another calendar. */
    BudgetTerms with(Calendar other) {
        return new BudgetTerms(budget, title, audience, amount, parts, sites, other, rules);
    }
}
