package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Check 3: the names are exactly those of a tree of the checkpoint's size (docs/formats/evidence.md). */
public final class FileCheck {
    /** Name of the file with every checkpoint. */
    public static final String HISTORY = "history";

    private static final Set<String> SINGLE = Set.of("vkey", "checkpoint", HISTORY);
    private static final int TOLD_MISSING = 20;

    private FileCheck() {}

    /**
     * Compares names.
     *
     * @param names the names there are
     * @param shape the tree that the checkpoint tells
     * @param findings takes what is wrong
     */
    public static void compare(Set<String> names, TreeShape shape, Findings findings) {
        long tiles = 0;
        for (String name : new TreeSet<>(names)) {
            if (TilePath.parse(name).filter(shape::has).isPresent()) {
                tiles++;
            } else if (!SINGLE.contains(name)) {
                findings.file(Check.FILES, name, "is no file of a log of " + shape.size() + " entries");
            }
        }
        if (!names.contains(HISTORY)) {
            findings.file(Check.FILES, HISTORY, "is missing");
        }
        if (tiles < shape.files()) {
            tellMissing(names, shape, shape.files() - tiles, findings);
        }
    }

    private static void tellMissing(Set<String> names, TreeShape shape, long missing, Findings findings) {
        long untold = missing;
        for (int level : levels(shape)) {
            for (long number = 0; number < shape.tiles(level); number++) {
                if (untold == 0 || missing - untold == TOLD_MISSING) {
                    break;
                }
                String name = shape.tile(level, number).name();
                if (!names.contains(name)) {
                    findings.file(Check.FILES, name, "is missing");
                    untold--;
                }
            }
        }
        if (untold > 0) {
            findings.file(Check.FILES, "tile", untold + " further files are missing");
        }
    }

    private static List<Integer> levels(TreeShape shape) {
        return IntStream.range(TilePath.ENTRIES, shape.levels()).boxed().toList();
    }
}
