package eu.urne.engine.sortition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The panels from which one ticket draws, fixed before the randomness (docs/formats/draw.md, section 6).
 *
 * @param panels in order, none twice
 */
public record PanelList(@JsonValue List<Panel> panels) {

    /** Most tickets of a list. */
    public static final int MOST_TICKETS = 10_000;

    /**
     * By what a frozen list is known.
     *
     * @param root of the tree over its panels
     * @param tickets of all panels together
     */
    public record Frozen(Hash root, int tickets) {

        /** Checks the tickets. */
        public Frozen {
            Codes.within("tickets", tickets, 1, MOST_TICKETS);
        }
    }

    /** Checks order and tickets. */
    @JsonCreator
    public PanelList {
        panels = List.copyOf(panels);
        Codes.within("panels", panels.size(), 1, MOST_TICKETS);
        for (int i = 1; i < panels.size(); i++) {
            if (panels.get(i - 1).compareTo(panels.get(i)) >= 0) {
                throw new IllegalArgumentException("panels: they stand in ascending order, none twice");
            }
        }
        Codes.within("tickets", panels.stream().mapToLong(Panel::tickets).sum(), 1, MOST_TICKETS);
    }

    /** The list with one ticket for each of these sets of members; the same set may come often. */
    public static PanelList of(List<List<Integer>> tickets) {
        List<Panel> sorted = tickets.stream()
                .map(members -> new Panel(members.stream().sorted().toList(), 1))
                .sorted()
                .toList();
        List<Panel> panels = new ArrayList<>();
        for (Panel panel : sorted) {
            if (!panels.isEmpty() && panels.getLast().compareTo(panel) == 0) {
                panels.add(new Panel(panel.members(), panels.removeLast().tickets() + 1));
            } else {
                panels.add(panel);
            }
        }
        return new PanelList(panels);
    }

    /** All tickets. */
    public int tickets() {
        return panels.stream().mapToInt(Panel::tickets).sum();
    }

    /** By what it is frozen. */
    public Frozen frozen() {
        List<byte[]> hashes =
                panels.stream().map(panel -> TreeHash.leaf(panel.bytes())).toList();
        return new Frozen(Hash.of(MerkleTree.rootOf(hashes)), tickets());
    }

    /**
     * The panel of a ticket.
     *
     * @param ticket from 0, below {@link #tickets()}
     */
    public Panel at(int ticket) {
        Codes.within("ticket", ticket, 0, tickets() - 1L);
        int sum = 0;
        for (Panel panel : panels) {
            sum += panel.tickets();
            if (sum > ticket) {
                return panel;
            }
        }
        throw new IllegalStateException("the tickets of all panels are counted");
    }

    /** The chance of each candidate: how many of all {@link #tickets()} draw her, in the order of the pool. */
    public List<Integer> chances(Pool pool) {
        List<Integer> chances = new ArrayList<>(Collections.nCopies(pool.size(), 0));
        for (Panel panel : panels) {
            panel.members().forEach(member -> chances.set(member, chances.get(member) + panel.tickets()));
        }
        return List.copyOf(chances);
    }

    /**
     * Checks that every panel has the seats and meets the quotas.
     *
     * @throws IllegalArgumentException in one sentence, if one does not
     */
    public void check(Pool pool, int seats, List<Quota> quotas) {
        for (Panel panel : panels) {
            if (panel.members().size() != seats || panel.members().getLast() >= pool.size()) {
                throw new IllegalArgumentException(
                        "panels: a panel has " + seats + " members of the " + pool.size() + " candidates");
            }
            List<Candidate> members = panel.of(pool);
            for (Quota quota : quotas) {
                if (quota.miss(members) > 0) {
                    throw new IllegalArgumentException("panels: a panel does not meet the quota " + quota);
                }
            }
        }
    }
}
