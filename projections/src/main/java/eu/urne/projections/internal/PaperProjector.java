package eu.urne.projections.internal;

import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotEvent;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.PaperEvent.PaperBallotAgreed;
import eu.urne.engine.poll.PaperEvent.PaperBallotDisputed;
import eu.urne.engine.poll.PaperEvent.PaperBallotEntered;
import eu.urne.engine.poll.PollEvent.CardsIssued;
import eu.urne.engine.poll.PollEvent.PollDefined;
import eu.urne.projections.SheetView.State;
import org.jspecify.annotations.Nullable;

/** What happens to sheets of paper in the read models: who has to enter them, never what is on them. */
final class PaperProjector implements Projector {

    private static final String SHEET = """
            INSERT INTO paper_sheet (poll, token, state, entered_by) VALUES (?, ?, ?, ?)
            ON CONFLICT (poll, token) DO UPDATE SET state = excluded.state, entered_by = excluded.entered_by""";

    private final ViewWriter writer;

    /** A projector that writes here. */
    PaperProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        switch (event.event()) {
            case PollDefined defined -> define(defined);
            case CardsIssued issued -> issue(issued);
            case BallotEvent ballot -> on(ballot);
            default -> {}
        }
    }

    private void define(PollDefined defined) {
        if (defined.definition().hasPaper()) {
            writer.update(
                    "INSERT INTO paper_turnout (poll, sheets) VALUES (?, 0)",
                    defined.poll().value());
        }
    }

    private void issue(CardsIssued issued) {
        if (PaperBallot.isLabel(issued.label())) {
            writer.update(
                    "UPDATE paper_turnout SET sheets = sheets + ? WHERE poll = ?",
                    issued.count(),
                    issued.poll().value());
        }
    }

    private void on(BallotEvent event) {
        switch (event) {
            case PaperBallotEntered entered -> sheet(event, State.ENTERED, entered.by());
            case PaperBallotDisputed disputed -> sheet(event, State.DISPUTED, null);
            case PaperBallotAgreed agreed -> sheet(event, State.AGREED, null);
            case BallotCast cast -> cast(cast);
        }
    }

    private void cast(BallotCast cast) {
        if (cast.ballot().isOnPaper()) {
            sheet(cast, State.CAST, null);
            writer.update(
                    "UPDATE paper_turnout SET ballots = ballots + 1 WHERE poll = ?",
                    cast.poll().value());
        }
    }

    private void sheet(BallotEvent event, State state, @Nullable String by) {
        writer.update(SHEET, event.poll().value(), event.token().hex(), state.code(), by);
    }
}
