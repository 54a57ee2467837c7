package eu.urne.audit.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was laid down before the randomness existed (docs/formats/draw.md, section 3).
 *
 * @param composition strata or quotas
 * @param seats how many seats
 * @param panels root and tickets of the panel list; null with strata
 * @param sources 1 to 5 sources, in their order
 * @param hash the spec hash
 */
public record DrawSpec(
        Composition composition, int seats, @Nullable Frozen panels, List<RandomSource> sources, Bytes hash) {
    private static final BigInteger LEAST_POSSIBILITIES = BigInteger.TWO.pow(24);
    private static final int MOST_SOURCES = 5;

    /**
     * What a spec tells of its panel list.
     *
     * @param root tree hash of the panels
     * @param tickets sum of their tickets
     */
    public record Frozen(Bytes root, int tickets) {}

    /**
     * Reads a spec.
     *
     * @param json the spec
     * @throws MalformedException if it is none
     */
    public static DrawSpec read(Json json) throws MalformedException {
        String kind = json instanceof JsonObject object && object.members().get("kind") instanceof JsonText(String text)
                ? text
                : "";
        byte[] prefix = "urne-draw-spec-v1\n".getBytes(US_ASCII);
        Bytes hash = Bytes.of(Sha256.hash(prefix, CanonicalWriter.bytes(json)));
        return switch (kind) {
            case "STRATA" -> {
                Members spec = Members.exactly(json, "spec", "by", "cells", "format", "kind", "randomness", "short");
                spec.integer("format", 1, 1);
                Composition.Strata strata = Composition.strata(spec);
                yield new DrawSpec(strata, strata.seats(), null, sources(spec), hash);
            }
            case "QUOTAS" -> {
                Members spec =
                        Members.exactly(json, "spec", "format", "kind", "panels", "quotas", "randomness", "seats");
                spec.integer("format", 1, 1);
                Members panels = Members.exactly(spec.value("panels"), "panels", "root", "tickets");
                Frozen frozen = new Frozen(Bytes.of(panels.hex("root", Sha256.LENGTH)), (int)
                        panels.integer("tickets", 1, PanelList.MOST_TICKETS));
                int seats = (int) spec.integer("seats", 1, Composition.MOST_SEATS);
                yield new DrawSpec(Composition.quotas(spec), seats, frozen, sources(spec), hash);
            }
            default -> throw new MalformedException("spec has the kind '" + kind + "', which is none of this version");
        };
    }

    private static List<RandomSource> sources(Members spec) throws MalformedException {
        List<RandomSource> sources = new ArrayList<>();
        for (Json element : spec.array("randomness")) {
            sources.add(RandomSource.read(element));
        }
        if (sources.isEmpty() || sources.size() > MOST_SOURCES) {
            throw spec.wrong("randomness", "is not an array of 1 to " + MOST_SOURCES + " sources");
        }
        if (new HashSet<>(sources.stream().map(RandomSource::name).toList()).size() < sources.size()) {
            throw spec.wrong("randomness", "has two sources of one name");
        }
        BigInteger possibilities =
                sources.stream().map(RandomSource::possibilities).reduce(BigInteger.ONE, BigInteger::multiply);
        if (possibilities.compareTo(LEAST_POSSIBILITIES) < 0) {
            throw spec.wrong("randomness", "has only " + possibilities + " possibilities, fewer than 2^24");
        }
        return List.copyOf(sources);
    }

    /**
     * Checks that it leaves no candidate of a pool out.
     *
     * @param pool the pool
     * @throws MalformedException if it does, or has more seats than there are candidates
     */
    public void check(Pool pool) throws MalformedException {
        for (String name : composition.attributes()) {
            if (!pool.candidate(0).attributes().containsKey(name)) {
                throw new MalformedException("spec names the attribute '" + name + "', which no candidate has");
            }
        }
        switch (composition) {
            case Composition.Strata strata -> {
                HashSet<List<String>> cells =
                        new HashSet<>(strata.cells().stream().map(Cell::values).toList());
                for (Candidate candidate : pool.candidates()) {
                    if (!cells.contains(candidate.values(strata.by()))) {
                        throw new MalformedException(
                                "spec has no cell for a candidate with " + candidate.values(strata.by()));
                    }
                }
            }
            case Composition.Quotas quotas -> {
                if (seats > pool.size()) {
                    throw new MalformedException(
                            "spec has " + seats + " seats, but there are only " + pool.size() + " candidates");
                }
            }
        }
    }

    /**
     * Checks that each source can have its value.
     *
     * @param values the values of the sources, in their order
     * @throws MalformedException if one cannot, or there are more or fewer values than sources
     */
    public void check(List<String> values) throws MalformedException {
        if (values.size() != sources.size()) {
            throw new MalformedException(
                    "has " + values.size() + " values for " + sources.size() + " sources of randomness");
        }
        for (int i = 0; i < values.size(); i++) {
            if (!sources.get(i).accepts(values.get(i))) {
                throw new MalformedException("has the value '" + values.get(i) + "', which is none of the source '"
                        + sources.get(i).name() + "' (" + sources.get(i).words() + ")");
            }
        }
    }
}
