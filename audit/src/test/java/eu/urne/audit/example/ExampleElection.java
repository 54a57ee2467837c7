package eu.urne.audit.example;

import static eu.urne.audit.example.ExampleBytes.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log with four small polls of different kinds, from genesis to outcomes. The figures are worked out by hand. */
public final class ExampleElection {
    private static final byte CHOICE = 0;
    private static final byte BLANK = 1;

    private final ExampleLog log = new ExampleLog("vote.example.org/2026");

    public ExampleLog log() {
        return log;
    }

    /** Plays everything. */
    public ExampleElection play() {
        log.genesis();
        favourite();
        approval();
        points();
        ranking();
        return this;
    }

    /** A favourite: number of an option. */
    public static byte[] favourite(int option) {
        return join((byte) 1, CHOICE, (short) option);
    }

    /** Three options of 60,000, 50,000 and 30,000 cents; a has 2, b 3, c 1; b and c fit. One blank, one null ballot. */
    public ExamplePoll favourite() {
        ExamplePoll poll = new ExamplePoll(log, "favourite", "FAVOURITE", Map.of(), 60_000, 50_000, 30_000);
        poll.define().cards("school north", 20).cards("school south", 21).open();
        poll.cast(0, favourite(0)).cast(1, favourite(1)).cast(25, favourite(1)).cast(40, favourite(2));
        poll.cast(3, favourite(0)).cast(4, favourite(1)).cast(5, join((byte) 1, BLANK, (short) 0));
        poll.cast(6, favourite(7));
        poll.close(2).seal().reveal();
        poll.declare(
                List.of(
                        Map.of("id", "a", "score", 2, "verdict", "unaffordable", "left", 50_000),
                        Map.of("id", "b", "score", 3, "verdict", "selected", "left", 50_000, "round", 1),
                        Map.of("id", "c", "score", 1, "verdict", "selected", "left", 20_000, "round", 2)),
                outcome(List.of("b", "c"), 80_000, 20_000, new int[] {8, 0, 1, 1, 7}, List.of()));
        return poll;
    }

    /** Nine options, up to two each, tie between b and i that matters, broken by id; a token may vote again. */
    public ExamplePoll approval() {
        ExamplePoll poll = new ExamplePoll(
                        log, "approval", "APPROVAL", Map.of("max", 2), 10, 70_000, 10, 10, 10, 10, 10, 10, 60_000)
                .with("revote", true)
                .with("rule", Map.of("id", "greedy-threshold", "threshold", 1))
                .with("tieBreak", "id");
        poll.define().cards("all", 5).open();
        poll.cast(0, join((byte) 2, CHOICE, (byte) 2, (byte) 1));
        poll.cast(1, join((byte) 2, CHOICE, (byte) 4, (byte) 0));
        poll.cast(1, 7, join((byte) 2, CHOICE, (byte) 2, (byte) 1));
        poll.cast(1, 6, join((byte) 2, CHOICE, (byte) 8, (byte) 0));
        poll.cast(1, 7, join((byte) 2, CHOICE, (byte) 16, (byte) 0));
        poll.close(0).seal().reveal();
        Map<String, ?> low = Map.of("score", 0, "verdict", "below-threshold", "threshold", 1);
        poll.declare(
                List.of(
                        plus(low, "a"),
                        Map.of("id", "b", "score", 2, "verdict", "selected", "left", 30_000, "round", 1),
                        plus(low, "c"),
                        plus(low, "d"),
                        plus(low, "e"),
                        plus(low, "f"),
                        plus(low, "g"),
                        plus(low, "h"),
                        Map.of("id", "i", "score", 2, "verdict", "unaffordable", "left", 30_000)),
                outcome(
                        List.of("b"),
                        70_000,
                        30_000,
                        new int[] {5, 3, 0, 0, 2},
                        List.of(Map.of("method", "id", "options", List.of("b", "i"), "score", 2))));
        return poll;
    }

    /** Points: a 5, b 7; without a budget nothing costs anything. */
    public ExamplePoll points() {
        ExamplePoll poll =
                new ExamplePoll(log, "points", "POINTS", Map.of("maxPerOption", 5, "maxTotal", 8), 0, 120_000);
        poll.with("rule", Map.of("id", "greedy-no-skip"));
        poll.define().cards("all", 3).open();
        poll.cast(0, join((byte) 4, CHOICE, (short) 2, (short) 5));
        poll.cast(1, join((byte) 4, CHOICE, (short) 3, (short) 2));
        poll.close(1).seal().reveal();
        poll.declare(
                List.of(
                        Map.of("id", "a", "score", 5, "verdict", "stopped"),
                        Map.of("id", "b", "score", 7, "verdict", "unaffordable", "left", 100_000)),
                outcome(List.of(), 0, 100_000, new int[] {2, 0, 0, 0, 2}, List.of()));
        return poll;
    }

    /** Rankings of up to three: a 3+3, b 2, c 1+2; a excludes c. */
    public ExamplePoll ranking() {
        ExamplePoll poll = new ExamplePoll(log, "ranking", "RANKING", Map.of("max", 3), 40_000, 20_000, 10_000)
                .with("rule", Map.of("id", "greedy-exclusive", "conflicts", List.of(List.of("a", "c"))))
                .with("tieBreak", "lot:2026-06-30");
        poll.define().cards("all", 2).open();
        poll.cast(0, join((byte) 5, CHOICE, (short) 1, (short) 2, (short) 3));
        poll.cast(1, join((byte) 5, CHOICE, (short) 1, (short) 3, (short) 0));
        poll.close(0).seal().reveal();
        poll.declare(
                List.of(
                        Map.of("id", "a", "score", 6, "verdict", "selected", "left", 60_000, "round", 1),
                        Map.of("id", "b", "score", 2, "verdict", "selected", "left", 40_000, "round", 2),
                        Map.of("id", "c", "score", 3, "verdict", "excluded", "by", "a")),
                outcome(List.of("a", "b"), 60_000, 40_000, new int[] {2, 0, 0, 0, 2}, List.of()));
        return poll;
    }

    private static Map<String, ?> plus(Map<String, ?> members, String id) {
        Map<String, Object> all = new HashMap<>(members);
        all.put("id", id);
        return all;
    }

    /** An outcome; the figures are cast, superseded, null, blank, counted. */
    public static Map<String, ?> outcome(
            List<String> selected, long spent, long left, int[] figures, List<? extends Map<String, ?>> ties) {
        Map<String, Object> outcome = new HashMap<>();
        outcome.put("selected", selected);
        outcome.put("spent", spent);
        outcome.put("left", left);
        outcome.put("cast", figures[0]);
        outcome.put("superseded", figures[1]);
        outcome.put("null", figures[2]);
        outcome.put("blank", figures[3]);
        outcome.put("counted", figures[4]);
        outcome.put("ties", ties);
        return outcome;
    }
}
