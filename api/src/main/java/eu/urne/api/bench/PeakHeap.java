package eu.urne.api.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The most heap in use since a moment: the sum of the peaks of the heap's pools, so at least what was ever in use at
 * once, garbage included. What is needed is less: a smaller heap is collected more often.
 */
final class PeakHeap {

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private PeakHeap() {}

    /** Collects garbage and begins to watch. */
    static PeakHeap begin() {
        System.gc();
        PeakHeap heap = new PeakHeap();
        heap.pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        return heap;
    }

    long mebibytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }
}
