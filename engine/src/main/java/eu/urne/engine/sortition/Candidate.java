package eu.urne.engine.sortition;

import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.poll.Hash;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An element of a pool: what everybody sees of a candidate (docs/formats/draw.md, section 1).
 *
 * @param attributes codes by name, such as district and age band
 * @param leaf the salted hash that stands for her; see {@link Slip}
 */
public record Candidate(Map<String, String> attributes, Hash leaf) {

    /** Checks the codes. */
    public Candidate {
        attributes = Codes.attributes(attributes);
    }

    /** The bytes that the tree of the pool covers. */
    byte[] bytes() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("attributes", json(attributes));
        json.put("leaf", leaf.hex());
        return CanonicalJson.bytes(json);
    }

    /**
     * Her code for an attribute.
     *
     * @throws IllegalArgumentException if she has none
     */
    String value(String attribute) {
        String value = attributes.get(attribute);
        if (value == null) {
            throw new IllegalArgumentException(
                    "pool: the candidates have no attribute \"" + attribute + "\", which the draw needs");
        }
        return value;
    }

    static ObjectNode json(Map<String, String> attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        attributes.forEach(json::put);
        return json;
    }
}
