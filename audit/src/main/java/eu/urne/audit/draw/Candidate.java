package eu.urne.audit.draw;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.tree.TreeHash;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A candidate as the pool shows her (docs/formats/draw.md, section 1).
 *
 * @param attributes values by name, 0 to 12
 * @param leaf 32 bytes that stand for her
 * @param element hash of her element in the tree of the pool
 */
public record Candidate(SortedMap<String, String> attributes, Bytes leaf, Bytes element) {
    private static final int MOST_ATTRIBUTES = 12;

    /**
     * Reads an element of the pool.
     *
     * @param json the element
     * @throws MalformedException if it is none
     */
    public static Candidate read(Json json) throws MalformedException {
        Members members = Members.exactly(json, "candidate", "attributes", "leaf");
        if (!(members.value("attributes") instanceof JsonObject(SortedMap<String, Json> told))
                || told.size() > MOST_ATTRIBUTES) {
            throw members.wrong("attributes", "is not an object of 0 to " + MOST_ATTRIBUTES + " attributes");
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, Json> each : told.entrySet()) {
            String value = each.getValue() instanceof JsonText(String text) ? text : "";
            attributes.put(Codes.name(each.getKey()), Codes.value(value));
        }
        return new Candidate(
                Collections.unmodifiableSortedMap(attributes),
                Bytes.of(members.hex("leaf", Sha256.LENGTH)),
                Bytes.of(TreeHash.leaf(CanonicalWriter.bytes(json))));
    }

    /**
     * Gives her values of attributes.
     *
     * @param names the attributes
     * @return in their order; an attribute that she lacks gives an empty text
     */
    public List<String> values(List<String> names) {
        return names.stream().map(this::value).toList();
    }

    String value(String name) {
        return attributes.getOrDefault(name, "");
    }
}
