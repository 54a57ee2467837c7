package eu.urne.audit.council;

/**
 * Votes counted.
 *
 * @param inFavour for
 * @param against against
 * @param abstained neither
 */
public record Votes(int inFavour, int against, int abstained) {
    /** Gives all of them. */
    public int all() {
        return inFavour + against + abstained;
    }

    /** Gives them in words. */
    public String words() {
        return inFavour + " for, " + against + " against, " + abstained + " abstained";
    }
}
