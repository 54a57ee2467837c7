package eu.urne.engine.sortition;

import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a candidate knows and the pool does not show; with it she proves her place (docs/formats/draw.md, section 1).
 *
 * @param attributes as the pool shows them
 * @param draw its id
 * @param pseudonym of her candidacy: 1 to 64 visible ASCII characters
 * @param salt 32 random bytes of hers in this draw alone
 */
public record Slip(Map<String, String> attributes, String draw, String pseudonym, Hash salt) {

    private static final byte[] PREFIX = "urne-candidate-v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern PSEUDONYM = Pattern.compile("[!-~]{1,64}");

    /** Checks the texts. */
    public Slip {
        attributes = Codes.attributes(attributes);
        Codes.drawId(draw);
        if (!PSEUDONYM.matcher(pseudonym).matches()) {
            throw new IllegalArgumentException("pseudonym: 1 to 64 visible ASCII characters without space");
        }
    }

    /** Her element of the pool. */
    public Candidate candidate() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("attributes", Candidate.json(attributes));
        json.put("draw", draw);
        json.put("pseudonym", pseudonym);
        return new Candidate(attributes, Hash.of(TreeHash.sha256(PREFIX, salt.bytes(), CanonicalJson.bytes(json))));
    }
}
