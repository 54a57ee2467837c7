package eu.urne.engine.sortition;

import eu.urne.engine.EngineJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A draw in one document, for a verifier (docs/formats/draw.md, section 8).
 *
 * @param draw its id
 * @param panels with quotas; null without
 * @param values of the public randomness; null before they are known
 */
public record DrawDocument(
        String draw,
        @Nullable PanelList panels,
        Pool pool,
        DrawSpec spec,
        @Nullable List<String> values) {

    /** Checks that specification and pool fit each other. */
    public DrawDocument {
        Codes.drawId(draw);
        spec.check(pool);
        if ((spec instanceof DrawSpec.Quotas) != (panels != null)) {
            throw new IllegalArgumentException("panels: a list stands where there are quotas, and there only");
        }
        values = values == null ? null : List.copyOf(values);
    }

    /**
     * The seed.
     *
     * @throws IllegalStateException before the values are known
     */
    public Seed seed() {
        if (values == null) {
            throw new IllegalStateException("the values of the public randomness are not known yet");
        }
        return Seed.of(draw, pool, spec, values);
    }

    /**
     * Who is drawn.
     *
     * @throws IllegalStateException before the values are known
     */
    public Drawn drawn() {
        return switch (spec) {
            case DrawSpec.Strata strata -> Draw.byStrata(pool, strata, seed());
            case DrawSpec.Quotas quotas -> {
                if (panels == null) {
                    throw new IllegalStateException("the constructor checks that there are panels");
                }
                yield Draw.byQuotas(pool, quotas, panels, seed());
            }
        };
    }

    /** The document, with the result where the values are known. */
    public ObjectNode json() {
        ObjectNode json = (ObjectNode) EngineJson.tree(this);
        json.put("format", DrawSpec.FORMAT);
        if (values != null) {
            json.set("result", result(drawn()));
        }
        return json;
    }

    private ObjectNode result(Drawn drawn) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("poolRoot", pool.root().hex());
        json.put("specHash", spec.hash().hex());
        json.put("seed", seed().hash().hex());
        if (drawn.ticket() != null) {
            json.put("ticket", drawn.ticket());
        }
        ArrayNode reserve = json.putArray("reserve");
        for (List<Candidate> cell : drawn.reserve()) {
            ArrayNode leaves = reserve.addArray();
            cell.forEach(candidate -> leaves.add(candidate.leaf().hex()));
        }
        ArrayNode seats = json.putArray("seats");
        for (Seat seat : drawn.seats()) {
            ObjectNode one = seats.addObject().put("cell", seat.cell());
            if (seat.member() != null) {
                one.put("leaf", seat.member().leaf().hex());
            }
        }
        return json;
    }

    /**
     * Reads a document and computes its result anew.
     *
     * @throws IllegalArgumentException in one sentence, if it is not what it would be when written
     * @throws tools.jackson.core.JacksonException if a member is missing, unknown or of the wrong type
     */
    public static DrawDocument read(JsonNode json) {
        ObjectNode rest = (ObjectNode) json.deepCopy();
        rest.remove(List.of("format", "result"));
        DrawDocument document = EngineJson.MAPPER.treeToValue(rest, DrawDocument.class);
        if (!document.json().equals(json)) {
            throw new IllegalArgumentException("the document of the draw " + document.draw()
                    + " is not in order: the pool, the specification or the result differ when written anew");
        }
        return document;
    }
}
