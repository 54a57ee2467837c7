package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.PollPublicKey;
import eu.urne.audit.event.PollEvent;
import eu.urne.audit.event.RegisterFigures;
import java.util.Optional;

/** Checks 8, 10 and 11 from the close of a poll to its outcome (docs/formats/events.md, section 1). */
final class PollClosing {
    private final PollOrder order;
    private final Findings findings;

    PollClosing(String publicOrigin, Findings findings) {
        this.order = new PollOrder(publicOrigin, findings);
        this.findings = findings;
    }

    void registerClosed(Poll poll, Place place, PollEvent.RegisterClosed closed) {
        order.step(poll, place, "RegisterClosed", Poll.Phase.REGISTER_CLOSED, Poll.Phase.OPEN);
        RegisterFigures figures = closed.figures();
        order.checkRegister(place, figures);
        if (figures.handedOut() + figures.voided() != poll.cards()) {
            wrong(
                    place,
                    figures.handedOut() + " cards handed out and " + figures.voided() + " void are not the "
                            + poll.cards() + " issued" + poll.cards.explanation());
        }
        if (poll.cards.voided() > figures.voided()) {
            wrong(
                    place,
                    poll.cards.voided() + " cards are listed as void, but only " + figures.voided() + " are told"
                            + poll.cards.explanation());
        }
        if (poll.paper.isUnreconciled()) {
            wrong(
                    place,
                    "the sheets of paper of the poll '" + poll.id + "' are not reconciled before its close"
                            + poll.cards.explanation());
        }
        poll.tablets.close(place);
        long voters = poll.ballots.cast() - poll.ballots.superseded();
        if (voters > figures.handedOut()) {
            wrong(
                    place,
                    voters + " tokens have voted, but only " + figures.handedOut() + " cards are handed out"
                            + poll.cards.explanation());
        }
        RegisterFigures before = poll.registerAtOpening;
        if (before != null) {
            checkGrowth(place, before, figures);
        }
        poll.registerAtClose = figures;
    }

    /** The register is append-only: its figures do not fall, and one size has one root. */
    private void checkGrowth(Place place, RegisterFigures before, RegisterFigures after) {
        boolean grown = after.admitted() >= before.admitted()
                && after.handedOut() >= before.handedOut()
                && after.checkpoint().size() >= before.checkpoint().size();
        if (!grown) {
            wrong(place, "the register has become smaller since the opening");
        }
        if (after.checkpoint().size() == before.checkpoint().size()
                && !after.checkpoint().root().equals(before.checkpoint().root())) {
            wrong(place, "the register's checkpoints of opening and close have one size and two roots");
        }
    }

    void close(Poll poll, Place place) {
        order.step(poll, place, "PollClosed", Poll.Phase.CLOSED, Poll.Phase.REGISTER_CLOSED);
        order.sameCommand(poll, place, "PollClosed", "RegisterClosed");
    }

    void seal(Poll poll, Place place, PollEvent.PollSealed sealed) {
        order.step(poll, place, "PollSealed", Poll.Phase.SEALED, Poll.Phase.CLOSED);
        poll.seal = sealed;
        if (sealed.count() != poll.entries.size()) {
            findings.entry(
                    Check.SEALS,
                    place.index(),
                    "the seal of the poll '" + poll.id + "' tells " + sealed.count() + " entries, but there are "
                            + poll.entries.size());
        }
        if (!sealed.root().equals(Bytes.of(poll.entries.root()))) {
            findings.entry(
                    Check.SEALS,
                    place.index(),
                    "the seal of the poll '" + poll.id + "' has another root than the entries of the poll");
        }
    }

    void reveal(Poll poll, Place place, PollEvent.PollKeyRevealed revealed) {
        order.step(poll, place, "PollKeyRevealed", Poll.Phase.KEY_REVEALED, Poll.Phase.SEALED);
        Optional<Bytes> key = PollPublicKey.ofPrivate(revealed.key().array()).map(PollPublicKey::encoded);
        if (key.equals(Optional.of(PollSetup.definition(poll).pollKey()))) {
            poll.revealedKey = revealed.key();
        } else {
            findings.entry(
                    Check.OPENING,
                    place.index(),
                    "the key revealed for the poll '" + poll.id + "' is not the one of its definition");
        }
    }

    void scores(Poll poll, Place place, PollEvent.ScoresDeclared scores) {
        boolean first = poll.phase != Poll.Phase.SCORING;
        order.step(poll, place, "ScoresDeclared", Poll.Phase.SCORING, Poll.Phase.KEY_REVEALED, Poll.Phase.SCORING);
        if (first) {
            poll.scoresIndex = place.index();
        } else {
            order.sameCommand(poll, place, "ScoresDeclared", "ScoresDeclared");
        }
        int due = poll.declaredResults.size();
        if (scores.from() != due || scores.results().size() > poll.options.size() - due) {
            wrong(
                    place,
                    "the scores from number " + scores.from() + " of the poll '" + poll.id
                            + "' do not follow those before them");
            poll.notExamined = true;
            return;
        }
        poll.declaredResults.addAll(scores.results());
    }

    void outcome(Poll poll, Place place, PollEvent.OutcomeDeclared outcome) {
        order.step(poll, place, "OutcomeDeclared", Poll.Phase.DECLARED, Poll.Phase.SCORING);
        order.sameCommand(poll, place, "OutcomeDeclared", "ScoresDeclared");
        if (poll.declaredResults.size() != poll.options.size()) {
            wrong(
                    place,
                    "of the poll '" + poll.id + "' only " + poll.declaredResults.size() + " of " + poll.options.size()
                            + " scores are declared");
        }
        if (poll.defined != null && !outcome.definition().equals(poll.defined.hash())) {
            wrong(place, "the outcome of the poll '" + poll.id + "' names another definition");
        }
        if (poll.outcome == null) {
            poll.outcome = outcome;
            poll.outcomeIndex = place.index();
        }
    }

    private void wrong(Place place, String text) {
        findings.entry(Check.POLLS, place.index(), text);
    }
}
