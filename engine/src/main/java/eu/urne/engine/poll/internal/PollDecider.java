package eu.urne.engine.poll.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Chunks;
import eu.urne.engine.Decision;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.Poll;
import eu.urne.engine.poll.PollCommand;
import eu.urne.engine.poll.PollCommand.ClosePoll;
import eu.urne.engine.poll.PollCommand.CountPaper;
import eu.urne.engine.poll.PollCommand.DeclareOutcome;
import eu.urne.engine.poll.PollCommand.DefinePoll;
import eu.urne.engine.poll.PollCommand.EmptyTablet;
import eu.urne.engine.poll.PollCommand.EndVoting;
import eu.urne.engine.poll.PollCommand.EnrolTablet;
import eu.urne.engine.poll.PollCommand.IssueCards;
import eu.urne.engine.poll.PollCommand.OpenPoll;
import eu.urne.engine.poll.PollCommand.RecordDiscrepancy;
import eu.urne.engine.poll.PollCommand.RevealPollKey;
import eu.urne.engine.poll.PollCommand.SealPoll;
import eu.urne.engine.poll.PollCommand.VoidCards;
import eu.urne.engine.poll.PollCommand.WriteOffTablet;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.CardsIssued;
import eu.urne.engine.poll.PollEvent.OptionsListed;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollEvent.PollClosed;
import eu.urne.engine.poll.PollEvent.PollDefined;
import eu.urne.engine.poll.PollEvent.PollKeyRevealed;
import eu.urne.engine.poll.PollEvent.PollOpened;
import eu.urne.engine.poll.PollEvent.PollSealed;
import eu.urne.engine.poll.PollEvent.RegisterClosed;
import eu.urne.engine.poll.PollEvent.RegisterOpened;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Reconciliation;
import eu.urne.engine.poll.Suite1;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a poll on a command: pure, the same for the same state. */
public final class PollDecider {

    /** So many persons must say why counts do not add up. */
    static final int PERSONS_FOR_DISCREPANCY = 2;

    /** Fewest cards of a label where there are several: fewer would make a site's voters recognisable. */
    static final int LEAST_CARDS_PER_LABEL = 20;

    private PollDecider() {}

    /** The events that follow, or why not. */
    public static Decision<PollEvent> decide(Poll poll, PollCommand command) {
        return switch (command) {
            case DefinePoll define -> define(poll, define.definition());
            case IssueCards issue -> issue(poll, issue);
            case OpenPoll open -> open(poll, open);
            case VoidCards cancel -> CardDecider.decide(poll, cancel);
            case CountPaper count -> CardDecider.decide(poll, count);
            case RecordDiscrepancy record -> CardDecider.decide(poll, record);
            case EnrolTablet enrol -> TabletDecider.decide(poll, enrol);
            case EndVoting end -> TabletDecider.decide(poll, end);
            case EmptyTablet empty -> TabletDecider.decide(poll, empty);
            case WriteOffTablet writeOff -> TabletDecider.decide(poll, writeOff);
            case ClosePoll close -> close(poll, close);
            case SealPoll seal -> seal(poll, seal);
            case RevealPollKey reveal -> reveal(poll, reveal);
            case DeclareOutcome declare -> declare(poll, declare);
        };
    }

    private static Decision<PollEvent> define(Poll poll, PollDefinition definition) {
        if (!(poll instanceof Poll.Undefined)) {
            return Decision.refuse(EXISTS, "the poll " + definition.terms().poll() + " is defined already");
        }
        List<PollEvent> events = new ArrayList<>();
        events.add(new PollDefined(
                definition.terms().poll(),
                definition.terms(),
                definition.options().size(),
                definition.hash()));
        int from = 0;
        for (List<PollOption> options : Chunks.of(definition.options(), PollDefinition.MAX_OPTIONS)) {
            events.add(new OptionsListed(definition.terms().poll(), from, options));
            from += options.size();
        }
        return new Decision.Accepted<>(events);
    }

    private static Decision<PollEvent> issue(Poll poll, IssueCards command) {
        if (!(poll instanceof Poll.Prepared(Poll.Facts facts))) {
            return wrongState(poll, command, "cards are issued before the opening");
        }
        if (command.label().isBlank() || command.label().length() > 64) {
            return Decision.refuse(INVALID, "label: must have 1 to 64 characters");
        }
        if (PaperBallot.isLabel(command.label()) && !facts.terms().hasPaper()) {
            return Decision.refuse(
                    INVALID,
                    "label: \"" + command.label() + "\" is for sheets of paper, which the poll " + command.poll()
                            + " has not");
        }
        return CardDecider.inChunks(
                command.tokens(), some -> new CardsIssued(command.poll(), command.label(), some.size(), some));
    }

    private static Decision<PollEvent> open(Poll poll, OpenPoll command) {
        if (!(poll instanceof Poll.Prepared(Poll.Facts facts))) {
            return wrongState(poll, command, "a poll is opened once, after its definition");
        }
        if (facts.cards().issued() == 0) {
            return Decision.refuse(WRONG_STATE, "the poll " + command.poll() + " has no voting cards yet");
        }
        Optional<Map.Entry<String, Integer>> small = facts.cards().labels().entrySet().stream()
                .filter(label -> facts.cards().labels().size() > 1 && label.getValue() < LEAST_CARDS_PER_LABEL)
                .findFirst();
        if (small.isPresent()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "the label \"" + small.get().getKey() + "\" has "
                            + small.get().getValue() + " cards; with several labels each needs " + LEAST_CARDS_PER_LABEL
                            + ", so that nobody is recognised");
        }
        var register = command.register();
        return Decision.accept(
                new RegisterOpened(command.poll(), register.admitted(), register.handedOut(), 0, register.checkpoint()),
                new PollOpened(command.poll(), facts.hash(), budget(facts.terms())));
    }

    private static @Nullable String budget(PollTerms terms) {
        return terms.of() == null ? null : terms.of().budget();
    }

    private static Decision<PollEvent> close(Poll poll, ClosePoll command) {
        if (!(poll instanceof Poll.Open(Poll.Facts facts))) {
            return wrongState(poll, command, "a poll is closed once, while it is open");
        }
        Optional<String> awaited = TabletDecider.awaited(command.poll(), facts.tablets());
        if (awaited.isPresent()) {
            return Decision.refuse(WRONG_STATE, awaited.get());
        }
        var register = command.register();
        List<String> differences = Reconciliation.of(
                        facts.cards(), facts.terms().hasPaper(), register, command.votes())
                .differences();
        if (!differences.isEmpty() && facts.cards().explainedBy().size() < PERSONS_FOR_DISCREPANCY) {
            return Decision.refuse(
                    WRONG_STATE,
                    "the poll " + command.poll() + " does not add up: " + String.join("; ", differences)
                            + "; two persons must record why before it can be closed");
        }
        long unused = Math.max(0, facts.cards().issued() - register.handedOut());
        return Decision.accept(
                new RegisterClosed(
                        command.poll(), register.admitted(), register.handedOut(), unused, register.checkpoint()),
                new PollClosed(command.poll()));
    }

    private static Decision<PollEvent> seal(Poll poll, SealPoll command) {
        return poll instanceof Poll.Closed
                ? Decision.accept(new PollSealed(command.poll(), command.count(), command.root()))
                : wrongState(poll, command, "a poll is sealed once, after its close");
    }

    private static Decision<PollEvent> reveal(Poll poll, RevealPollKey command) {
        if (!(poll instanceof Poll.Sealed(Poll.Facts facts))) {
            return wrongState(poll, command, "the poll key is revealed once, after the poll is sealed");
        }
        try {
            new Suite1.Opener(facts.terms(), facts.hash(), command.scalar());
        } catch (IllegalArgumentException e) {
            return Decision.refuse(INVALID, "key: it is not the private key of the poll " + command.poll());
        }
        return Decision.accept(new PollKeyRevealed(command.poll(), command.scalar()));
    }

    private static Decision<PollEvent> declare(Poll poll, DeclareOutcome command) {
        if (!(poll instanceof Poll.Revealed(Poll.Facts facts))) {
            return wrongState(poll, command, "an outcome is declared once, after the poll key is revealed");
        }
        OutcomeDeclared outcome = command.outcome();
        if (!outcome.definition().equals(facts.hash())
                || command.scores().size() != facts.options().size()) {
            return Decision.refuse(
                    INVALID, "outcome: it does not belong to the definition of the poll " + command.poll());
        }
        List<PollEvent> events = new ArrayList<>();
        int from = 0;
        for (List<OptionVerdict> scores : Chunks.of(command.scores(), PollDefinition.MAX_OPTIONS)) {
            events.add(new ScoresDeclared(command.poll(), from, scores));
            from += scores.size();
        }
        events.add(outcome);
        return new Decision.Accepted<>(events);
    }

    static Decision<PollEvent> wrongState(Poll poll, PollCommand command, String rule) {
        String state =
                switch (poll) {
                    case Poll.Undefined undefined -> "";
                    case Poll.Prepared prepared -> "not open yet";
                    case Poll.Open open -> "open";
                    case Poll.Closed closed -> "closed";
                    case Poll.Sealed sealed -> "closed and sealed";
                    case Poll.Revealed revealed -> "closed and its key revealed";
                    case Poll.Declared declared -> "over, its outcome is declared";
                };
        return state.isEmpty()
                ? Decision.refuse(UNKNOWN, "there is no poll " + command.poll())
                : Decision.refuse(WRONG_STATE, "the poll " + command.poll() + " is " + state + "; " + rule);
    }
}
