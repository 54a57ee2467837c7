package eu.urne.engine.poll.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.poll.Poll;
import eu.urne.engine.poll.PollCommand;
import eu.urne.engine.poll.PollCommand.EmptyTablet;
import eu.urne.engine.poll.PollCommand.EndVoting;
import eu.urne.engine.poll.PollCommand.EnrolTablet;
import eu.urne.engine.poll.PollCommand.WriteOffTablet;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.TabletEmptied;
import eu.urne.engine.poll.PollEvent.TabletEnrolled;
import eu.urne.engine.poll.PollEvent.TabletWriteOffAsked;
import eu.urne.engine.poll.PollEvent.TabletWrittenOff;
import eu.urne.engine.poll.PollEvent.VotingEnded;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletFacts;
import eu.urne.engine.poll.TabletFacts.State;
import eu.urne.engine.poll.TabletId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens to a poll's tablets on a command: pure, the same for the same state. */
final class TabletDecider {

    private static final int LONGEST_REASON = 500;

    /** A bound on what a poll keeps in mind; no city has so many. */
    private static final int MOST_TABLETS = 10_000;

    private TabletDecider() {}

    static Decision<PollEvent> decide(Poll poll, EnrolTablet command) {
        if (!(poll instanceof Poll.Prepared || poll instanceof Poll.Open)) {
            return PollDecider.wrongState(poll, command, "tablets take part until the end of the vote");
        }
        TabletFacts tablets = poll.known().tablets();
        if (tablets.of(command.tablet()) != null) {
            return new Decision.Accepted<>(List.of());
        }
        if (tablets.ended()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "the vote of the poll " + command.poll() + " has ended; tablets take part until the end");
        }
        return tablets.states().size() < MOST_TABLETS
                ? Decision.accept(new TabletEnrolled(command.poll(), command.tablet()))
                : Decision.refuse(
                        WRONG_STATE, "the poll " + command.poll() + " has " + MOST_TABLETS + " tablets, the most");
    }

    static Decision<PollEvent> decide(Poll poll, EndVoting command) {
        if (!(poll instanceof Poll.Open(Poll.Facts facts))) {
            return PollDecider.wrongState(poll, command, "a vote ends while it is open");
        }
        return facts.tablets().ended()
                ? new Decision.Accepted<>(List.of())
                : Decision.accept(new VotingEnded(command.poll()));
    }

    static Decision<PollEvent> decide(Poll poll, EmptyTablet command) {
        if (!(poll instanceof Poll.Open(Poll.Facts facts)) || !facts.tablets().ended()) {
            return notEnded(poll, command);
        }
        return switch (facts.tablets().of(command.tablet())) {
            case null -> unknown(command.poll(), command.tablet());
            case State.Waiting waiting -> Decision.accept(new TabletEmptied(command.poll(), command.tablet()));
            case State.Emptied emptied -> new Decision.Accepted<>(List.of());
            case State.WrittenOff off ->
                Decision.refuse(
                        WRONG_STATE,
                        "the tablet " + command.tablet() + " is written off for the poll " + command.poll());
        };
    }

    static Decision<PollEvent> decide(Poll poll, WriteOffTablet command) {
        if (!(poll instanceof Poll.Open(Poll.Facts facts)) || !facts.tablets().ended()) {
            return notEnded(poll, command);
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST_REASON) {
            return Decision.refuse(INVALID, "reason: must have 1 to " + LONGEST_REASON + " characters");
        }
        return switch (facts.tablets().of(command.tablet())) {
            case null -> unknown(command.poll(), command.tablet());
            case State.Waiting(Set<String> askedBy) -> writeOff(askedBy, command);
            case State.Emptied emptied ->
                Decision.refuse(WRONG_STATE, "the tablet " + command.tablet() + " has told that no ballot waits on it");
            case State.WrittenOff off ->
                Decision.refuse(
                        EXISTS,
                        "the tablet " + command.tablet() + " is written off for the poll " + command.poll()
                                + " already");
        };
    }

    private static Decision<PollEvent> writeOff(Set<String> askedBy, WriteOffTablet command) {
        if (askedBy.contains(command.by())) {
            return Decision.refuse(
                    EXISTS,
                    "tablet: you have asked to write " + command.tablet()
                            + " off already; another person must do so too");
        }
        var asked = new TabletWriteOffAsked(command.poll(), command.tablet(), command.reason(), command.by());
        return askedBy.isEmpty()
                ? Decision.accept(asked)
                : Decision.accept(asked, new TabletWrittenOff(command.poll(), command.tablet()));
    }

    private static Decision<PollEvent> notEnded(Poll poll, PollCommand command) {
        return poll instanceof Poll.Open
                ? Decision.refuse(
                        WRONG_STATE,
                        "the vote of the poll " + command.poll()
                                + " has not ended; before its end ballots come at any time")
                : PollDecider.wrongState(poll, command, "tablets are waited for between the end and the close");
    }

    private static Decision<PollEvent> unknown(PollId poll, TabletId tablet) {
        return Decision.refuse(UNKNOWN, "tablet: " + tablet + " takes no part in the poll " + poll);
    }

    /** Why a poll must not be closed yet, for its tablets; empty if it may. */
    static Optional<String> awaited(PollId poll, TabletFacts tablets) {
        List<TabletId> awaited = tablets.awaited();
        if (awaited.isEmpty()) {
            return Optional.empty();
        }
        if (!tablets.ended()) {
            return Optional.of("people vote on tablets in the poll " + poll
                    + ": end the vote first, so that the tablets send what waits on them");
        }
        TabletId first = awaited.getFirst();
        return Optional.of(
                awaited.size() == 1
                        ? "the tablet " + first + " has not reported that its queue is empty; wait for it, or let two"
                                + " persons write it off with the reason"
                        : awaited.size() + " tablets, " + first + " among them, have not reported that their queues"
                                + " are empty; wait for them, or let two persons write each off with the reason");
    }
}
