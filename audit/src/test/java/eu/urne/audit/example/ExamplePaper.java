package eu.urne.audit.example;

import static eu.urne.audit.example.ExampleBytes.hex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The paper and the void cards of a poll that is played step by step (docs/formats/ballot.md, section 7; events.md,
 * section 1). Sheets have the numbers of their tokens in the poll. It writes whatever it is told, right or wrong.
 */
public final class ExamplePaper {
    public static final String ANNE = "staff/anne";
    public static final String BRUNO = "staff/bruno";

    private final ExamplePoll poll;
    private final ExampleLog log;
    private final Map<Integer, byte[][]> sealed = new HashMap<>();
    private int commands;

    public ExamplePaper(ExamplePoll poll) {
        this.poll = poll;
        this.log = poll.log();
    }

    private String command() {
        return "paper-" + commands++;
    }

    /** Seals a choice of a sheet: again the same gives the same. */
    public ExamplePoll.Made ballot(int sheet, int seq, int option) {
        ExampleKey token = poll.tokens().get(sheet);
        byte[][] bytes = sealed.computeIfAbsent(
                100 * sheet + 10 * seq + option, none -> poll.seal(token, seq, ExampleElection.favourite(option)));
        return poll.ballot(token, token, "paper", seq, bytes);
    }

    public ExamplePaper enter(int sheet, int option, String by) {
        enter(command(), sheet, option, by);
        log.commit();
        return this;
    }

    private void enter(String cause, int sheet, int option, String by) {
        Map<String, Object> data = sheet(sheet);
        data.put("by", by);
        data.put("commitment", ballot(sheet, 0, option).id());
        append(cause, sheet, "urne.poll.PaperBallotEntered.v1", data, by);
    }

    /** Enters a sheet, and agrees on a choice by the same command. */
    public ExamplePaper enterAndAgree(int sheet, int option, int agreed, String by) {
        String cause = command();
        enter(cause, sheet, option, by);
        Map<String, Object> data = sheet(sheet);
        data.put("commitment", ballot(sheet, 0, agreed).id());
        append(cause, sheet, "urne.poll.PaperBallotAgreed.v1", data, by);
        log.commit();
        return this;
    }

    /** Enters a sheet, and says by the same command that it is disputed. */
    public ExamplePaper enterAndDispute(int sheet, int option, String by) {
        String cause = command();
        enter(cause, sheet, option, by);
        append(cause, sheet, "urne.poll.PaperBallotDisputed.v1", sheet(sheet), by);
        log.commit();
        return this;
    }

    private Map<String, Object> sheet(int sheet) {
        Map<String, Object> data = new HashMap<>();
        data.put("poll", poll.id());
        data.put("token", hex(poll.tokens().get(sheet).publicKey()));
        return data;
    }

    private void append(String cause, int sheet, String type, Map<String, ?> data, String by) {
        log.append(cause, poll.ballotStream(poll.tokens().get(sheet)), type, data, by);
    }

    public ExamplePaper cast(int sheet, int option) {
        return cast(sheet, 0, option, "paper");
    }

    public ExamplePaper cast(int sheet, int seq, int option, String by) {
        ExamplePoll.Made made = ballot(sheet, seq, option);
        append(made.id(), sheet, "urne.poll.BallotCast.v1", made.data(), by);
        log.commit();
        return this;
    }

    /** Two persons enter a sheet alike, and its ballot is cast. */
    public ExamplePaper vote(int sheet, int option) {
        return enter(sheet, option, ANNE)
                .enterAndAgree(sheet, option, option, BRUNO)
                .cast(sheet, option);
    }

    public ExamplePaper count(int found, String by) {
        count(command(), found, by);
        log.commit();
        return this;
    }

    private void count(String cause, int found, String by) {
        log.append(
                cause,
                poll.stream(),
                "urne.poll.PaperCounted.v1",
                Map.of("by", by, "found", found, "poll", poll.id()),
                by);
    }

    /** Counts the sheets, and reconciles them by the same command. */
    public ExamplePaper countAndReconcile(int found, String by) {
        String cause = command();
        count(cause, found, by);
        log.append(cause, poll.stream(), "urne.poll.PaperReconciled.v1", Map.of("found", found, "poll", poll.id()), by);
        log.commit();
        return this;
    }

    public ExamplePaper reconcile(int found) {
        return count(found, ANNE).countAndReconcile(found, BRUNO);
    }

    public ExamplePaper cancel(String channel, int... tokens) {
        List<String> sorted = new ArrayList<>();
        for (int token : tokens) {
            sorted.add(hex(poll.tokens().get(token).publicKey()));
        }
        sorted.sort(null);
        log.append(
                command(),
                poll.stream(),
                "urne.poll.CardsVoided.v1",
                Map.of("channel", channel, "count", tokens.length, "poll", poll.id(), "tokens", sorted));
        log.commit();
        return this;
    }

    public ExamplePaper explain(String reason, String by) {
        log.append(
                command(),
                poll.stream(),
                "urne.poll.DiscrepancyRecorded.v1",
                Map.of("by", by, "poll", poll.id(), "reason", reason),
                by);
        log.commit();
        return this;
    }
}
