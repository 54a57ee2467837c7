package eu.urne.api.trial;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long nodes took to answer again, by fault. */
final class Figures {

    private final Map<Fault, List<Double>> seconds = new EnumMap<>(Fault.class);
    private final Map<Fault, List<Double>> behind = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> retries = new EnumMap<>(Fault.class);

    /**
     * A round has ended well.
     *
     * @param secondsUntilAllAnswered from the end of the fault on
     * @param secondsBehind from the last ballot's receipt until the read models of all nodes had it
     */
    void add(Fault fault, double secondsUntilAllAnswered, double secondsBehind, long retriesOfRound) {
        behind.computeIfAbsent(fault, key -> new ArrayList<>()).add(secondsBehind);
        seconds.computeIfAbsent(fault, key -> new ArrayList<>()).add(secondsUntilAllAnswered);
        retries.merge(fault, retriesOfRound, Long::sum);
    }

    /** Prints a table in Markdown. */
    void print(PrintWriter out) {
        out.println("| fault | rounds | sent again | all nodes take ballots again: median | worst"
                + " | views behind: median | worst |");
        out.println("|---|---|---|---|---|---|---|");
        seconds.forEach((fault, times) -> out.printf(
                "| %s | %d | %,d | %s | %s |%n",
                fault.words(),
                times.size(),
                retries.getOrDefault(fault, 0L),
                medianAndWorst(times),
                medianAndWorst(behind.getOrDefault(fault, times))));
        out.flush();
    }

    private static String medianAndWorst(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return String.format("%.2f s | %.2f s", sorted.get(sorted.size() / 2), sorted.getLast());
    }
}
