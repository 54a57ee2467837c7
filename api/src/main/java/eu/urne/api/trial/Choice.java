package eu.urne.api.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What chance has chosen for a round; the same for the same seed and number.
 *
 * @param node to which it happens
 * @param afterMs after how many milliseconds of voting
 * @param lastingMs how long it lasts
 * @param paceMs how long a voter's device waits at most before the next ballot
 * @param leftBytes how many bytes are left free on a full disk
 */
record Choice(int round, Fault fault, int node, int afterMs, int lastingMs, int paceMs, long leftBytes) {

    private static final List<Integer> PACES_MS = List.of(0, 20, 80);
    private static final List<Long> LEFT_BYTES = List.of(0L, 1_500_000L);

    /** The choice for a round: every fault comes once in as many rounds as there are faults, in any order. */
    static Choice of(long seed, int round, List<Fault> faults, int nodes) {
        List<Fault> order = new ArrayList<>(faults);
        java.util.Collections.shuffle(order, new Random(seed * 31 + round / faults.size()));
        Random random = new Random(seed * 1_000_003 + round);
        Fault fault = order.get(round % faults.size());
        int pace = PACES_MS.get(random.nextInt(PACES_MS.size()));
        return new Choice(
                round,
                fault,
                random.nextInt(nodes),
                random.nextInt(pace == 0 ? 150 : 800),
                lastingMs(fault, random),
                pace,
                LEFT_BYTES.get(random.nextInt(LEFT_BYTES.size())));
    }

    private static int lastingMs(Fault fault, Random random) {
        return switch (fault) {
            case PAUSE_NODE -> random.nextInt(500, 2_000);
            case LONG_PAUSE_NODE -> random.nextInt(6_000, 8_000);
            case STALL_CONNECTIONS -> random.nextInt(500, 8_000);
            case UNPLUG_NODE -> random.nextInt(500, 3_000);
            case CUT_CONNECTIONS, LOSE_CONNECTIONS -> 0;
            case KILL_NODE, RESTART_NODE, FILL_DISK, STOP_DATABASE, KILL_DATABASE -> random.nextInt(0, 2_000);
        };
    }

    /** For the record. */
    @Override
    public String toString() {
        return "round %d: %s (node %d, after %d ms, for %d ms, pace %d ms, %,d bytes left)"
                .formatted(round, fault.words(), node + 1, afterMs, lastingMs, paceMs, leftBytes);
    }
}
