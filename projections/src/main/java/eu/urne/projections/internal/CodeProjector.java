package eu.urne.projections.internal;

import eu.urne.engine.consult.AnswerReceived;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.receipt.ReceiptCode;

/** Where entries of the public log are found by the code of their receipt. */
final class CodeProjector implements Projector {

    private final ViewWriter writer;

    /** A projector that writes here. */
    CodeProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        switch (event.event()) {
            case BallotCast ballot -> index(ballot.ballot().id(), event.position());
            case PollEvent poll -> index(leaf(event), event.position());
            case AnswerReceived answer -> index(leaf(event), event.position());
            default -> {}
        }
    }

    private static Hash leaf(LogEvent event) {
        return Hash.of(TreeHash.leaf(event.stored().get().sealed()));
    }

    private void index(Hash hash, long position) {
        writer.append(
                "INSERT INTO receipt_code (characters, position) VALUES (?, ?)", ReceiptCode.number(hash), position);
    }
}
