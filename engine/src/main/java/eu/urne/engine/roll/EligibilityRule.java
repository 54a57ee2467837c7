package eu.urne.engine.roll;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may vote, as part of a poll's definition (docs/formats/events.md, section 2.1). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EligibilityRule.AgeBetween.class, name = "AGE_BETWEEN"),
    @JsonSubTypes.Type(value = EligibilityRule.ResidesIn.class, name = "RESIDES_IN"),
    @JsonSubTypes.Type(value = EligibilityRule.StudiesIn.class, name = "STUDIES_IN"),
    @JsonSubTypes.Type(value = EligibilityRule.AttendsSite.class, name = "ATTENDS_SITE"),
    @JsonSubTypes.Type(value = EligibilityRule.MemberOf.class, name = "MEMBER_OF"),
    @JsonSubTypes.Type(value = EligibilityRule.AllOf.class, name = "ALL_OF"),
    @JsonSubTypes.Type(value = EligibilityRule.AnyOf.class, name = "ANY_OF")
})
public sealed interface EligibilityRule {

    /** Rules in one rule, at most. */
    int MOST = 20;

    /** How deep rules stand in each other, at most. */
    int DEEPEST = 8;

    /** How deep rules stand in this one: 1 for a rule without others. */
    default int depth() {
        return switch (this) {
            case AllOf(List<EligibilityRule> rules) -> 1 + deepest(rules);
            case AnyOf(List<EligibilityRule> rules) -> 1 + deepest(rules);
            case AgeBetween age -> 1;
            case ResidesIn places -> 1;
            case StudiesIn places -> 1;
            case AttendsSite sites -> 1;
            case MemberOf groups -> 1;
        };
    }

    private static int deepest(List<EligibilityRule> rules) {
        return rules.stream().mapToInt(EligibilityRule::depth).max().orElse(0);
    }

    /**
     * Of that age on a day. A person born on 29 February is a year older on 1 March of the years that have no such day
     * (French practice: an age is reached when the day of birth has come round).
     *
     * @param from years completed on that day, at least
     * @param to years completed on that day, at most; null for no limit
     */
    record AgeBetween(int from, @Nullable Integer to, LocalDate on) implements EligibilityRule {
        /** Checks the ages. */
        public AgeBetween {
            if (from < 0 || from > 150 || (to != null && (to < from || to > 150))) {
                throw new IllegalArgumentException("who: an age is from 0 to 150, and from is not above to");
            }
        }
    }

    /** Lives in one of these districts or cities, named as in the register. */
    record ResidesIn(List<String> places) implements EligibilityRule {
        /** Checks the names. */
        public ResidesIn {
            places = named("places", places);
        }
    }

    /** Goes to school or university in one of these cities, named as in the register. */
    record StudiesIn(List<String> places) implements EligibilityRule {
        /** Checks the names. */
        public StudiesIn {
            places = named("places", places);
        }
    }

    /** Belongs to one of these sites, by their ids. */
    record AttendsSite(List<String> sites) implements EligibilityRule {
        /** Checks the names. */
        public AttendsSite {
            sites = named("sites", sites);
        }
    }

    /** Belongs to one of these groups, such as a council, by their ids. */
    record MemberOf(List<String> groups) implements EligibilityRule {
        /** Checks the names. */
        public MemberOf {
            groups = named("groups", groups);
        }
    }

    /** All of these hold. */
    record AllOf(List<EligibilityRule> rules) implements EligibilityRule {
        /** Checks their number. */
        public AllOf {
            rules = parts(rules);
        }
    }

    /** One of these holds at least. */
    record AnyOf(List<EligibilityRule> rules) implements EligibilityRule {
        /** Checks their number. */
        public AnyOf {
            rules = parts(rules);
        }
    }

    private static List<String> named(String field, List<String> names) {
        if (names.isEmpty() || names.size() > 500) {
            throw new IllegalArgumentException("who: " + field + " has 1 to 500 names, not " + names.size());
        }
        for (String name : names) {
            if (name.isBlank() || name.length() > 100) {
                throw new IllegalArgumentException("who: a name in " + field + " has 1 to 100 characters");
            }
        }
        return List.copyOf(names);
    }

    private static List<EligibilityRule> parts(List<EligibilityRule> rules) {
        if (rules.isEmpty() || rules.size() > MOST) {
            throw new IllegalArgumentException("who: rules has 1 to " + MOST + " rules, not " + rules.size());
        }
        if (deepest(rules) >= DEEPEST) {
            throw new IllegalArgumentException("who: rules stand at most " + DEEPEST + " deep in each other");
        }
        return List.copyOf(rules);
    }
}
