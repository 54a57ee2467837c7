package eu.urne.audit.tampering;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.ExampleBytes.sha256;
import static eu.urne.audit.tampering.LogSurgery.member;
import static eu.urne.audit.tampering.Tampering.ofFiles;
import static eu.urne.audit.tampering.Tampering.ofLog;
import static eu.urne.audit.tampering.Tampering.played;
import static eu.urne.audit.tampering.Tampering.resigned;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of docs/tampering.md. */
final class Tamperings {
    private static final String BUNDLE = "tile/entries/000.p/70";
    private static final String TILE = "tile/0/000.p/70";
    private static final String ORIGIN = "vote.example.org/2026";

    static final List<Tampering> WITHOUT_THE_KEY = List.of(
            ofFiles(
                    "a byte of an entry is changed",
                    "checkpoint: has another root than the tree of its 70 entries",
                    files -> files.get(BUNDLE)[700] ^= 1),
            ofFiles(
                    "the last entry is dropped",
                    BUNDLE + ": holds 69 entries instead of 70",
                    files -> files.computeIfPresent(BUNDLE, (name, all) -> withoutTheLast(all))),
            ofFiles(
                    "a tile is cut off",
                    TILE + ": is not the tile that the entries give",
                    files -> files.computeIfPresent(TILE, (name, all) -> Arrays.copyOf(all, all.length - 32))),
            ofFiles(
                    "a tile has the name of another width",
                    "tile/0/000.p/69: is no file of a log of 70 entries",
                    files -> files.put("tile/0/000.p/69", files.remove(TILE))),
            ofFiles("the history is left out", "history: is missing", files -> files.remove("history")),
            ofFiles(
                    "the checkpoint is that of another log",
                    "checkpoint: has no signature of the key " + ORIGIN + "+…",
                    files -> files.put(
                            "checkpoint",
                            new ExampleLog("other.example").genesis().checkpoint(1))),
            ofFiles(
                    "the checkpoint tells another size",
                    "checkpoint: has a bad signature of the key " + ORIGIN + "+…",
                    files -> files.computeIfPresent("checkpoint", (name, note) -> replaced(note, "\n70\n", "\n71\n"))),
            ofFiles(
                    "the history has a fork that the log did not sign",
                    "history: note 0 has a bad signature of the key " + ORIGIN + "+…",
                    files -> files.get("history")[40] ^= 1));

    static final List<Tampering> BY_THE_LOG = List.of(
            ofLog(
                    "an entry is dropped",
                    "entry 4: the number in the stream 'poll/favourite' is 4 instead of 3",
                    log -> log.entries().remove(4)),
            ofLog(
                    "the last entries are dropped",
                    "entry 68: the poll 'ranking' is being declared, but the log ends before it is done",
                    log -> log.entries().removeLast()),
            ofLog(
                    "two entries are swapped",
                    "entry 4: the number in the stream 'poll/favourite' is 4 instead of 3",
                    log -> {
                        byte[] fourth = log.entries().remove(4);
                        log.entries().add(5, fourth);
                    }),
            ofLog("an entry stands twice", "entry 9: the id … stands in an earlier entry already", log -> log.entries()
                    .add(9, log.entries().get(8))),
            resigned(
                    "an entry is signed by a key of somebody else",
                    "entry 3: the key … is not known",
                    it -> it.sign(3, entry -> entry.put("key", other().id()), other())),
            resigned(
                    "an entry keeps the signature of what it said before",
                    "entry 3: the signature of the key … does not fit",
                    it -> it.sign(3, entry -> entry.put("by", "staff/other"), other())),
            resigned(
                    "an entry is given another cause",
                    "entry 3: the id does not follow from the cause for event 0 of its command",
                    it -> it.change(3, entry -> entry.put("cause", "another"))),
            resigned(
                    "an entry is given another number in its stream",
                    "entry 3: the number in the stream 'poll/favourite' is 7 instead of 2",
                    it -> it.change(3, entry -> entry.put("seq", 7))),
            resigned(
                    "an entry is moved to the stream of another poll",
                    "entry 17: an event of type urne.poll.PollClosed.v1 does not belong into the stream 'poll/approval'"
                            + " as number 8",
                    it -> it.change(it.find("poll.PollClosed", 0), entry -> entry.put("stream", "poll/approval"))),
            resigned(
                    "the hour of a ballot is told",
                    "entry 8: entry member 'at' tells more than the day",
                    it -> it.change(it.find("poll.BallotCast", 0), entry -> entry.put("at", 1_728_000_000_001L))),
            new Tampering(
                    "the history has a fork that the log signed",
                    "history: the checkpoint of size 1 has another root than the tree of that size",
                    Tamperings::forked));

    static final List<Tampering> IN_A_POLL = List.of(
            resigned(
                    "the title is changed after the fact",
                    "entry 3: the hash of the definition of the poll 'favourite' is not the one declared",
                    it -> it.changeData(it.find("poll.PollDefined", 0), data -> member(data, "definition")
                            .put("title", "?"))),
            resigned(
                    "another definition is opened than was defined",
                    "entry 7: the poll 'favourite' is opened with another definition than it was defined with",
                    it -> it.changeData(
                            it.find("poll.PollOpened", 0), data -> data.put("definition", "00".repeat(32)))),
            resigned(
                    "the poll key is replaced in the definition",
                    "entry 3: the hash of the definition of the poll 'favourite' is not the one declared",
                    it -> it.changeData(it.find("poll.PollDefined", 0), data -> member(data, "definition")
                            .put("trustees", foreignTrustees(it)))),
            resigned(
                    "another poll key is revealed",
                    "entry 19: the key revealed for the poll 'favourite' is not the one of its definition",
                    it -> it.changeData(
                            it.find("poll.PollKeyRevealed", 0), data -> data.put("key", base64(sha256("other"))))),
            played(
                    "a ballot is moved behind the close",
                    "entry 8: a ballot stands behind the close of the poll 'park'",
                    poll -> poll.close(0).cast(0, ExampleElection.favourite(0))),
            played(
                    "a ballot is stuffed with a fresh token",
                    "entry 6: the token of the ballot is not authorised",
                    poll -> poll.append(other(), other(), 0, poll.seal(other(), 0, ExampleElection.favourite(0)))),
            played(
                    "a token votes twice",
                    "entry 7: the token of the ballot has voted already, in entry 6",
                    poll -> poll.cast(0, ExampleElection.favourite(0)).cast(0, ExampleElection.favourite(1))),
            played(
                    "the sealed choice of another ballot is replayed",
                    "entry 7: the 'enc' of the ballot has been used before",
                    Tamperings::replay),
            played(
                    "more ballots are cast than cards were handed out",
                    "entry 9: 3 tokens have voted, but only 1 cards are handed out",
                    poll -> {
                        for (int token = 0; token < 3; token++) {
                            poll.cast(token, ExampleElection.favourite(0));
                        }
                        poll.close(2);
                    }),
            resigned(
                    "a choice is changed in its ballot",
                    "entry 8: the signature of the ballot's token does not fit",
                    it -> it.changeData(it.find("poll.BallotCast", 0), data -> data.put("ct", base64(new byte[20])))),
            resigned(
                    "fewer cards are told as handed out",
                    "entry 16: 1 cards handed out and 2 void are not the 41 issued",
                    it -> it.changeData(it.find("roll.RegisterClosed", 0), data -> data.put("handedOut", 1))),
            ofLog(
                    "the seal tells other entries",
                    "entry 18: the seal of the poll 'favourite' has another root than the entries of the poll",
                    log -> new LogSurgery(log)
                            .changeData(
                                    new LogSurgery(log).find("poll.PollSealed", 0),
                                    data -> data.put("root", "00".repeat(32)))));

    static final List<Tampering> IN_THE_OUTCOME = List.of(
            resigned(
                    "a winner is exchanged",
                    "entry 22: the poll 'favourite': declares the selection [a], but the recount gives [b, c]",
                    it -> it.changeData(
                            it.find("poll.OutcomeDeclared", 0), data -> data.put("selected", List.of("a")))),
            resigned(
                    "a ballot more is told as counted",
                    "entry 22: the poll 'favourite' declares 8 ballots counted, but the recount gives 7",
                    it -> it.changeData(it.find("poll.OutcomeDeclared", 0), data -> data.put("counted", 8))),
            resigned(
                    "more money is told as left",
                    "entry 22: the poll 'favourite' declares 20001 cents left, but the recount gives 20000",
                    it -> it.changeData(it.find("poll.OutcomeDeclared", 0), data -> data.put("left", 20_001))),
            resigned(
                    "a score is raised",
                    "entry 20: the poll 'favourite': the option 'a' is declared with a score of 4,"
                            + " but the recount gives 2",
                    it -> it.changeData(it.find("poll.ScoresDeclared", 0), Tamperings::raiseScore)),
            resigned(
                    "a tie that mattered is kept quiet",
                    "entry …: the poll 'approval': declares 0 ties that are not the 1 of the recount",
                    it -> it.changeData(it.find("poll.OutcomeDeclared", 1), data -> data.put("ties", List.of()))),
            ofLog(
                    "a second outcome is declared",
                    "entry 70: OutcomeDeclared does not stand in its place: the poll 'ranking' is declared",
                    Tamperings::secondOutcome));

    private Tamperings() {}

    private static ExampleKey other() {
        return new ExampleKey("token", "somebody else");
    }

    private static void raiseScore(Map<String, Object> data) {
        data.put("scores", List.of(Map.of("id", "a", "score", 4, "verdict", "unaffordable", "left", 50_000)));
    }

    private static byte[] replaced(byte[] bytes, String old, String now) {
        return new String(bytes, UTF_8).replace(old, now).getBytes(UTF_8);
    }

    private static byte[] withoutTheLast(byte[] bundle) {
        int place = 0;
        int last = 0;
        while (place < bundle.length) {
            last = place;
            place += 2 + (((bundle[place] & 255) << 8) | (bundle[place + 1] & 255));
        }
        return Arrays.copyOf(bundle, last);
    }

    private static Object foreignTrustees(LogSurgery it) {
        Map<String, Object> another = member(it.entry(it.find("poll.PollDefined", 1)), "data");
        return member(member(another, "definition"), "trustees");
    }

    private static void replay(ExamplePoll poll) {
        byte[][] sealed = poll.seal(poll.tokens().get(0), 0, ExampleElection.favourite(0));
        poll.castSealed(0, 0, sealed).castSealed(1, 0, sealed);
    }

    private static Map<String, byte[]> forked() {
        ExampleLog log = new ExampleElection().play().log();
        Map<String, byte[]> files = new TreeMap<>(log.files());
        byte[] fork = log.key().note(ORIGIN + "\n1\n" + base64(sha256("another tree")) + "\n");
        byte[] history = files.getOrDefault("history", new byte[0]);
        int first = 2 + (((history[0] & 255) << 8) | (history[1] & 255));
        files.put("history", join((short) fork.length, fork, Arrays.copyOfRange(history, first, history.length)));
        return files;
    }

    private static void secondOutcome(ExampleLog log) {
        LogSurgery surgery = new LogSurgery(log);
        Map<String, Object> outcome = surgery.entry(surgery.find("poll.OutcomeDeclared", 3));
        Map<String, Object> data = member(outcome, "data");
        data.put("selected", new ArrayList<>(List.of("c")));
        log.append("declare-again", "poll/ranking", "urne.poll.OutcomeDeclared.v1", data);
    }
}
