package eu.urne.api.tablet;

import eu.urne.engine.roll.EligibilityRule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** At which sites people vote in a poll, as far as its rule of who may vote tells. */
public final class PollSites {

    private PollSites() {}

    /**
     * Whether people of a site may vote.
     *
     * @param who the rule; null where the definition has none
     * @return true too where the rule speaks of no sites
     */
    public static boolean admit(@Nullable EligibilityRule who, String site) {
        return who == null || of(who).map(sites -> sites.contains(site)).orElse(true);
    }

    /**
     * Whether nobody but people of these sites may vote.
     *
     * @param who the rule; null where the definition has none
     * @return false too where the rule speaks of no sites
     */
    public static boolean covered(@Nullable EligibilityRule who, Set<String> sites) {
        return who != null && of(who).map(sites::containsAll).orElse(false);
    }

    /** The sites without one of which nobody meets the rule; empty where others may too. */
    static Optional<Set<String>> of(EligibilityRule who) {
        return switch (who) {
            case EligibilityRule.AttendsSite attends -> Optional.of(Set.copyOf(attends.sites()));
            case EligibilityRule.AllOf all ->
                all.rules().stream().flatMap(rule -> of(rule).stream()).reduce(PollSites::both);
            case EligibilityRule.AnyOf any ->
                any.rules().stream().allMatch(rule -> of(rule).isPresent())
                        ? any.rules().stream()
                                .flatMap(rule -> of(rule).stream())
                                .reduce(PollSites::either)
                        : Optional.empty();
            case EligibilityRule.AgeBetween age -> Optional.empty();
            case EligibilityRule.ResidesIn resides -> Optional.empty();
            case EligibilityRule.StudiesIn studies -> Optional.empty();
            case EligibilityRule.MemberOf member -> Optional.empty();
        };
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Set<String> either(Set<String> one, Set<String> other) {
        Set<String> either = new HashSet<>(one);
        either.addAll(other);
        return either;
    }
}
