package eu.urne.api.replay;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The last lines of a replay: each winner, whether the city announced it, and a short table. */
final class ReplayReport {

    private final ReplayedPoll poll;
    private final Replay.Result result;
    private final List<String> selected = new ArrayList<>();

    ReplayReport(ReplayedPoll poll, Replay.Result result) {
        this.poll = poll;
        this.result = result;
        result.outcome().get("selected").forEach(id -> selected.add(id.stringValue()));
    }

    void print(PrintWriter out, @Nullable Path evidence) {
        printWinners(out);
        line(
                out,
                "ballots",
                String.format(
                        Locale.ROOT,
                        "%,d cast, %,d counted, %,d blank, %,d null",
                        number("cast"),
                        number("counted"),
                        number("blank"),
                        number("null")));
        line(
                out,
                "ballots a second",
                String.format(
                        Locale.ROOT,
                        "%,d (%.1f s)",
                        result.ballots() * 1_000L / Math.max(1, result.castMs()),
                        result.castMs() / 1_000.0));
        line(
                out,
                "winners",
                selected.size() + " of " + poll.file().projects().size() + ", " + money("spent") + " spent, "
                        + money("left") + " left");
        line(out, "official outcome", agreement());
        line(out, "evidence", evidence == null ? "not exported (--export FILE.zip)" : evidence.toString());
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("%-18s %s%n", name, value);
    }

    private void printWinners(PrintWriter out) {
        Set<String> official = official();
        for (String id : selected) {
            String title = poll.file().projects().stream()
                    .filter(project -> project.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .name();
            String said = !poll.isComparable() ? "" : official.contains(id) ? "as announced  " : "NOT ANNOUNCED ";
            out.printf("%s%-10s %s%n", said, id, title.length() > 80 ? title.substring(0, 79) + "…" : title);
        }
        if (poll.isComparable()) {
            official.stream()
                    .filter(id -> !selected.contains(id))
                    .forEach(id -> out.printf("ANNOUNCED, BUT NOT SELECTED HERE: %s%n", id));
        }
        out.println();
    }

    private Set<String> official() {
        return new HashSet<>(poll.file().officialWinners().orElse(List.of()));
    }

    private String agreement() {
        if (!poll.isComparable()) {
            return "not compared: the file names no "
                    + (poll.file().officialWinners().isEmpty() ? "winners" : "known rule");
        }
        Set<String> official = official();
        return official.equals(new HashSet<>(selected))
                ? "the same " + selected.size() + " winners, by the rule " + poll.ruleName()
                : "DIFFERENT, by the rule " + poll.ruleName() + ": see above";
    }

    private long number(String member) {
        JsonNode value = result.outcome().get(member);
        return value == null ? 0 : value.longValue();
    }

    private String money(String member) {
        String currency = poll.file().meta().getOrDefault("currency", "");
        return (BigDecimal.valueOf(number(member), 2).toPlainString() + " " + currency).strip();
    }
}
