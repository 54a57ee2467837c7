package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.crypto.HpkeReceiver;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.event.Definition;
import eu.urne.audit.verify.ReadEntry.Cast;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Check 9: the ballots of a poll, still sealed (docs/formats/ballot.md, sections 4 and 5). */
final class PollBallots {
    /** Stands in the table of tokens for one that is authorised and has not voted; else the index of its ballot. */
    static final long NO_BALLOT = -1;

    private final Poll poll;
    private final PollBook book;
    private final Findings findings;
    private final DigestSet encapsulated = new DigestSet();
    private final DigestTable seqs = new DigestTable();
    private long cast;
    private long superseded;
    private long first = Long.MAX_VALUE;
    private long last = NO_BALLOT;

    PollBallots(Poll poll, PollBook book, Findings findings) {
        this.poll = poll;
        this.book = book;
        this.findings = findings;
    }

    long cast() {
        return cast;
    }

    long superseded() {
        return superseded;
    }

    /** Marks all indexes from the first ballot to the last. */
    void markSpan(BitSet indexes) {
        if (last >= first) {
            indexes.set((int) first, (int) last + 1);
        }
    }

    void cast(ReadEntry read, Ballot ballot) {
        Cast facts = read.cast();
        if (facts == null || poll.definition().isEmpty()) {
            findings.entry(Check.BALLOTS, read.index(), "the poll '" + poll.id + "' has no definition yet");
            return;
        }
        List<String> faults = faults(ballot, facts, PollSetup.definition(poll));
        Entry entry = read.entry();
        if (entry != null) {
            channelFaults(ballot, facts, entry, faults);
        }
        for (String fault : faults) {
            findings.entry(Check.BALLOTS, read.index(), fault);
        }
        if (faults.isEmpty()) {
            count(read.index(), ballot, facts);
        }
    }

    private List<String> faults(Ballot ballot, Cast facts, Definition definition) {
        List<String> faults = new ArrayList<>();
        int width = definition.kind().width(poll.options.size()) + HpkeReceiver.TAG_BYTES;
        long earlier = poll.tokens.get(facts.token());
        boolean after = poll.phase.compareTo(Poll.Phase.OPEN) > 0;
        require(
                poll.phase == Poll.Phase.OPEN,
                faults,
                "a ballot stands " + (after ? "behind the close" : "before the" + " opening") + " of the poll '"
                        + poll.id + "'");
        require(earlier != DigestTable.ABSENT, faults, "the token of the ballot is not authorised");
        require(facts.signed(), faults, "the signature of the ballot's token does not fit");
        require(facts.idIsCause(), faults, "the cause is not the id of the ballot");
        require(encapsulated.addGrowing(facts.encapsulated()), faults, "the 'enc' of the ballot has been used before");
        require(
                ballot.sealed().length() == width,
                faults,
                "the 'ct' of the ballot has " + ballot.sealed().length() + " bytes instead of " + width);
        if (!definition.revote() || ballot.paper()) {
            require(ballot.seq() == 0, faults, "the ballot has the seq " + ballot.seq() + ", but nobody votes again");
            require(earlier < 0, faults, "the token of the ballot has voted already, in entry " + earlier);
        }
        return faults;
    }

    /** A ballot on paper is the one that two persons entered; the token of one has no other. */
    private void channelFaults(Ballot ballot, Cast facts, Entry entry, List<String> faults) {
        boolean issuedOnPaper = poll.paper.isIssued(facts.token());
        require(!poll.isVoid(facts.token()), faults, "the token of the ballot is void");
        require(
                entry.by().equals("paper") == ballot.paper(),
                faults,
                "the ballot comes from '" + entry.by() + "', but it is " + (ballot.paper() ? "" : "not ") + "on paper");
        if (!ballot.paper()) {
            require(!issuedOnPaper, faults, "the token of the ballot is one of paper, but the ballot is not on paper");
            return;
        }
        require(issuedOnPaper, faults, "the token of the ballot is none of paper");
        require(
                poll.paper.isAgreed(facts.token(), entry.cause()),
                faults,
                "the ballot on paper is not one that two persons entered alike");
        require(!poll.paper.isReconciled(), faults, "the ballot on paper stands behind the reconciliation");
    }

    private static void require(boolean good, List<String> faults, String otherwise) {
        if (!good) {
            faults.add(otherwise);
        }
    }

    /** Of a token the ballot with the highest seq counts; among equal ones the first in the log. */
    private void count(long index, Ballot ballot, Cast facts) {
        Digest128 token = facts.token();
        long earlier = poll.tokens.get(token);
        cast++;
        if (ballot.paper()) {
            poll.paper.cast();
        }
        first = Math.min(first, index);
        last = index;
        if (earlier != NO_BALLOT) {
            superseded++;
            if (ballot.seq() <= Math.max(0, seqs.get(token))) {
                return;
            }
            book.counting().clear((int) earlier);
        }
        poll.tokens.put(token, index);
        book.counting().set((int) index);
        if (ballot.seq() > 0) {
            seqs.put(token, ballot.seq());
        }
    }
}
