package eu.urne.engine.vault;

import eu.urne.engine.roll.RefusalCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a register that was admitted as a whole.
 *
 * @param admitted by this request
 * @param already admitted before
 * @param refused who may not vote
 * @param reasons how many of these for which reason
 */
public record AdmittedRegister(long admitted, long already, long refused, Map<RefusalCode, Long> reasons) {

    /** Counts on the way. */
    static final class Counting {

        private final Map<RefusalCode, Long> reasons = new EnumMap<>(RefusalCode.class);
        private long admitted;
        private long already;

        void admitted() {
            admitted++;
        }

        void already() {
            already++;
        }

        void refused(RefusalCode reason) {
            reasons.merge(reason, 1L, Long::sum);
        }

        AdmittedRegister result() {
            long refused = reasons.values().stream().mapToLong(Long::longValue).sum();
            return new AdmittedRegister(admitted, already, refused, new TreeMap<>(reasons));
        }
    }
}
