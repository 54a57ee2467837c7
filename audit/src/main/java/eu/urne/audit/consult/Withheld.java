package eu.urne.audit.consult;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether figures withhold what would single out somebody (docs/formats/consultations.md, section 4). */
public final class Withheld {
    private Withheld() {}

    /**
     * Finds what is wrong with a table.
     *
     * @param question what it is asked
     * @param table what is told
     * @param answers how many there are
     * @param least no figure of fewer persons is told
     * @return a sentence without its subject; nothing if all is right
     */
    public static Optional<String> wrong(Question question, Table table, long answers, long least) {
        List<Cell> cells = table.cells();
        List<Cell> ranked = table.ranked();
        if (!ids(cells).equals(question.cells())) {
            return Optional.of("has other cells than the question has");
        }
        if ((ranked != null) != (question.kind() == Question.Kind.RANKING)
                || (ranked != null && !ids(ranked).equals(question.cells()))) {
            return Optional.of("has other ranked cells than the question has");
        }
        Long answered = table.answered();
        if (answered == null) {
            boolean nothing =
                    told(cells).isEmpty() && (ranked == null || told(ranked).isEmpty());
            return nothing ? Optional.empty() : Optional.of("tells figures of too few answers");
        }
        if (answered < least || answered > answers) {
            return Optional.of("has " + answered + " answers of " + answers + ", and tells none below " + least);
        }
        if (question.kind() == Question.Kind.TEXT) {
            return Optional.empty();
        }
        return question.kind() == Question.Kind.SEVERAL
                ? overlapping(cells, answered, question.most(), least)
                : partition(cells, answered, least)
                        .or(() -> ranked == null
                                ? Optional.empty()
                                : overlapping(ranked, answered, question.most(), least)
                                        .or(() -> later(cells, ranked, least)));
    }

    /** Whether few follow from two tables: who has an option at any place, but not first. */
    private static Optional<String> later(List<Cell> first, List<Cell> ranked, long least) {
        for (int i = 0; i < first.size(); i++) {
            Long chosen = first.get(i).count();
            Long any = ranked.get(i).count();
            if (chosen != null && any != null && any - chosen < least) {
                return Optional.of("tells of " + first.get(i).id() + " in which few answers it is not the first");
            }
        }
        return Optional.empty();
    }

    private static List<String> ids(List<Cell> cells) {
        return cells.stream().map(Cell::id).toList();
    }

    private static List<Long> told(List<Cell> cells) {
        return cells.stream().map(Cell::count).filter(Objects::nonNull).toList();
    }

    private static long sum(List<Long> told) {
        return told.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Finds what is wrong with figures that add up to a sum.
     *
     * @param cells the figures
     * @param all their sum
     * @param least no figure of fewer persons is told
     */
    public static Optional<String> partition(List<Cell> cells, long all, long least) {
        List<Long> told = told(cells);
        int withheld = cells.size() - told.size();
        if (told.stream().anyMatch(count -> count < least)) {
            return Optional.of("tells a figure below " + least);
        }
        if (told.isEmpty()) {
            return Optional.empty();
        }
        long rest = all - sum(told);
        if (withheld == 0) {
            return rest == 0 ? Optional.empty() : Optional.of("has figures that do not add up to " + all);
        }
        return withheld < 2 || rest < least
                ? Optional.of("withholds so little that it follows from the rest")
                : Optional.empty();
    }

    private static Optional<String> overlapping(List<Cell> cells, long answered, long most, long least) {
        List<Long> told = told(cells);
        int withheld = cells.size() - told.size();
        if (told.stream().anyMatch(count -> count < least || count > answered - least)) {
            return Optional.of("tells a figure of fewer than " + least + ", or of all but fewer");
        }
        if (told.isEmpty()) {
            return Optional.empty();
        }
        long room = answered * most - sum(told);
        if (room < 0) {
            return Optional.of("tells more choices than its answers have");
        }
        return withheld > 0 && (withheld < 2 || room < least)
                ? Optional.of("withholds so little that it follows from the rest")
                : Optional.empty();
    }
}
