package eu.urne.engine.poll;

import eu.urne.engine.store.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome awards, where the money of a participatory budget is spent: the works of a proposal rest on it.
 *
 * @param budget id of the budget
 * @param cents the cost of each selected option, in order of selection
 */
public record Awards(String budget, List<Long> cents) {

    /** Keeps a copy. */
    public Awards {
        cents = List.copyOf(cents);
    }

    /** What is awarded to the selected options of a poll; null where it belongs to no participatory budget. */
    public static @Nullable Awards of(PollDefinition definition, List<String> selected) {
        BudgetPart part = definition.terms().of();
        if (part == null) {
            return null;
        }
        Map<String, Long> costs = new HashMap<>();
        definition.options().forEach(option -> costs.put(option.id(), option.cost()));
        return new Awards(
                part.budget(),
                selected.stream().map(id -> costs.getOrDefault(id, 0L)).toList());
    }

    /** What is established for the proposals of this award, in order of selection. */
    public List<Claim> claims(List<String> selected) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < selected.size(); i++) {
            claims.add(won(budget, selected.get(i)));
            claims.add(won(budget, selected.get(i), cents.get(i)));
        }
        return claims;
    }

    /** The claim that a proposal of a budget has won. */
    public static Claim won(String budget, String proposal) {
        return Claim.of("won:" + budget + ":" + proposal);
    }

    /** The claim that a proposal of a budget has won so many cents. */
    public static Claim won(String budget, String proposal, long cents) {
        return Claim.of("won:" + budget + ":" + proposal + ":" + cents);
    }
}
