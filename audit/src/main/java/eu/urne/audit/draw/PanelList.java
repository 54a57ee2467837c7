package eu.urne.audit.draw;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.GrowingTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The panels of which one is drawn (docs/formats/draw.md, section 6).
 *
 * @param panels in ascending order of their members
 */
public record PanelList(List<Panel> panels) {
    /** The most tickets that a list may have. */
    public static final int MOST_TICKETS = 10_000;

    /**
     * Reads a list.
     *
     * @param elements the elements of its array
     * @throws MalformedException if one of them is no panel
     */
    public static PanelList read(List<Json> elements) throws MalformedException {
        List<Panel> panels = new ArrayList<>(elements.size());
        for (Json element : elements) {
            panels.add(Panel.read(element));
        }
        return new PanelList(List.copyOf(panels));
    }

    /** Gives the hash of the tree over the panels. */
    public Bytes root() {
        GrowingTree tree = new GrowingTree();
        panels.forEach(panel -> tree.append(panel.element().array()));
        return Bytes.of(tree.root());
    }

    /** Gives the sum of the tickets. */
    public long tickets() {
        return panels.stream().mapToLong(Panel::tickets).sum();
    }

    /**
     * Checks it against what was frozen.
     *
     * @param spec the spec, with quotas
     * @param quotas its quotas
     * @param pool the pool
     * @throws MalformedException if root or tickets are others, it is out of order, or a panel meets not every quota
     */
    public void check(DrawSpec spec, Composition.Quotas quotas, Pool pool) throws MalformedException {
        DrawSpec.Frozen frozen = spec.panels();
        if (frozen == null || !frozen.root().equals(root()) || frozen.tickets() != tickets()) {
            throw new MalformedException("panel list has another root or other tickets than the spec tells");
        }
        Panel before = null;
        for (Panel panel : panels) {
            if (before != null && compare(before.members(), panel.members()) >= 0) {
                throw new MalformedException("panel list has " + panel.members() + " twice or out of order");
            }
            check(panel, spec.seats(), quotas, pool);
            before = panel;
        }
    }

    private static void check(Panel panel, int seats, Composition.Quotas quotas, Pool pool) throws MalformedException {
        if (panel.members().size() != seats || panel.members().getLast() >= pool.size()) {
            throw new MalformedException(
                    "panel list has a panel that is no set of " + seats + " candidates: " + panel.members());
        }
        List<Candidate> members = panel.members().stream().map(pool::candidate).toList();
        for (Quota quota : quotas.quotas()) {
            if (quota.miss(members) > 0) {
                throw new MalformedException("panel list has a panel that misses the quota of " + quota.attribute()
                        + " " + quota.value() + ": " + panel.members());
            }
        }
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return Integer.compare(one.get(i), other.get(i));
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /**
     * Gives the tickets of each candidate: her chance is that number of all tickets.
     *
     * @param candidates size of the pool
     */
    public List<Integer> ticketsOf(int candidates) {
        int[] tickets = new int[candidates];
        for (Panel panel : panels) {
            for (int member : panel.members()) {
                tickets[member] += panel.tickets();
            }
        }
        return Arrays.stream(tickets).boxed().toList();
    }
}
