package eu.urne.engine.participation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who solves linear systems: knows sums of unknowns, and asks which other sums follow from them. Fractions are
 * avoided by whole multiples of rows.
 */
final class Attacker {

    private final int unknowns;
    private final List<BigInteger[]> rows = new ArrayList<>();

    Attacker(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Learns the sum of some unknowns. */
    void learn(boolean[] some) {
        BigInteger[] row = reduced(row(some));
        if (first(row) < unknowns) {
            rows.add(row);
        }
    }

    /** Whether the sum of some unknowns follows from what was learnt. */
    boolean knows(boolean[] some) {
        return first(reduced(row(some))) == unknowns;
    }

    private BigInteger[] row(boolean[] some) {
        BigInteger[] row = new BigInteger[unknowns];
        for (int i = 0; i < unknowns; i++) {
            row[i] = some[i] ? BigInteger.ONE : BigInteger.ZERO;
        }
        return row;
    }

    /** Each row has its first figure where all later ones have none. */
    private BigInteger[] reduced(BigInteger[] row) {
        BigInteger[] rest = row;
        for (BigInteger[] known : rows) {
            int pivot = first(known);
            BigInteger factor = rest[pivot];
            if (factor.signum() != 0) {
                BigInteger[] next = new BigInteger[unknowns];
                for (int i = 0; i < unknowns; i++) {
                    next[i] = rest[i].multiply(known[pivot]).subtract(known[i].multiply(factor));
                }
                rest = next;
            }
        }
        return rest;
    }

    private int first(BigInteger[] row) {
        int i = 0;
        while (i < unknowns && row[i].signum() == 0) {
            i++;
        }
        return i;
    }
}
