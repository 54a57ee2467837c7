package eu.urne.engine.poll;

import eu.urne.engine.store.Claim;

/** The claims by which polls, budgets and what follows from them rely on each other (docs/adr/0001). */
public final class PollClaims {

    private PollClaims() {}

    /** The poll is defined. */
    public static Claim known(PollId poll) {
        return Claim.of("known:" + poll);
    }

    /** The poll is closed. */
    public static Claim closed(PollId poll) {
        return Claim.of("closed:" + poll);
    }

    /** The outcome of the poll is declared. */
    public static Claim declared(PollId poll) {
        return Claim.of("declared:" + poll);
    }

    /** The shortlist of a budget whose definition has this hash is published. */
    public static Claim published(Hash definition) {
        return Claim.of("shortlist:" + definition);
    }

    /** The name of the poll is that of a budget's. */
    public static Claim ofBudget(PollId poll) {
        return Claim.of("of-budget:" + poll);
    }

    /**
     * The phase of a budget in which its polls are open has begun.
     *
     * @param budget its id
     */
    public static Claim votingBegan(String budget) {
        return Claim.of("voting-began:" + budget);
    }

    /**
     * The phase of a budget in which its polls are open has ended.
     *
     * @param budget its id
     */
    public static Claim votingEnded(String budget) {
        return Claim.of("voting-ended:" + budget);
    }
}
