package eu.urne.projections.internal;

import eu.urne.engine.poll.BallotCast;
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
            case BallotCast ballot -> index(ReceiptCode.of(ballot.ballot().id()), event.position());
            case PollEvent poll -> index(ReceiptCode.of(event.stored().get()), event.position());
            default -> {}
        }
    }

    private void index(ReceiptCode code, long position) {
        writer.update("INSERT INTO receipt_code (characters, position) VALUES (?, ?)", code.number(), position);
    }
}
