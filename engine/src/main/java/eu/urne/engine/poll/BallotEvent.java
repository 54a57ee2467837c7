package eu.urne.engine.poll;

/** What happens to a token of a poll (docs/formats/ballot.md, sections 4 and 7). */
public sealed interface BallotEvent permits BallotCast, PaperEvent {

    /** The poll. */
    PollId poll();

    /** The token. */
    Token token();

    /** Name of the token's stream. */
    default String stream() {
        return stream(poll(), token());
    }

    /** Name of a token's stream. */
    static String stream(PollId poll, Token token) {
        return "ballot/" + poll + "/" + token;
    }
}
