package eu.urne.audit.tampering;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePaper;
import eu.urne.audit.example.ExamplePoll;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One thing done to good evidence.
 *
 * @param what is done, in words for the page
 * @param sentence one of the findings; {@code …} stands for what differs from run to run
 * @param files the evidence afterwards
 */
record Tampering(String what, String sentence, Files files) {
    /** Changed and put right again: logs that differ in little are small together. */
    private static final ExampleLog PLAYED = new ExampleElection().play().log();

    /** Makes the evidence. */
    interface Files {
        Map<String, byte[]> make();
    }

    /** Something done to the finished log by who has its key; the tree is built and signed anew. */
    static Tampering resigned(String what, String sentence, Consumer<LogSurgery> change) {
        return ofLog(what, sentence, log -> {
            LogSurgery surgery = new LogSurgery(log);
            change.accept(surgery);
            surgery.sealAgain();
        });
    }

    /** Something done to the entries of the finished log; the tree is built and signed anew. */
    static Tampering ofLog(String what, String sentence, Consumer<ExampleLog> change) {
        return new Tampering(what, sentence, () -> {
            synchronized (PLAYED) {
                List<byte[]> good = List.copyOf(PLAYED.entries());
                change.accept(PLAYED);
                Map<String, byte[]> files = new TreeMap<>(PLAYED.files());
                PLAYED.entries().clear();
                PLAYED.entries().addAll(good);
                return files;
            }
        });
    }

    /** Something done to the files by who has no key. */
    static Tampering ofFiles(String what, String sentence, Consumer<Map<String, byte[]>> change) {
        return new Tampering(what, sentence, () -> {
            Map<String, byte[]> files =
                    new TreeMap<>(new ExampleElection().play().log().files());
            change.accept(files);
            return files;
        });
    }

    /** Something done while a poll is played, by who runs the server. */
    static Tampering played(String what, String sentence, Consumer<ExamplePoll> play) {
        return new Tampering(what, sentence, () -> {
            ExampleLog log = new ExampleLog("vote.example.org/2026").genesis();
            ExamplePoll poll = new ExamplePoll(log, "park", "FAVOURITE", Map.of(), 60_000, 50_000);
            poll.define().cards("all", 3).open();
            play.accept(poll);
            return new TreeMap<>(log.files());
        });
    }

    /** Something done to the paper and the cards of a poll with the cards 0 to 19 and the sheets 20 to 39. */
    static Tampering onPaper(String what, String sentence, BiConsumer<ExamplePoll, ExamplePaper> play) {
        return new Tampering(what, sentence, () -> {
            ExampleLog log = new ExampleLog("vote.example.org/2026").genesis();
            ExamplePoll poll = new ExamplePoll(log, "park", "FAVOURITE", Map.of(), 60_000, 50_000)
                    .with("channels", List.of("card", "paper"));
            poll.define().cards("all", 20).cards("paper", 20).open();
            play.accept(poll, new ExamplePaper(poll));
            return new TreeMap<>(log.files());
        });
    }
}
