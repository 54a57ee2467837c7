package eu.urne.api.rest;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Presentation;
import eu.urne.engine.poll.Trustees;
import eu.urne.engine.roll.EligibilityRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition as the staff sends it (docs/formats/events.md, section 2): without the trustees, which the server adds.
 *
 * @param budget null where nothing is spent
 * @param order null for as declared
 * @param who null where {@code eligibility} tells it in words only
 */
record DefinitionBody(
        PollId poll,
        String title,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
        BallotKind limits,

        @Nullable Money budget,
        CountingRule rule,
        String tieBreak,
        String eligibility,
        List<String> channels,
        boolean revote,
        int suite,
        @Nullable Presentation order,
        @Nullable EligibilityRule who,
        List<PollOption> options) {

    /** The definition with these trustees. */
    PollDefinition with(Trustees trustees) {
        return new PollDefinition(
                new PollTerms(
                        poll,
                        title,
                        limits,
                        budget,
                        rule,
                        tieBreak,
                        eligibility,
                        channels,
                        revote,
                        suite,
                        trustees,
                        order,
                        who,
                        null),
                options);
    }
}
