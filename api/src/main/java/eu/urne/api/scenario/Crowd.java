package eu.urne.api.scenario;

import eu.urne.api.scenario.Inhabitant.Role;
import eu.urne.engine.budget.Site;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Invents the people of a scenario: from the same seed always the same ones. */
final class Crowd {

    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int PERCENT = 100;
    private static final int OLDEST = 95;

    private final SplittableRandom random;
    private final List<Site> sites;
    private final People people;
    private final LocalDate vote;
    private final Set<String> known = new HashSet<>();
    private final List<Inhabitant> crowd = new ArrayList<>();

    private Crowd(Scenario scenario, People people) {
        this.random = new SplittableRandom(scenario.seed());
        this.sites = scenario.matter().sites();
        this.people = people;
        this.vote = scenario.matter().agesOn();
    }

    /** The people of a scenario, in an order in which nothing about them shows. */
    static List<Inhabitant> of(Scenario scenario, People people) {
        return new Crowd(scenario, people).invented();
    }

    private List<Inhabitant> invented() {
        for (People.Named named : people.named()) {
            known.add(key(named.family(), named.given(), named.born()));
        }
        int named = (int) people.named().stream().filter(People.Named::votes).count();
        add(Role.VOTES, Math.max(0, people.voters() - named));
        add(Role.STAYS_AWAY, share(people.away() - people.withoutConsent()));
        add(Role.HAS_NO_CONSENT, share(people.withoutConsent()));
        add(Role.IS_NOT_OF_AGE, share(people.outside()));
        Shuffle.of(crowd, random);
        List<Inhabitant> all = new ArrayList<>(crowd.size() + people.named().size());
        for (People.Named each : people.named()) {
            all.add(new Inhabitant(all.size(), each.site(), each.family(), each.given(), each.born(), role(each)));
        }
        for (Inhabitant each : crowd) {
            all.add(new Inhabitant(all.size(), each.site(), each.family(), each.given(), each.born(), each.role()));
        }
        return all;
    }

    private static Role role(People.Named named) {
        return !named.consent() ? Role.HAS_NO_CONSENT : named.votes() ? Role.VOTES : Role.IS_NOT_OF_AGE;
    }

    private int share(int percent) {
        return (int) ((long) people.voters() * percent / PERCENT);
    }

    private void add(Role role, int count) {
        for (int i = 0; i < count; i++) {
            String family;
            String given;
            LocalDate born;
            do {
                family = Names.family(random);
                given = Names.given(random);
                born = born(role, i);
            } while (!known.add(key(family, given, born)));
            crowd.add(new Inhabitant(i, sites.get(i % sites.size()).id(), family, given, born, role));
        }
    }

    private static String key(String family, String given, LocalDate born) {
        return family + ";" + given + ";" + born;
    }

    private LocalDate born(Role role, int number) {
        int from = people.ages().from();
        int to = people.ages().to() == null ? OLDEST : people.ages().to();
        if (role != Role.IS_NOT_OF_AGE) {
            return between(from, to);
        }
        boolean tooOld = people.ages().to() != null && (number % 2 == 0 || from < 2);
        return tooOld ? between(to + 1, to + 2) : between(from - 2, from - 1);
    }

    /** A birthday of somebody who has completed so many years on the first day of the vote. */
    private LocalDate between(int from, int to) {
        LocalDate first = vote.minusYears(to + 1L).plusDays(1);
        LocalDate last = vote.minusYears(from);
        return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay() + 1));
    }

    /**
     * The register as a city's programs write it: French heads and dates.
     *
     * @param separator {@code ;} or {@code ,}
     */
    static String csv(List<Inhabitant> crowd, String separator, List<Site> sites) {
        StringBuilder text = new StringBuilder(String.join(
                        separator,
                        List.of("numéro", "nom", "prénom", "date de naissance", "commune", "quartier", "site")))
                .append("\r\n");
        var districts = sites.stream().collect(Collectors.toMap(Site::id, Crowd::district));
        for (Inhabitant each : crowd) {
            text.append(each.number()).append(separator);
            text.append(quoted(each.family())).append(separator).append(quoted(each.given()));
            text.append(separator).append(FRENCH.format(each.born()));
            text.append(separator).append("Saint-Quentin");
            text.append(separator).append(districts.getOrDefault(each.site(), ""));
            text.append(separator).append(each.site()).append("\r\n");
        }
        return text.toString();
    }

    private static String district(Site site) {
        return site.district() == null ? "" : site.district();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
