package eu.urne.audit.event;

import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The optional members of a definition that say where a poll belongs, how its options are shown and who may vote: their
 * form (docs/formats/events.md, section 2.1). Who was admitted by them stands in the register log.
 */
final class DefinitionContext {
    private static final int MOST = 20;
    private static final int DEEPEST = 8;
    private static final int OLDEST = 150;

    private DefinitionContext() {}

    /** Gives the id of the participatory budget to which the poll belongs; null for none. */
    static @Nullable String budget(Members definition) throws MalformedException {
        return definition.has("of")
                ? Members.exactly(definition.value("of"), "of", "budget", "part")
                        .text("budget")
                : null;
    }

    static void check(Members definition) throws MalformedException {
        if (definition.has("order") && !List.of("DECLARED", "SHUFFLED").contains(definition.text("order"))) {
            throw definition.wrong("order", "is neither DECLARED nor SHUFFLED");
        }
        if (definition.has("of")) {
            Members of = Members.exactly(definition.value("of"), "of", "budget", "part");
            of.text("budget");
            of.text("part");
        }
        if (definition.has("who")) {
            checkWho(definition.value("who"));
        }
    }

    /** Checks the form of a rule of who may vote or stand. */
    static void checkWho(Json rule) throws MalformedException {
        checkRule(rule, DEEPEST);
    }

    private static void checkRule(Json rule, int deeper) throws MalformedException {
        if (deeper == 0) {
            throw new MalformedException("who has rules more than " + DEEPEST + " deep in each other");
        }
        Members members = Members.withOptional(
                rule, "who", Set.of("from", "groups", "on", "places", "rules", "sites", "to"), "kind");
        switch (members.text("kind")) {
            case "AGE_BETWEEN" -> checkAge(rule);
            case "RESIDES_IN", "STUDIES_IN" -> checkNames(rule, "places");
            case "ATTENDS_SITE" -> checkNames(rule, "sites");
            case "MEMBER_OF" -> checkNames(rule, "groups");
            case "ALL_OF", "ANY_OF" -> {
                Json rules = Members.exactly(rule, "who", "kind", "rules").value("rules");
                if (!(rules instanceof JsonArray(List<Json> parts)) || parts.isEmpty() || parts.size() > MOST) {
                    throw members.wrong("rules", "is not an array of 1 to " + MOST + " rules");
                }
                for (Json part : parts) {
                    checkRule(part, deeper - 1);
                }
            }
            default -> throw members.wrong("kind", "is no rule of this version");
        }
    }

    private static void checkAge(Json rule) throws MalformedException {
        Members members = Members.withOptional(rule, "who", Set.of("to"), "from", "kind", "on");
        long from = members.integer("from", 0, OLDEST);
        if (members.has("to")) {
            members.integer("to", from, OLDEST);
        }
        try {
            LocalDate.parse(members.text("on"));
        } catch (DateTimeParseException e) {
            throw members.wrong("on", "is no day");
        }
    }

    private static void checkNames(Json rule, String field) throws MalformedException {
        Members members = Members.exactly(rule, "who", "kind", field);
        if (members.texts(field).isEmpty()) {
            throw members.wrong(field, "is empty");
        }
    }
}
