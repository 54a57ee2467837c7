package eu.urne.audit.draw;

import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.HashSet;
import java.util.List;

/** What happens to seats that a cell cannot fill (docs/formats/draw.md, section 3). */
public sealed interface Shortage {

    /** They stay empty. */
    record Empty() implements Shortage {}

    /** They go to the next of all cells together. */
    record All() implements Shortage {}

    /**
     * They go to the next of some cells.
     *
     * @param cells indexes of the cells, in their order
     */
    record Cells(List<Integer> cells) implements Shortage {}

    /**
     * Reads it.
     *
     * @param json the value
     * @param cells number of cells of the spec
     * @throws MalformedException if it is none
     */
    static Shortage read(Json json, int cells) throws MalformedException {
        String kind = json instanceof JsonObject object && object.members().get("kind") instanceof JsonText(String text)
                ? text
                : "";
        if (kind.equals("CELLS")) {
            Members members = Members.exactly(json, "short", "cells", "kind");
            List<Integer> indexes = Codes.integers(members.array("cells"), "short member 'cells'", 0, cells - 1);
            if (indexes.isEmpty() || new HashSet<>(indexes).size() < indexes.size()) {
                throw members.wrong("cells", "is empty, or names a cell twice");
            }
            return new Cells(indexes);
        }
        Members.exactly(json, "short", "kind");
        return switch (kind) {
            case "EMPTY" -> new Empty();
            case "ALL" -> new All();
            default -> throw new MalformedException("short has the kind '" + kind + "', which is none of this version");
        };
    }
}
