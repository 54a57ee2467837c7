package eu.urne.api.rest;

import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.PassOver;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the staff sends about draws. A candidate is an index into the pool, from 0. */
final class DrawBodies {

    private DrawBodies() {}

    /** A draw to announce (docs/formats/councils.md, section 3.1). */
    record DrawBody(DrawTerms terms) {}

    /**
     * Who wants to stand.
     *
     * @param told what the person says of the attributes that no register knows, by their ids; null for nothing
     */
    record CandidacyBody(VaultId person, @Nullable Map<String, String> told) {

        /** What the person says. */
        Map<String, String> words() {
            return told == null ? Map.of() : told;
        }
    }

    /** Whose persons are invited to stand. */
    record InvitationsBody(RegisterId register) {}

    /**
     * A source of randomness (docs/formats/draw.md, section 2).
     *
     * @param from the moment before which its value cannot exist
     */
    record SourceBody(PublicRandomness randomness, Instant from) {

        /** What the engine is told. */
        Source source() {
            return new Source(randomness, from.toEpochMilli());
        }
    }

    /** From which randomness is drawn, in the order in which the values are joined. */
    record PoolBody(List<SourceBody> sources) {}

    /**
     * The values of the randomness, as somebody has read them.
     *
     * @param values in the order of the sources, each in its one form (docs/formats/draw.md, section 2)
     */
    record RandomnessBody(List<String> values) {}

    /** Why somebody in the reserve is not seated. */
    record PassOverBody(PassOver reason) {}

    /** To whom a role is offered. */
    record OfferBody(int candidate) {}

    /** What somebody says to it. */
    record AnswerBody(int candidate, boolean accepted) {}
}
