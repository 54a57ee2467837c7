package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;

/**
 * Votes on a motion or an amendment; each from 0 to 500.
 *
 * @param inFavour for it
 * @param against against it
 * @param abstained neither
 */
public record VoteCount(@JsonProperty("for") int inFavour, int against, int abstained) {

    /** Checks the counts. */
    public VoteCount {
        for (int count : new int[] {inFavour, against, abstained}) {
            if (count < 0 || count > CouncilTerms.MOST_SEATS) {
                throw new IllegalArgumentException(
                        "for, against and abstained are each from 0 to " + CouncilTerms.MOST_SEATS + ", not " + count);
            }
        }
    }

    /** Counts votes. */
    public static VoteCount of(Collection<Vote> votes) {
        return new VoteCount(count(votes, Vote.FOR), count(votes, Vote.AGAINST), count(votes, Vote.ABSTAIN));
    }

    private static int count(Collection<Vote> votes, Vote vote) {
        return (int) votes.stream().filter(vote::equals).count();
    }

    /** All of them. */
    @JsonIgnore
    public int total() {
        return inFavour + against + abstained;
    }
}
