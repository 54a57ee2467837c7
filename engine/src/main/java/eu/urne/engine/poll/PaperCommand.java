package eu.urne.engine.poll;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a sheet of paper. */
public sealed interface PaperCommand {

    /** The poll. */
    PollId poll();

    /** The token of the sheet. */
    Token token();

    /** Name of the token's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return BallotEvent.stream(poll(), token());
    }

    /**
     * Enter what one person read on the sheet.
     *
     * @param commitment id of the ballot with that choice
     * @param by who
     */
    record EnterPaperBallot(PollId poll, Token token, Hash commitment, String by) implements PaperCommand {}
}
