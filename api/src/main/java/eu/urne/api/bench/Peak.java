package eu.urne.api.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The highest use of the heap since a moment, garbage included: an upper bound of what the work needed, since a smaller
 * heap would have been collected more often, and since the pools of the heap need not have peaked together.
 */
final class Peak {

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final long before;

    /** From now on, after a collection. */
    Peak() {
        System.gc();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    /** Bytes beyond those in use at the beginning. */
    long bytes() {
        long peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return Math.max(0, peak - before);
    }
}
