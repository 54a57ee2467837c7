package eu.urne.api.vote;

import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.Token;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.tally.Ballot;
import java.util.Comparator;
import java.util.List;

/** Many tablets at once, which seal, sign and cast the ballots of many voters. */
public final class Tablets {

    private final RestClient rest;
    private final PollDefinition definition;
    private final Hash hash;
    private final BallotCodec codec;
    private final String path;

    /**
     * What one voter casts.
     *
     * @param secret 32 bytes by which the ballot is sealed; the same ones make the same ballot
     */
    public record Vote(TokenSeed seed, byte[] secret, Ballot choice) {}

    /** Tablets for a poll, at the server behind that client. */
    public Tablets(RestClient rest, PollDefinition definition) {
        this.rest = rest;
        this.definition = definition;
        this.hash = definition.hash();
        this.codec = new BallotCodec(definition);
        this.path = "/api/polls/" + definition.terms().poll() + "/ballots";
    }

    /**
     * Casts the ballots, in an order that has nothing to do with the list's; returns when all are acknowledged.
     *
     * @param cast called after each
     * @throws RestException if one of them is refused or not answered
     */
    public void cast(List<Vote> votes, Runnable cast) {
        AtOnce.forEach(inTokenOrder(votes), vote -> {
            rest.post(path, BallotCast.of(sealed(vote)));
            cast.run();
        });
    }

    /** The ballot as a tablet seals and signs it. */
    public SealedBallot sealed(Vote vote) {
        return Suite1.seal(definition.terms(), hash, vote.seed(), 0, codec.encode(vote.choice()), vote.secret());
    }

    private record Ordered(Token token, Vote vote) {}

    /** An order in which equal ballots stand together only by chance. */
    private static List<Vote> inTokenOrder(List<Vote> votes) {
        return votes.stream()
                .map(vote -> new Ordered(vote.seed().token(), vote))
                .sorted(Comparator.comparing(Ordered::token))
                .map(Ordered::vote)
                .toList();
    }
}
