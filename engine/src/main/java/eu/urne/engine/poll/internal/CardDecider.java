package eu.urne.engine.poll.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Chunks;
import eu.urne.engine.Decision;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.Poll;
import eu.urne.engine.poll.PollCommand.CountPaper;
import eu.urne.engine.poll.PollCommand.RecordDiscrepancy;
import eu.urne.engine.poll.PollCommand.VoidCards;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.CardsVoided;
import eu.urne.engine.poll.PollEvent.DiscrepancyRecorded;
import eu.urne.engine.poll.PollEvent.PaperCounted;
import eu.urne.engine.poll.PollEvent.PaperReconciled;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What happens to a poll's cards and paper on a command: pure, the same for the same state. */
final class CardDecider {

    /** Tokens in one event. */
    static final int TOKENS_PER_EVENT = 800;

    private static final int LONGEST_REASON = 500;

    private CardDecider() {}

    /** Events that hold these tokens sorted, so many in each as an entry takes; refused if one stands twice. */
    static Decision<PollEvent> inChunks(List<Token> tokens, Function<List<Token>, PollEvent> event) {
        if (tokens.isEmpty()) {
            return Decision.refuse(INVALID, "tokens: at least one is needed");
        }
        Set<Token> seen = new HashSet<>();
        Optional<Token> repeated =
                tokens.stream().filter(token -> !seen.add(token)).findFirst();
        if (repeated.isPresent()) {
            return Decision.refuse(INVALID, "tokens: " + repeated.get() + " stands twice");
        }
        List<PollEvent> events = new ArrayList<>();
        for (List<Token> some : Chunks.of(tokens.stream().sorted().toList(), TOKENS_PER_EVENT)) {
            events.add(event.apply(some));
        }
        return new Decision.Accepted<>(events);
    }

    static Decision<PollEvent> decide(Poll poll, VoidCards command) {
        if (!(poll instanceof Poll.Prepared || poll instanceof Poll.Open)) {
            return PollDecider.wrongState(poll, command, "cards are made void before the close");
        }
        boolean paper = command.channel().equals(PaperBallot.AUTHORISATION);
        if (!paper && !command.channel().equals(SealedBallot.CARD)) {
            return Decision.refuse(INVALID, "channel: must be card or paper, not \"" + command.channel() + "\"");
        }
        return inChunks(
                command.tokens(), some -> new CardsVoided(command.poll(), command.channel(), some.size(), some));
    }

    static Decision<PollEvent> decide(Poll poll, CountPaper command) {
        if (!(poll instanceof Poll.Open(Poll.Facts facts))) {
            return PollDecider.wrongState(poll, command, "sheets are counted while it is open");
        }
        if (facts.cards().reconciled()) {
            return Decision.refuse(WRONG_STATE, "the sheets of the poll " + command.poll() + " are reconciled already");
        }
        long most = facts.terms().hasPaper() ? facts.cards().issuedOnPaper() : 0;
        if (command.found() < 0 || command.found() > most) {
            return Decision.refuse(
                    INVALID,
                    "found: the poll " + command.poll() + " has " + most + " sheets of paper, not " + command.found());
        }
        PaperCounted before = facts.cards().counted();
        PaperCounted counted = new PaperCounted(command.poll(), command.found(), command.by());
        if (counted.equals(before)) {
            return new Decision.Accepted<>(List.of());
        }
        boolean alike = before != null && before.found() == counted.found();
        return alike ? reconcile(counted, command) : Decision.accept(counted);
    }

    private static Decision<PollEvent> reconcile(PaperCounted counted, CountPaper command) {
        long agreed = command.votes().agreed();
        long cast = command.votes().paper();
        return counted.found() == agreed && agreed == cast
                ? Decision.accept(counted, new PaperReconciled(command.poll(), counted.found()))
                : Decision.refuse(
                        WRONG_STATE,
                        "found: two persons found " + counted.found() + " sheets, but " + agreed
                                + " are entered alike and " + cast + " cast");
    }

    static Decision<PollEvent> decide(Poll poll, RecordDiscrepancy command) {
        if (!(poll instanceof Poll.Open(Poll.Facts facts))) {
            return PollDecider.wrongState(poll, command, "a discrepancy is recorded while it is open");
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST_REASON) {
            return Decision.refuse(INVALID, "reason: must have 1 to " + LONGEST_REASON + " characters");
        }
        return facts.cards().explainedBy().contains(command.by())
                ? Decision.refuse(EXISTS, "reason: you have recorded one already; another person must do so too")
                : Decision.accept(new DiscrepancyRecorded(command.poll(), command.reason(), command.by()));
    }
}
