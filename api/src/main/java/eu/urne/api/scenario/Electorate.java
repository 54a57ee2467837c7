package eu.urne.api.scenario;

import eu.urne.engine.budget.Site;
import eu.urne.engine.budget.Split;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who of a scenario's people belongs to which poll. */
final class Electorate {

    private final Scenario scenario;
    private final List<Inhabitant> crowd;
    private final Map<String, List<Inhabitant>> convened = new HashMap<>();

    Electorate(Scenario scenario) {
        this.scenario = scenario;
        this.crowd = Optional.ofNullable(scenario.people())
                .map(people -> Crowd.of(scenario, people))
                .orElse(List.of());
    }

    /** Lets the first ones of those who may vote be the people of a secret vote in a council. */
    void convene(String poll, int voters) {
        convened.put(
                poll, crowd.stream().filter(Inhabitant::mayVote).limit(voters).toList());
    }

    /** Everybody. */
    List<Inhabitant> all() {
        return crowd;
    }

    /** The sites whose people vote in a part. */
    List<String> sitesOf(String part) {
        Split split = scenario.budget().split();
        return scenario.budget().sites().stream()
                .filter(site -> switch (split) {
                    case NONE, THEME -> true;
                    case SITE -> site.id().equals(part);
                    case DISTRICT -> part.equals(site.district());
                })
                .map(Site::id)
                .toList();
    }

    /** The people of a poll's sites. */
    List<Inhabitant> of(String poll) {
        List<Inhabitant> members = convened.get(poll);
        if (members != null) {
            return members;
        }
        List<String> sites =
                sitesOf(poll.substring(scenario.budget().budget().value().length() + 1));
        return crowd.stream().filter(each -> sites.contains(each.site())).toList();
    }
}
