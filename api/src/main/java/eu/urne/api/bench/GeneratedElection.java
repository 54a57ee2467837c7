package eu.urne.api.bench;

import eu.urne.engine.pabulib.PbDocument;
import eu.urne.engine.pabulib.PbTable;
import eu.urne.engine.pabulib.PbWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * An election with approval ballots that is the same wherever it is made. A ballot names one to ten projects; those
 * with low numbers are far more popular than the others. The budget is a quarter of what all projects cost.
 *
 * @param voters how many ballots, 1 or more
 * @param projects how many projects, 1 or more
 * @param seed of the choices and costs
 */
record GeneratedElection(int voters, int projects, long seed) {

    private static final int MOST_NAMED = 10;
    private static final int COST_STEP = 100;
    private static final int COST_STEPS = 1_000;

    /** The name of its file. */
    String name() {
        return "generated-" + voters + "x" + projects + ".pb";
    }

    /** Writes it as a file into a folder. */
    Path write(Path folder) throws IOException {
        Path path = folder.resolve(name());
        try (Writer out = Files.newBufferedWriter(path)) {
            PbWriter.write(document(), out);
        }
        return path;
    }

    private PbDocument document() {
        SplittableRandom random = new SplittableRandom(seed);
        PbTable.Builder rows = new PbTable.Builder(List.of("project_id", "cost"));
        long sum = 0;
        for (int project = 0; project < projects; project++) {
            long cost = COST_STEP * (1 + random.nextLong(COST_STEPS));
            sum += cost;
            rows.add(List.of("p" + project, Long.toString(cost)));
        }
        PbTable.Builder votes = new PbTable.Builder(List.of("voter_id", "vote"));
        for (int voter = 0; voter < voters; voter++) {
            votes.add(List.of(Integer.toString(voter), vote(random)));
        }
        return new PbDocument(name(), meta(sum / 4), rows.build(), votes.build());
    }

    private String vote(SplittableRandom random) {
        int named = Math.min(projects, 1 + random.nextInt(MOST_NAMED));
        TreeSet<Integer> chosen = new TreeSet<>();
        while (chosen.size() < named) {
            double popularity = random.nextDouble();
            chosen.add((int) (projects * popularity * popularity));
        }
        return String.join(",", chosen.stream().map(project -> "p" + project).toList());
    }

    private Map<String, String> meta(long budget) {
        Map<String, String> meta = new LinkedHashMap<>();
        meta.put("description", "Generated from seed " + seed);
        meta.put("country", "Worldwide");
        meta.put("unit", "Bench");
        meta.put("instance", "2026");
        meta.put("num_projects", Integer.toString(projects));
        meta.put("num_votes", Integer.toString(voters));
        meta.put("budget", Long.toString(budget));
        meta.put("vote_type", "approval");
        meta.put("rule", "greedy");
        meta.put("date_begin", "2026");
        meta.put("date_end", "2026");
        return meta;
    }
}
