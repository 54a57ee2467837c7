package eu.urne.engine.sortition;

import eu.urne.engine.log.CanonicalJson;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A possible set of members.
 *
 * @param members indexes into the pool, ascending
 * @param tickets how many of all tickets draw it, at least 1
 */
public record Panel(List<Integer> members, int tickets) implements Comparable<Panel> {

    /** Checks order and tickets. */
    public Panel {
        members = List.copyOf(members);
        Codes.within("members", members.size(), 1, DrawSpec.MOST_SEATS);
        Codes.within("tickets", tickets, 1, PanelList.MOST_TICKETS);
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i - 1) >= members.get(i)) {
                throw new IllegalArgumentException("members: a panel's members stand in ascending order");
            }
        }
        Codes.within("members", members.getFirst(), 0, Pool.MOST - 1L);
        Codes.within("members", members.getLast(), 0, Pool.MOST - 1L);
    }

    /** By the members alone, index by index. */
    @Override
    public int compareTo(Panel other) {
        int common = Math.min(members.size(), other.members.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compare(members.get(i), other.members.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(members.size(), other.members.size());
    }

    /** The candidates that its members are. */
    public List<Candidate> of(Pool pool) {
        return members.stream().map(pool.candidates()::get).toList();
    }

    /** The bytes that the tree of the list covers. */
    byte[] bytes() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode indexes = json.putArray("members");
        members.forEach(indexes::add);
        json.put("tickets", tickets);
        return CanonicalJson.bytes(json);
    }
}
