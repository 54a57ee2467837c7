package eu.urne.audit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.SealedBallot;
import java.util.Optional;

/**
 * docs/formats/ballot.md, section 4: both see the same id and the same signature in a ballot. The engine takes JSON in
 * any spelling from a tablet, so what it takes is compared as it would stand in the log.
 */
class BallotFuzzTest {

    @FuzzTest
    void bothReadTheSameBallot(byte[] bytes) {
        Optional<SealedBallot> engine = Verdicts.engineJson(
                () -> EngineJson.MAPPER.readValue(bytes, BallotCast.class).ballot());
        engine.ifPresent(ballot -> same(
                Verdicts.audit(() -> Ballot.read(CanonicalJson.read(
                                eu.urne.engine.log.CanonicalJson.bytes(EngineJson.tree(BallotCast.of(ballot))))))
                        .orElseThrow(),
                ballot));
        Verdicts.audit(() -> Ballot.read(CanonicalJson.read(bytes)))
                .filter(ballot ->
                        ballot.sealed().length() >= 16 && ballot.sealed().length() <= 32_767)
                .ifPresent(ballot -> same(ballot, engine.orElseThrow()));
    }

    private static void same(Ballot audit, SealedBallot engine) {
        assertThat(engine.id().hex()).isEqualTo(audit.id());
        assertThat(engine.isSignedByToken()).isEqualTo(audit.isSigned());
        assertThat(engine.token().hex()).isEqualTo(audit.token().hex());
    }
}
