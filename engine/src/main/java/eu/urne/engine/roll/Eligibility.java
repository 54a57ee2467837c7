package eu.urne.engine.roll;

import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.roll.EligibilityRule.AllOf;
import eu.urne.engine.roll.EligibilityRule.AnyOf;
import eu.urne.engine.roll.EligibilityRule.AttendsSite;
import eu.urne.engine.roll.EligibilityRule.MemberOf;
import eu.urne.engine.roll.EligibilityRule.ResidesIn;
import eu.urne.engine.roll.EligibilityRule.StudiesIn;
import eu.urne.engine.roll.Ineligible.BirthDateUnknown;
import eu.urne.engine.roll.Ineligible.NoneOf;
import eu.urne.engine.roll.Ineligible.NotAmong;
import eu.urne.engine.roll.Ineligible.NotAmong.What;
import eu.urne.engine.roll.Ineligible.Several;
import eu.urne.engine.roll.Ineligible.TooOld;
import eu.urne.engine.roll.Ineligible.TooYoung;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a person meets a rule, and if not, all that stands against it. Pure: the same for the same facts. */
public sealed interface Eligibility {

    /** The person meets the rule. */
    record Eligible() implements Eligibility {}

    /** The person does not meet it. */
    record Refused(Ineligible why) implements Eligibility {}

    /** Evaluates a rule over what is known of a person. What is not known does not count in favour. */
    static Eligibility of(EligibilityRule rule, PersonFacts facts) {
        return against(rule, facts).<Eligibility>map(Refused::new).orElseGet(Eligible::new);
    }

    private static Optional<Ineligible> against(EligibilityRule rule, PersonFacts facts) {
        return switch (rule) {
            case AgeBetween age -> age(age, facts.birthDate());
            case ResidesIn(List<String> places) -> among(What.RESIDENCE, places, facts.residences());
            case StudiesIn(List<String> places) -> among(What.STUDIES, places, facts.studies());
            case AttendsSite(List<String> sites) -> among(What.SITE, sites, facts.sites());
            case MemberOf(List<String> groups) -> among(What.GROUP, groups, facts.groups());
            case AllOf(List<EligibilityRule> rules) -> all(rules, facts);
            case AnyOf(List<EligibilityRule> rules) -> any(rules, facts);
        };
    }

    private static Optional<Ineligible> age(AgeBetween rule, @Nullable LocalDate birthDate) {
        if (birthDate == null) {
            return Optional.of(new BirthDateUnknown(rule.on()));
        }
        int age = Age.on(birthDate, rule.on());
        if (age < rule.from()) {
            long days = ChronoUnit.DAYS.between(rule.on(), Age.completed(birthDate, rule.from()));
            return Optional.of(new TooYoung(Math.max(age, 0), rule.from(), rule.on(), days));
        }
        Integer to = rule.to();
        if (to != null && age > to) {
            long days = ChronoUnit.DAYS.between(Age.completed(birthDate, to + 1), rule.on()) + 1;
            return Optional.of(new TooOld(age, to, rule.on(), days));
        }
        return Optional.empty();
    }

    private static Optional<Ineligible> among(What what, List<String> wanted, Set<String> known) {
        Set<String> keys = known.stream().map(Spelling::key).collect(Collectors.toSet());
        boolean found = wanted.stream().map(Spelling::key).anyMatch(keys::contains);
        return found ? Optional.empty() : Optional.of(new NotAmong(what, wanted, !keys.isEmpty()));
    }

    private static Optional<Ineligible> all(List<EligibilityRule> rules, PersonFacts facts) {
        List<Ineligible> found = new ArrayList<>();
        rules.forEach(rule -> against(rule, facts).ifPresent(found::add));
        return switch (found.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(found.getFirst());
            default -> Optional.of(new Several(found));
        };
    }

    private static Optional<Ineligible> any(List<EligibilityRule> rules, PersonFacts facts) {
        List<Ineligible> found = new ArrayList<>();
        for (EligibilityRule rule : rules) {
            Optional<Ineligible> against = against(rule, facts);
            if (against.isEmpty()) {
                return Optional.empty();
            }
            found.add(against.get());
        }
        return Optional.of(found.size() == 1 ? found.getFirst() : new NoneOf(found));
    }
}
