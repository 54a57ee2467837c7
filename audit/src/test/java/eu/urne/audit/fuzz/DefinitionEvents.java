package eu.urne.audit.fuzz;

import eu.urne.audit.entry.EventType;
import eu.urne.audit.event.EventReader;
import eu.urne.audit.event.PollEvent.OptionsListed;
import eu.urne.audit.event.PollEvent.PollDefined;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.Rule;
import eu.urne.engine.EngineJson;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A definition in one piece, as the verifier sees it in the two events in which it stands in a log. */
public final class DefinitionEvents {
    private DefinitionEvents() {}

    /** What the verifier finds out of the two events in which the definition stands in the log. */
    public static String hash(ObjectNode definition) throws MalformedException {
        JsonNode options = definition.remove("options");
        PollDefined defined = (PollDefined) event(
                "urne.poll.PollDefined.v1",
                Map.of(
                        "definition",
                        definition,
                        "hash",
                        "00".repeat(32),
                        "options",
                        options.size(),
                        "poll",
                        definition.path("poll").asString("")));
        OptionsListed listed = (OptionsListed)
                event("urne.poll.OptionsListed.v1", Map.of("from", 0, "options", options, "poll", defined.poll()));
        Set<String> ids = new HashSet<>();
        for (Option option : listed.options()) {
            refuse(!ids.add(option.id()), "has an option twice");
        }
        if (defined.definition().rule() instanceof Rule.ByScore rule) {
            for (Rule.Conflict conflict : rule.conflicts()) {
                refuse(!ids.containsAll(Set.of(conflict.first(), conflict.second())), "has a conflict of no options");
            }
        }
        refuse(
                !defined.definition().rule().counts(defined.definition().kind()),
                "is of the first versions, which nobody writes any more");
        MessageDigest digest = defined.definition().startHash();
        digest.update(listed.canonical().array());
        digest.update(defined.definition().after().array());
        return ExampleBytes.hex(digest.digest());
    }

    private static Object event(String type, Map<String, ?> data) throws MalformedException {
        byte[] bytes;
        try {
            bytes = eu.urne.engine.log.CanonicalJson.bytes(EngineJson.tree(data));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("is nested too deep in its event");
        }
        return EventReader.read(EventType.parse(type), CanonicalJson.read(bytes));
    }

    private static void refuse(boolean wrong, String sentence) throws MalformedException {
        if (wrong) {
            throw new MalformedException(sentence);
        }
    }
}
