package eu.urne.audit;

import static eu.urne.audit.example.MemoryEvidence.findings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Each test changes one event of a poll before it is signed (checks 8 and 10). The poll stands at entries 1 to 22:
 * defined 1 to 3, cards 4 and 5, opened 6 and 7, ballots 8 to 15, closed 16 and 17, sealed 18, key 19, outcome 20 to
 * 22.
 */
class TamperedPollTest {
    private final ExampleElection election = new ExampleElection();
    private final ExampleLog log = election.log();

    private List<String> play(String type, int nth, Consumer<Map<String, Object>> change) {
        log.alter(type, nth, entry -> change.accept(data(entry)));
        log.genesis();
        election.favourite();
        return findings(log);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("data");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> data, String member) {
        return (Map<String, Object>) data.get(member);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> data, String member) {
        return (List<Object>) data.get(member);
    }

    @Test
    void changedDefinitionIsFound() {
        assertThat(play("urne.poll.PollDefined.v1", 0, data -> object(data, "definition")
                        .put("title", "Other")))
                .containsExactly("entry 3: the hash of the definition of the poll 'favourite' is not the one declared");
    }

    @Test
    @SuppressWarnings("unchecked")
    void changedCostOfAnOptionIsFound() {
        assertThat(play("urne.poll.OptionsListed.v1", 1, data -> ((Map<String, Object>)
                                list(data, "options").getFirst())
                        .put("cost", 30_001)))
                .contains("entry 3: the hash of the definition of the poll 'favourite' is not the one declared");
    }

    @Test
    void anotherDefinitionAtTheOpeningIsFound() {
        assertThat(play("urne.poll.PollOpened.v1", 0, data -> data.put("definition", "00".repeat(32))))
                .containsExactly(
                        "entry 7: the poll 'favourite' is opened with another definition than it was defined with");
    }

    @Test
    void anotherBudgetAtTheOpeningIsFound() {
        assertThat(play("urne.poll.PollOpened.v1", 0, data -> data.put("budget", "children-2026")))
                .containsExactly("entry 7: the poll 'favourite' is opened for another budget than it is defined for");
    }

    @Test
    void optionsOutOfOrderAreFound() {
        assertThat(play("urne.poll.OptionsListed.v1", 1, data -> data.put("from", 1)))
                .containsExactly("entry 3: the options from number 1 of the poll 'favourite' do not stand directly"
                        + " behind those before them");
    }

    @Test
    void missingOptionsAreFound() {
        assertThat(play("urne.poll.PollDefined.v1", 0, data -> data.put("options", 4)))
                .containsExactly("entry 4: of the poll 'favourite' only 3 of 4 options are listed");
    }

    @Test
    void optionsOfAnotherCommandAreFound() {
        log.alter("urne.poll.OptionsListed.v1", 0, entry -> {
            entry.put("cause", "other");
            entry.put("id", idOf("other"));
        });

        assertThat(play("none", 0, data -> {}))
                .contains("entry 2: the options from number 0 of the poll 'favourite' do not stand directly"
                        + " behind those before them");
    }

    private static String idOf(String cause) {
        ExampleLog other = new ExampleLog("x");
        other.append(cause, null, "urne.budget.X.v1", Map.of());
        return (String) ExampleLog.parsed(other.entries().getFirst()).get("id");
    }

    @Test
    @SuppressWarnings("unchecked")
    void optionThatStandsTwiceIsFound() {
        assertThat(play("urne.poll.OptionsListed.v1", 1, data -> ((Map<String, Object>)
                                list(data, "options").getFirst())
                        .put("id", "a")))
                .contains("entry 3: the option 'a' stands twice in the poll 'favourite'");
    }

    @Test
    void definitionWithAnUnknownMemberIsFoundOnce() {
        assertThat(play("urne.poll.PollDefined.v1", 0, data -> object(data, "definition")
                        .put("note", "x")))
                .containsExactly("entry 1: definition has the unknown member 'note'");
    }

    @Test
    void definitionWithARuleOfLaterVersionsIsFoundOnce() {
        assertThat(play("urne.poll.PollDefined.v1", 0, data -> object(data, "definition")
                        .put("rule", Map.of("id", "lottery"))))
                .containsExactly(
                        "entry 1: definition member 'rule' has the id 'lottery', which is no rule of this version");
    }

    @Test
    void pollKeyOutsideTheCurveIsFoundOnce() {
        String point = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=";
        assertThat(play("urne.poll.PollDefined.v1", 0, data -> object(object(data, "definition"), "trustees")
                        .put("keys", List.of(point))))
                .containsExactly("entry 1: trustees member 'keys' has a key that is no uncompressed point of P-256");
    }

    @Test
    void tokenThatIsAuthorisedTwiceIsFound() {
        String[] token = {""};
        log.alter(
                "urne.poll.CardsIssued.v1",
                0,
                entry -> token[0] = (String) list(data(entry), "tokens").getFirst());

        assertThat(play("urne.poll.CardsIssued.v1", 1, data -> {
                    List<Object> tokens = list(data, "tokens");
                    tokens.set(0, token[0]);
                    tokens.sort(null);
                }))
                .anyMatch(finding -> finding.equals("entry 5: the token " + token[0] + " is authorised a second time"));
    }

    @Test
    void tokensThatAreNotSortedAreFoundOnce() {
        assertThat(play("urne.poll.CardsIssued.v1", 0, data -> Collections.reverse(list(data, "tokens"))))
                .singleElement()
                .asString()
                .startsWith("entry 4: data member 'tokens' is not sorted, or has a token twice: ");
    }

    @Test
    void wrongNumberOfTokensIsFoundOnce() {
        assertThat(play("urne.poll.CardsIssued.v1", 0, data -> data.put("count", 21)))
                .containsExactly("entry 4: data member 'count' is not the number of its 20 tokens");
    }

    @Test
    void smallLabelIsFound() {
        log.genesis();
        new ExamplePoll(log, "small", "FAVOURITE", Map.of(), 1, 2, 3)
                .define()
                .cards("north", 20)
                .cards("south", 10)
                .cards("south", 9)
                .open();

        assertThat(findings(log))
                .containsExactly("entry 8: the card label 'south' of the poll 'small' has fewer than 20 tokens");
    }

    @Test
    void voidCardsAtTheOpeningAreFoundOnce() {
        assertThat(play("urne.roll.RegisterOpened.v1", 0, data -> data.put("void", 1)))
                .containsExactly("entry 6: data member 'void' is 1, not between 0 and 0");
    }

    @Test
    void registerCheckpointOfAnotherLogIsFound() {
        ExampleKey other = new ExampleKey("elsewhere.example.org/register", "x");
        String note = new String(
                other.note("elsewhere.example.org/register\n5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"), UTF_8);

        assertThat(play("urne.roll.RegisterOpened.v1", 0, data -> data.put("checkpoint", note)))
                .containsExactly("entry 6: the register's checkpoint has the origin 'elsewhere.example.org/register'"
                        + " instead of 'vote.example.org/2026/register'");
    }

    @Test
    void cardsThatAreNeitherHandedOutNorVoidAreFound() {
        assertThat(play("urne.roll.RegisterClosed.v1", 0, data -> data.put("void", 1)))
                .containsExactly("entry 16: 39 cards handed out and 1 void are not the 41 issued");
    }

    @Test
    void moreCardsThanPersonsAreFound() {
        assertThat(play("urne.roll.RegisterClosed.v1", 0, data -> data.put("admitted", 38)))
                .containsExactly("entry 16: 39 cards are handed out to only 38 persons admitted");
    }

    @Test
    void moreBallotsThanCardsHandedOutAreFound() {
        assertThat(play("urne.roll.RegisterClosed.v1", 0, data -> {
                    data.put("handedOut", 7);
                    data.put("void", 34);
                }))
                .containsExactly("entry 16: 8 tokens have voted, but only 7 cards are handed out");
    }

    @Test
    void registerThatBecomesSmallerIsFound() {
        assertThat(play("urne.roll.RegisterOpened.v1", 0, data -> data.put("admitted", 100)))
                .containsExactly("entry 16: the register has become smaller since the opening");
    }

    @Test
    void sealWithAWrongCountIsFound() {
        assertThat(play("urne.poll.PollSealed.v1", 0, data -> data.put("count", 16)))
                .containsExactly("entry 18: the seal of the poll 'favourite' tells 16 entries, but there are 17");
    }

    @Test
    void sealWithAWrongRootIsFound() {
        assertThat(play("urne.poll.PollSealed.v1", 0, data -> data.put("root", "ab".repeat(32))))
                .containsExactly(
                        "entry 18: the seal of the poll 'favourite' has another root than the entries of the poll");
    }

    @Test
    void eventOfAnotherPollInTheStreamIsFound() {
        assertThat(play("urne.poll.PollClosed.v1", 0, data -> data.put("poll", "other")))
                .contains("entry 17: an event of type urne.poll.PollClosed.v1 does not belong into the stream"
                        + " 'poll/favourite' as number 8");
    }

    @Test
    void cardsBehindTheOpeningAreFound() {
        log.genesis();
        new ExamplePoll(log, "late", "FAVOURITE", Map.of(), 1, 2, 3)
                .define()
                .open()
                .cards("all", 5);

        assertThat(findings(log))
                .containsExactly("entry 6: CardsIssued does not stand in its place: the poll 'late' is open");
    }

    @Test
    void skippedSealIsFound() {
        log.genesis();
        new ExamplePoll(log, "hasty", "FAVOURITE", Map.of(), 1, 2, 3)
                .define()
                .cards("all", 5)
                .open()
                .close(0)
                .reveal();

        assertThat(findings(log))
                .containsExactly("entry 9: PollKeyRevealed does not stand in its place: the poll 'hasty' is closed");
    }

    @Test
    void openingOfAnotherCommandThanItsRegisterIsFound() {
        log.alter("urne.poll.PollOpened.v1", 0, entry -> {
            entry.put("cause", "other");
            entry.put("id", idOf("other"));
        });

        assertThat(play("none", 0, data -> {}))
                .containsExactly("entry 7: PollOpened of the poll 'favourite' is not of the same command as the"
                        + " RegisterOpened before it");
    }

    @Test
    void logThatEndsInsideAnOpeningIsFound() {
        log.genesis();
        new ExamplePoll(log, "half", "FAVOURITE", Map.of(), 1, 2, 3).define().open();
        log.entries().removeLast();

        assertThat(findings(log))
                .containsExactly("entry 4: the poll 'half' is about to open, but the log ends before it is done");
    }

    @Test
    void pollThatIsDefinedTwiceIsFound() {
        log.genesis();
        ExamplePoll poll = new ExamplePoll(log, "twice", "FAVOURITE", Map.of(), 1, 2);
        poll.define();
        Map<String, Object> again = ExampleLog.parsed(log.entries().get(1));
        log.append("again", "poll/twice", "urne.poll.PollDefined.v1", data(again));

        assertThat(findings(log)).containsExactly("entry 3: the poll 'twice' is defined a second time");
    }

    @Test
    void conflictOfOptionsThatAreNotThereIsFound() {
        log.genesis();
        new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2)
                .with("rule", Map.of("id", "greedy-exclusive", "conflicts", List.of(List.of("a", "z"))))
                .define();

        assertThat(findings(log))
                .containsExactly("entry 2: the rule of the poll 'p' tells a conflict of the options 'a' and 'z',"
                        + " which are not both there");
    }

    @Test
    void foreignEventInThePollsStreamIsFound() {
        log.genesis();
        new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2).define();
        log.append("x", "poll/p", "urne.budget.IdeaHandedIn.v1", Map.of());

        assertThat(findings(log))
                .containsExactly("entry 3: an event of type urne.budget.IdeaHandedIn.v1 does not belong into the"
                        + " stream 'poll/p' as number 2");
    }
}
