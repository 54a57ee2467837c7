package eu.urne.audit;

import static eu.urne.audit.example.MemoryEvidence.findings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.MemoryEvidence;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has the keys of the log and signs everything again still cannot break its rules (checks 4, 5 and 7). */
class TamperedEntriesTest {
    private static final String IDEA = "urne.budget.IdeaHandedIn.v1";
    private static final String ORIGIN = "vote.example.org";

    private final ExampleLog log = new ExampleLog(ORIGIN);

    /** Genesis and four ideas, the last two of one command. */
    private ExampleLog play() {
        log.genesis();
        log.append("idea-1", "budget/2026", IDEA, Map.of("text", "x"));
        log.append("idea-2", "budget/2026", IDEA, Map.of("text", "y"));
        log.append("ideas", "budget/2026", IDEA, Map.of("text", "z"));
        log.append("ideas", null, IDEA, Map.of());
        return log.commit();
    }

    private void alter(int idea, Consumer<Map<String, Object>> change) {
        log.alter(IDEA, idea, change);
    }

    /** Writes the bytes of an entry in another way, signed or not. */
    private void rewrite(int index, UnaryOperator<String> change) {
        String text = new String(log.entries().get(index), UTF_8);
        log.entries().set(index, change.apply(text).getBytes(UTF_8));
    }

    @Test
    void goodLogIsVerified() {
        assertThat(findings(play())).isEmpty();
    }

    @Test
    void wrongStreamNumberIsFound() {
        alter(1, entry -> entry.put("seq", 2));

        assertThat(findings(play()))
                .containsExactly(
                        "entry 2: the number in the stream 'budget/2026' is 2 instead of 1",
                        "entry 3: the number in the stream 'budget/2026' is 2 instead of 3");
    }

    @Test
    void droppedEntryIsFoundEvenIfAllIsSignedAgain() {
        play().entries().remove(2);

        assertThat(findings(log)).containsExactly("entry 2: the number in the stream 'budget/2026' is 2 instead of 1");
    }

    @Test
    void swappedEntriesAreFoundEvenIfAllIsSignedAgain() {
        byte[] first = play().entries().remove(1);
        log.entries().add(2, first);

        assertThat(findings(log))
                .contains("entry 1: the number in the stream 'budget/2026' is 1 instead of 0")
                .contains("entry 2: the number in the stream 'budget/2026' is 0 instead of 2");
    }

    @Test
    void doubledEntryIsFound() {
        play().entries().add(2, log.entries().get(1));

        assertThat(findings(log))
                .contains("entry 2: the id does not follow from the cause for event 1 of its command")
                .anyMatch(finding -> finding.matches("entry 2: the id .* stands in an earlier entry already"));
    }

    @Test
    void commandWhoseEventsStandApartIsFound() {
        byte[] last = play().entries().remove(4);
        log.entries().add(1, last);

        assertThat(findings(log))
                .containsExactly("entry 1: the id does not follow from the cause for event 0 of its command");
    }

    @Test
    void commandThatIsUsedAgainLaterIsFound() {
        log.genesis();
        log.append("idea", null, IDEA, Map.of());
        log.append("other", null, IDEA, Map.of());
        ExampleLog again = new ExampleLog(ORIGIN);
        again.append("idea", null, IDEA, Map.of("text", "later"));
        log.entries().add(again.entries().getFirst());

        assertThat(findings(log))
                .singleElement()
                .asString()
                .matches("entry 3: the id .* stands in an earlier entry already");
    }

    @Test
    void idThatDoesNotFollowFromItsCauseIsFound() {
        alter(0, entry -> entry.put("id", "00000000-0000-8000-8000-000000000000"));

        assertThat(findings(play()))
                .containsExactly("entry 1: the id does not follow from the cause for event 0 of its command");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        v       | 2                 | entry member 'v' is 2, not between 1 and 1
        at      | -1                | entry member 'at' is -1, not between 0 and 9007199254740991
        by|mayor|entry member 'by' is neither 'staff/' and a pseudonym nor 'node', 'clock', 'booth', 'home' or 'paper'
        cause   | two words         | entry member 'cause' is not 1 to 128 characters of A-Z a-z 0-9 . _ : / -
        type    | idea              | entry member 'type' has not the form urne.<context>.<Event>.v<n>
        id      | ABC               | entry member 'id' is not a lower-case UUID of version 8
        key     | 12                | entry member 'key' is not 8 lower-case hex digits
        sig     | AAAA              | entry member 'sig' has 3 bytes instead of 64
        more    | x                 | entry has the unknown member 'more'
        meta    | x                 | entry member 'meta' is not an object of one or more strings
        seq     | 9007199254740992  | has the number 9007199254740992, which is not between -(2^53-1) and 2^53-1
        """)
    void wrongMemberIsFound(String name, String value, String finding) {
        alter(3, entry -> {
            entry.remove("stream");
            entry.put(name, value.matches("-?[0-9]+") && !name.equals("key") ? Long.valueOf(value) : value);
        });

        assertThat(findings(play())).containsExactly("entry 4: " + finding);
    }

    @Test
    void missingMemberIsFound() {
        alter(3, entry -> entry.remove("by"));

        assertThat(findings(play())).containsExactly("entry 4: entry lacks the member 'by'");
    }

    @Test
    void streamWithoutNumberIsFound() {
        alter(3, entry -> entry.put("stream", "x"));

        assertThat(findings(play())).containsExactly("entry 4: entry has only one of the members 'stream' and 'seq'");
    }

    @Test
    void streamOfTheOtherLogIsFound() {
        alter(2, entry -> {
            entry.put("stream", "register/2026/x");
            entry.put("seq", 0);
            entry.put("at", 0);
        });

        assertThat(findings(play()))
                .contains("entry 3: the stream 'register/2026/x' does not belong to the public log");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"text":"y"}    | {"text": "y"}                 | written again it gives other bytes
        {"text":"y"}    | {"text":"\\u0079"}            | written again it gives other bytes
        "v":1           | "v":1.0                       | which is not a plain integer
        "v":1           | "v":-0                        | written again it gives other bytes
        "v":1}          | "v":1,"v":1}                  | has the member 'v' twice
        "v":1}          | "v":1}{}                      | has more than one JSON value
        {"text":"y"}    | {"text":"\\ud800"}            | has a lone surrogate in a string
        """)
    void textThatIsNotCanonicalIsFound(String canonical, String other, String finding) {
        play();
        rewrite(2, text -> text.replace(canonical, other));

        assertThat(findings(log)).anyMatch(sentence -> sentence.startsWith("entry 2: ") && sentence.contains(finding));
    }

    @Test
    void deepNestingIsFound() {
        play();
        rewrite(2, text -> text.replace("\"y\"", "[".repeat(31) + "]".repeat(31)));

        assertThat(findings(log)).contains("entry 2: is nested deeper than 32");
    }

    @Test
    void entryThatIsTooDeepForTheStackIsFound() {
        play();
        rewrite(2, text -> "[".repeat(60_000));

        assertThat(findings(log)).contains("entry 2: is nested deeper than 32");
    }

    @Test
    void signatureOverOtherBytesIsFound() {
        play();
        rewrite(2, text -> text.replace("\"y\"", "\"n\""));

        assertThat(findings(log))
                .containsExactly(
                        "entry 2: the signature of the key " + log.key().id() + " does not fit");
    }

    @Test
    void signatureForAnotherLogIsFound() {
        ExampleLog other = new ExampleLog("other.example.org");
        Map<String, Object> entry = ExampleLog.parsed(play().entries().get(2));
        entry.remove("sig");
        log.entries().set(2, other.sign(entry, log.key()));

        assertThat(findings(log))
                .containsExactly(
                        "entry 2: the signature of the key " + log.key().id() + " does not fit");
    }

    @Test
    void entryOfAnUnknownKeyIsFound() {
        ExampleKey mallory = new ExampleKey(ORIGIN, "mallory");
        log.genesis().signWith(mallory);
        log.append("idea-1", null, IDEA, Map.of());

        assertThat(findings(log)).containsExactly("entry 1: the key " + mallory.id() + " is not known");
    }

    @Test
    void keyIsInForceBehindItsAdditionAndUpToItsRetirement() {
        ExampleKey second = new ExampleKey(ORIGIN, "second");
        log.genesis();
        log.append("add", "log/public", "urne.log.KeyAdded.v1", Map.of("key", second.vkey()));
        log.signWith(second).append("idea-1", null, IDEA, Map.of());
        log.append("retire", "log/public", "urne.log.KeyRetired.v1", Map.of("key", second.id()));

        assertThat(findings(log)).isEmpty();

        log.append("idea-2", null, IDEA, Map.of());

        assertThat(findings(log)).containsExactly("entry 4: the key " + second.id() + " is not in force here");
    }

    @Test
    void keyThatSignsItsOwnAdditionIsFound() {
        ExampleKey second = new ExampleKey(ORIGIN, "second");
        log.genesis().signWith(second);
        log.append("add", "log/public", "urne.log.KeyAdded.v1", Map.of("key", second.vkey()));

        assertThat(findings(log)).containsExactly("entry 1: the key " + second.id() + " is not known");
    }

    @Test
    void keyThatIsAddedTwiceIsFound() {
        log.genesis();
        log.append(
                "add",
                "log/public",
                "urne.log.KeyAdded.v1",
                Map.of("key", log.key().vkey()));

        assertThat(findings(log))
                .containsExactly(
                        "entry 1: the added key has the id " + log.key().id() + ", which another key of the log has");
    }

    @Test
    void retiredGenesisKeyIsFound() {
        log.genesis();
        log.append(
                "retire",
                "log/public",
                "urne.log.KeyRetired.v1",
                Map.of("key", log.key().id()));

        assertThat(findings(log)).containsExactly("entry 1: the genesis key is retired, which signs the checkpoints");
    }

    @Test
    void secondGenesisIsFound() {
        log.genesis();
        log.append(
                "again",
                "log/public",
                "urne.log.LogCreated.v1",
                Map.of("format", 1, "key", log.key().vkey(), "origin", ORIGIN));

        assertThat(findings(log)).containsExactly("entry 1: a genesis stands here a second time");
    }

    @Test
    void logWithoutGenesisIsFound() {
        log.append("idea-1", null, IDEA, Map.of());

        assertThat(findings(log)).containsExactly("entry 0: the log does not begin with a genesis");
    }

    @Test
    void keyEventOutsideItsStreamIsFound() {
        ExampleKey second = new ExampleKey(ORIGIN, "second");
        log.genesis();
        log.append("add", "keys", "urne.log.KeyAdded.v1", Map.of("key", second.vkey()));

        assertThat(findings(log))
                .containsExactly("entry 1: an event of type urne.log.KeyAdded.v1 does not belong into the stream"
                        + " 'keys' as number 0");
    }

    @Test
    void unknownTypeOfAListedContextIsFound() {
        log.genesis();
        log.append("x", null, "urne.poll.BallotBurnt.v1", Map.of());

        assertThat(findings(log)).containsExactly("entry 1: the type urne.poll.BallotBurnt.v1 is none of this version");
    }

    @Test
    void onlyTheFirstThousandFindingsAreKept() {
        log.genesis().signWith(new ExampleKey(ORIGIN, "mallory"));
        for (int i = 0; i < 1_200; i++) {
            log.append("idea-" + i, null, IDEA, Map.of());
        }

        Report report = MemoryEvidence.report(log.files());

        assertThat(report.findings()).hasSize(1_000);
        assertThat(report.findingCount()).isEqualTo(1_200);
    }
}
