package eu.urne.audit.draw;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.tree.TreeHash;
import java.util.List;

/**
 * Members who meet every quota together (docs/formats/draw.md, section 6).
 *
 * @param members indexes into the pool, ascending
 * @param tickets its chance, at least 1
 * @param element hash of it in the tree of the list
 */
public record Panel(List<Integer> members, int tickets, Bytes element) {

    /**
     * Reads a panel.
     *
     * @param json the panel
     * @throws MalformedException if it is none
     */
    public static Panel read(Json json) throws MalformedException {
        Members panel = Members.exactly(json, "panel", "members", "tickets");
        List<Integer> members = Codes.integers(panel.array("members"), "panel member 'members'", 0, Pool.MOST - 1);
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i - 1) >= members.get(i)) {
                throw panel.wrong("members", "is not ascending");
            }
        }
        return new Panel(
                members,
                (int) panel.integer("tickets", 1, PanelList.MOST_TICKETS),
                Bytes.of(TreeHash.leaf(CanonicalWriter.bytes(json))));
    }
}
