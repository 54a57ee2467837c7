package eu.urne.api.scenario;

import eu.urne.api.vote.RestClient;
import eu.urne.api.vote.Tablets;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Token;
import java.util.List;
import java.util.Map;

/** Two members of staff with a pile of sheets: each enters every sheet alone, then its ballot is cast. */
final class PaperDesk {

    private final PollDefinition definition;
    private final BallotCodec codec;
    private final String path;
    private final RestClient first;
    private final RestClient second;

    PaperDesk(PollDefinition definition, RestClient first, RestClient second) {
        this.definition = definition;
        this.codec = new BallotCodec(definition);
        this.path = "/api/polls/" + definition.terms().poll();
        this.first = first;
        this.second = second;
    }

    private record Entry(Token token, Hash commitment) {}

    /**
     * Enters, casts and counts the sheets.
     *
     * @param misread whether the second person misreads the first sheet, whereupon both enter it again
     */
    void enter(List<Tablets.Vote> sheets, boolean misread) {
        for (int i = 0; i < sheets.size(); i++) {
            Tablets.Vote sheet = sheets.get(i);
            SealedBallot ballot = PaperBallot.seal(definition, sheet.seed(), codec.encode(sheet.choice()));
            if (misread && i == 0) {
                byte[] otherwise = PaperBallot.invalid(definition);
                enter(first, ballot, "misread-1");
                enter(second, PaperBallot.seal(definition, sheet.seed(), otherwise), "misread-2");
            }
            enter(first, ballot, "paper-1");
            enter(second, ballot, "paper-2");
            first.post(path + "/ballots", BallotCast.of(ballot));
        }
        Map<String, Integer> found = Map.of("found", sheets.size());
        first.command(path + "/paper/count", found, "count");
        second.command(path + "/paper/count", found, "count");
    }

    private void enter(RestClient person, SealedBallot ballot, String key) {
        person.command(path + "/paper", new Entry(ballot.token(), ballot.id()), key);
    }
}
