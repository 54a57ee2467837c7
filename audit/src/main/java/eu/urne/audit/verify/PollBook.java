package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.ballot.PollId;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.event.PaperEvent;
import eu.urne.audit.event.PollEvent;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All polls of a log: brings each event to its poll (checks 8 to 10). */
final class PollBook {
    private final Map<String, Poll> polls = new LinkedHashMap<>();
    private final BitSet counting = new BitSet();
    private final Findings findings;
    private final PollSetup setup;
    private final PollClosing closing;
    private long ballots;

    PollBook(String publicOrigin, Findings findings) {
        this.findings = findings;
        this.setup = new PollSetup(publicOrigin, findings);
        this.closing = new PollClosing(publicOrigin, findings);
    }

    Collection<Poll> polls() {
        return polls.values();
    }

    @Nullable
    Poll find(String id) {
        return polls.get(id);
    }

    /** Gives the indexes of the ballots that count, as far as is known before they are opened. */
    BitSet counting() {
        return counting;
    }

    /** Gives the number of ballots in the log, good or not. */
    long ballots() {
        return ballots;
    }

    /** Adds an entry to those that the seal of its poll covers. */
    void collect(@Nullable String stream, Bytes leaf) {
        if (stream == null) {
            return;
        }
        Poll poll = null;
        if (stream.startsWith("poll/")) {
            String id = stream.substring("poll/".length());
            poll = PollId.isValid(id) ? polls.computeIfAbsent(id, i -> new Poll(i, this, findings)) : null;
        } else if (stream.startsWith("ballot/")) {
            poll = polls.get(stream.substring("ballot/".length()).split("/", 2)[0]);
        }
        if (poll != null && poll.phase.compareTo(Poll.Phase.CLOSED) < 0) {
            poll.entries.append(leaf.array());
        }
    }

    /** Gives up a poll of whose stream an event cannot be read: what follows from it would be found again and again. */
    void giveUp(Entry entry) {
        String stream = entry.stream();
        if (stream != null && stream.startsWith("poll/")) {
            Poll poll = polls.get(stream.substring("poll/".length()));
            if (poll != null) {
                poll.notExamined = true;
            }
        }
    }

    void cast(ReadEntry read, Ballot ballot) {
        ballots++;
        Poll poll = polls.get(ballot.poll());
        if (poll == null) {
            findings.entry(
                    Check.BALLOTS, read.index(), "a ballot of the poll '" + ballot.poll() + "', which is not defined");
        } else if (!poll.notExamined) {
            poll.ballots.cast(read, ballot);
        }
    }

    void paper(Place place, PaperEvent event) {
        Poll poll = polls.get(event.poll());
        if (poll == null || poll.defined == null) {
            findings.entry(
                    Check.BALLOTS,
                    place.index(),
                    "a sheet of paper of the poll '" + event.poll() + "', which is not defined");
        } else if (!poll.notExamined) {
            poll.paper.accept(place, event);
        }
    }

    void accept(Place place, PollEvent event) {
        Poll poll = polls.get(event.poll());
        if (poll != null && poll.notExamined) {
            return;
        }
        if (poll == null || (poll.defined == null && !(event instanceof PollEvent.PollDefined))) {
            findings.entry(
                    Check.POLLS, place.index(), "an event of the poll '" + event.poll() + "', which is not defined");
            if (poll != null) {
                poll.notExamined = true;
            }
            return;
        }
        if (poll.defined != null && !poll.isComplete() && !(event instanceof PollEvent.OptionsListed)) {
            setup.incomplete(poll, place);
            return;
        }
        dispatch(poll, place, event);
        poll.latest = place;
    }

    private void dispatch(Poll poll, Place place, PollEvent event) {
        switch (event) {
            case PollEvent.PollDefined defined -> setup.define(poll, place, defined);
            case PollEvent.OptionsListed listed -> setup.list(poll, place, listed);
            case PollEvent.CardsIssued issued -> setup.issue(poll, place, issued);
            case PollEvent.CardsVoided voided -> poll.cards.cancel(place, voided);
            case PollEvent.PaperCounted counted -> poll.paper.count(place, counted);
            case PollEvent.PaperReconciled reconciled -> poll.paper.reconcile(place, reconciled);
            case PollEvent.DiscrepancyRecorded recorded -> poll.cards.explain(place, recorded);
            case PollEvent.TabletEnrolled enrolled -> poll.tablets.enrol(place, enrolled);
            case PollEvent.VotingEnded ended -> poll.tablets.end(place);
            case PollEvent.TabletEmptied emptied -> poll.tablets.empty(place, emptied);
            case PollEvent.TabletWriteOffAsked asked -> poll.tablets.ask(place, asked);
            case PollEvent.TabletWrittenOff writtenOff -> poll.tablets.writeOff(place, writtenOff);
            case PollEvent.RegisterOpened opened -> setup.registerOpened(poll, place, opened);
            case PollEvent.PollOpened opened -> setup.open(poll, place, opened);
            case PollEvent.RegisterClosed closed -> closing.registerClosed(poll, place, closed);
            case PollEvent.PollClosed closed -> closing.close(poll, place);
            case PollEvent.PollSealed sealed -> closing.seal(poll, place, sealed);
            case PollEvent.PollKeyRevealed revealed -> closing.reveal(poll, place, revealed);
            case PollEvent.ScoresDeclared scores -> closing.scores(poll, place, scores);
            case PollEvent.OutcomeDeclared outcome -> closing.outcome(poll, place, outcome);
            case PollEvent.BallotCast cast -> throw new IllegalArgumentException("ballots come by cast()");
        }
    }

    /**
     * Finds what a command has left half done: entries of one command stand together, and so are complete or absent.
     */
    void end() {
        for (Poll poll : polls.values()) {
            if (poll.notExamined) {
                continue;
            }
            if (poll.defined != null && !poll.isComplete()) {
                setup.incomplete(poll, poll.latest);
            }
            poll.paper.end();
            poll.tablets.end();
            if (poll.phase == Poll.Phase.REGISTER_OPENED
                    || poll.phase == Poll.Phase.REGISTER_CLOSED
                    || poll.phase == Poll.Phase.SCORING) {
                findings.entry(
                        Check.POLLS,
                        poll.latest.index(),
                        "the poll '" + poll.id + "' is " + poll.phase.words() + ", but the log ends before it is done");
            }
        }
    }
}
