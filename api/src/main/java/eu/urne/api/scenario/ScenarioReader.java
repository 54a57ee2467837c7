package eu.urne.api.scenario;

import eu.urne.api.scenario.YamlSource.Place;
import eu.urne.engine.EngineJson;
import eu.urne.engine.budget.BudgetTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a scenario: strictly, and with the line of whatever is wrong. */
final class ScenarioReader {

    private final YamlSource source;
    private final ScenarioFiles files;

    private ScenarioReader(YamlSource source, ScenarioFiles files) {
        this.source = source;
        this.files = files;
    }

    /**
     * The scenario in a file.
     *
     * @throws ScenarioException with line and field, if something is wrong
     */
    static Scenario read(ScenarioFiles files, String name) {
        return new ScenarioReader(files.read(name), files).scenario();
    }

    /** The ideas in a list beside a scenario. */
    static List<Act.Idea> ideas(ScenarioFiles files, String name) {
        YamlSource list = files.read(name);
        ObjectNode[] all = list.read(list.tree(), ObjectNode[].class, Place.ROOT);
        List<Act.Idea> ideas = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            ideas.add(list.read(all[i].put("do", "idea"), Act.Idea.class, Place.ROOT.then(i)));
        }
        return ideas;
    }

    /** All of the file but what the steps are. */
    private record Head(
            String about,
            long seed,
            List<String> staff,
            @Nullable BudgetTerms budget,
            Matter.@Nullable Councils councils,
            @Nullable People people,
            List<DayHead> days) {}

    private record DayHead(LocalDate day, String what, List<ObjectNode> steps) {}

    private Scenario scenario() {
        Head head = source.read(source.tree(), Head.class, Place.ROOT);
        if (head.staff().isEmpty()
                || new HashSet<>(head.staff()).size() < head.staff().size()) {
            throw source.error(Place.ROOT.then("staff"), "staff: one name at least, and none twice");
        }
        List<Scenario.Day> days = new ArrayList<>();
        for (int i = 0; i < head.days().size(); i++) {
            DayHead day = head.days().get(i);
            Place place = Place.ROOT.then("days", i);
            if (i > 0 && !day.day().isAfter(head.days().get(i - 1).day())) {
                throw source.error(place.then("day"), "day: " + day.day() + " does not come after the day before it");
            }
            List<Step> steps = new ArrayList<>();
            for (int j = 0; j < day.steps().size(); j++) {
                steps.add(step(day.steps().get(j), head, place.then("steps", j)));
            }
            days.add(new Scenario.Day(day.day(), day.what(), List.copyOf(steps)));
        }
        return new Scenario(head.about(), head.seed(), head.staff(), matter(head), head.people(), days, source, files);
    }

    private Matter matter(Head head) {
        BudgetTerms budget = head.budget();
        Matter.Councils councils = head.councils();
        if (budget != null && councils == null) {
            return new Matter.Budget(budget);
        }
        if (councils != null && budget == null) {
            return councils;
        }
        throw source.error(Place.ROOT, "budget: a scenario has either a budget or councils");
    }

    private Step step(ObjectNode fields, Head head, Place place) {
        ObjectNode act = fields.deepCopy();
        String name = text(act.get("do"), place, "do");
        JsonNode by = act.remove("by");
        JsonNode refused = act.remove("refused");
        String staff = by == null ? head.staff().getFirst() : text(by, place, "by");
        if (!head.staff().contains(staff)) {
            throw source.error(place.then("by"), "by: \"" + staff + "\" is none of the staff " + head.staff());
        }
        Act read = RestCall.named(name)
                .<Act>map(call -> request(call, act, place))
                .orElseGet(() -> source.read(act, Act.class, place));
        checkPerson(read, head, place);
        if (head.budget() == null && read.needsBudget()) {
            throw source.error(place, name + ": the scenario has no budget");
        }
        return new Step(name, read, staff, refused == null ? null : text(refused, place, "refused"), place);
    }

    private String text(@Nullable JsonNode value, Place place, String field) {
        if (value == null || !value.isString()) {
            throw source.error(place.then(field), field + ": it is missing, or has the wrong type");
        }
        return value.stringValue();
    }

    /** The fields of a request: those of the body, and the variables of the path. */
    private Act.Request request(RestCall call, ObjectNode fields, Place place) {
        fields.remove("do");
        Set<String> possible = new HashSet<>(call.members());
        for (String variable : call.variables()) {
            boolean many = variable.equals("proposal");
            possible.add(variable);
            if (many) {
                possible.add("proposals");
            }
            boolean given = fields.has(variable) || (many && fields.has("proposals"));
            if (!given && !variable.equals("budget")) {
                throw source.error(place, variable + ": it is missing, or has the wrong type");
            }
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (!possible.contains(field.getKey())) {
                throw source.error(place.then(field.getKey()), field.getKey() + ": there is no such member");
            }
        }
        for (String member : call.required()) {
            if (!fields.has(member)) {
                throw source.error(place, member + ": it is missing, or has the wrong type");
            }
        }
        return new Act.Request(call, fields);
    }

    private void checkPerson(Act act, Head head, Place place) {
        if (act instanceof Act.Admit admit
                && (head.people() == null
                        || head.people().named().stream()
                                .noneMatch(named -> named.id().equals(admit.person())))) {
            throw source.error(
                    place.then("person"), "person: \"" + admit.person() + "\" is none of the people's named ones");
        }
    }

    /** A value as the members of a JSON object. */
    static ObjectNode object(Object value) {
        return (ObjectNode) EngineJson.tree(value);
    }
}
