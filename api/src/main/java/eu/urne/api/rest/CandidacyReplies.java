package eu.urne.api.rest;

import eu.urne.api.rest.RegistersController.ShownPerson;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.vault.Candidate;
import eu.urne.engine.vault.InvitationOffice.Invitations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the staff is told of who stands. */
final class CandidacyReplies {

    private CandidacyReplies() {}

    /**
     * Somebody who stands.
     *
     * @param person null where the person was erased
     * @param index in the pool; null before it is frozen
     */
    record CandidateReply(
            @Nullable ShownPerson person,
            Map<String, String> attributes,
            @Nullable Integer index) {

        static CandidateReply of(Candidate candidate) {
            ShownPerson person = candidate.person() == null ? null : ShownPerson.of(candidate.person());
            return new CandidateReply(person, candidate.attributes(), candidate.index());
        }
    }

    /** All who stand. */
    record CandidatesReply(DrawId draw, List<CandidateReply> candidates) {}

    /** Somebody who is invited to stand, and her code. */
    record InvitationReply(ShownPerson person, String code) {}

    /**
     * Letters.
     *
     * @param more whether others of the register are still to be invited
     */
    record InvitationsReply(List<InvitationReply> invitations, boolean more) {

        static InvitationsReply of(Invitations made) {
            return new InvitationsReply(
                    made.letters().stream()
                            .map(letter -> new InvitationReply(
                                    ShownPerson.of(letter.person()),
                                    letter.code().toString()))
                            .toList(),
                    made.more());
        }
    }

    /** What is not known of a person, as one sentence that names the field. */
    static String sentence(List<Attribute> unknown, boolean french) {
        boolean told = unknown.stream().allMatch(attribute -> attribute.of() == Attribute.Source.TOLD);
        return (told ? "told: " : "person: ")
                + String.join(
                        "; ",
                        unknown.stream()
                                .map(attribute -> french ? french(attribute) : english(attribute))
                                .toList());
    }

    private static String english(Attribute attribute) {
        String one = String.join(", ", attribute.values());
        return attribute.of() == Attribute.Source.TOLD
                ? "one of " + one + " is to be told as " + attribute.id()
                : "the register tells no " + attribute.id() + " that is one of " + one;
    }

    private static String french(Attribute attribute) {
        String one = String.join(", ", attribute.values());
        return attribute.of() == Attribute.Source.TOLD
                ? "il faut dire l'une des valeurs " + one + " pour " + attribute.id()
                : "le registre ne donne pour " + attribute.id() + " aucune des valeurs " + one;
    }
}
