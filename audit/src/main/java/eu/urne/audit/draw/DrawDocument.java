package eu.urne.audit.draw;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a draw needs in one document (docs/formats/draw.md, section 8).
 *
 * @param draw draw id
 * @param pool the pool
 * @param spec the spec, which fits the pool
 * @param panels the panel list; null with strata
 * @param values the values of the sources; null before the randomness
 * @param result what the document tells as the result; null before the randomness
 */
public record DrawDocument(
        String draw,
        Pool pool,
        DrawSpec spec,
        @Nullable PanelList panels,
        @Nullable List<String> values,
        @Nullable Json result) {
    /** The most bytes that a document may have. */
    public static final int MAX_BYTES = 64 << 20;

    /**
     * Reads a document; its result is not looked at.
     *
     * @param bytes canonical JSON
     * @throws MalformedException if it is none, or its parts do not fit each other
     */
    public static DrawDocument read(byte[] bytes) throws MalformedException {
        Members members = Members.withOptional(
                CanonicalJson.read(bytes),
                "document",
                Set.of("panels", "result", "values"),
                "draw",
                "format",
                "pool",
                "spec");
        members.integer("format", 1, 1);
        if (members.has("values") != members.has("result")) {
            throw new MalformedException("document has only one of the members 'result' and 'values'");
        }
        DrawSpec spec = DrawSpec.read(members.value("spec"));
        List<String> values = members.has("values") ? members.texts("values") : null;
        if (values != null) {
            spec.check(values);
        }
        return new DrawDocument(
                Codes.draw(members.text("draw")),
                Pool.read(members.array("pool")),
                spec,
                members.has("panels") ? PanelList.read(members.array("panels")) : null,
                values,
                values == null ? null : members.value("result"));
    }

    /**
     * Gives the seed; to be called where the values are known.
     *
     * @throws IllegalStateException if they are not
     */
    public Seed seed() {
        if (values == null) {
            throw new IllegalStateException("the values of the draw '" + draw + "' are not known yet");
        }
        return Seed.of(draw, pool.root(), spec, values);
    }

    /**
     * Draws anew; to be called where the values are known.
     *
     * @throws MalformedException if pool, spec and panels do not fit each other
     */
    public Lot lot() throws MalformedException {
        return new Lot(pool, spec, panels, seed());
    }

    /**
     * Checks the parts against each other and the result against a draw of its own.
     *
     * @return what is wrong, as sentences; none if nothing is
     */
    public List<String> findings() {
        try {
            if (values == null) {
                checkUndrawn();
                return List.of();
            }
            return compare(result(lot().drawn()));
        } catch (MalformedException e) {
            return List.of("document " + e.getMessage());
        }
    }

    private void checkUndrawn() throws MalformedException {
        spec.check(pool);
        if ((spec.panels() != null) != (panels != null)) {
            throw new MalformedException("has a panel list exactly where its spec has none");
        }
        if (panels != null && spec.composition() instanceof Composition.Quotas quotas) {
            panels.check(spec, quotas, pool);
        }
    }

    private List<String> compare(SortedMap<String, Json> own) {
        if (!(result instanceof JsonObject(SortedMap<String, Json> told))
                || !told.keySet().equals(own.keySet())) {
            return List.of("document has a result without exactly the members " + own.keySet());
        }
        List<String> findings = new ArrayList<>();
        own.forEach((name, value) -> {
            if (!value.equals(told.get(name))) {
                findings.add("document tells another '" + name + "' than the draw gives");
            }
        });
        return findings;
    }

    private SortedMap<String, Json> result(Drawn drawn) {
        SortedMap<String, Json> members = new TreeMap<>();
        members.put("poolRoot", hex(pool.root()));
        members.put(
                "reserve",
                new JsonArray(drawn.reserve().stream()
                        .<Json>map(cell ->
                                new JsonArray(cell.stream().map(this::leaf).toList()))
                        .toList()));
        members.put(
                "seats", new JsonArray(drawn.seats().stream().map(this::seat).toList()));
        members.put("seed", hex(seed().hash()));
        members.put("specHash", hex(spec.hash()));
        Integer ticket = drawn.ticket();
        if (ticket != null) {
            members.put("ticket", new JsonInteger(ticket));
        }
        return members;
    }

    private Json seat(Drawn.Seat seat) {
        SortedMap<String, Json> members = new TreeMap<>();
        members.put("cell", new JsonInteger(seat.cell()));
        Integer candidate = seat.candidate();
        if (candidate != null) {
            members.put("leaf", leaf(candidate));
        }
        return new JsonObject(members);
    }

    private Json leaf(int candidate) {
        return hex(pool.candidate(candidate).leaf());
    }

    private static Json hex(Bytes bytes) {
        return new JsonText(bytes.hex());
    }
}
