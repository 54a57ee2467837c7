package eu.urne.engine.vault;

import static eu.urne.engine.Refusal.Reason.UNKNOWN;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.council.CouncilDraw.Announced;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawOffice;
import eu.urne.engine.roll.Eligibility;
import eu.urne.engine.vault.AccessLog.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Invites persons of a register to stand, each by a letter with a code that is hers. Who has the code stands,
 * withdraws, and later sees what became of her; it says nothing about anybody else. Safe for use by many threads.
 */
public final class InvitationOffice {

    /** Letters that are made at once. */
    public static final int MOST_LETTERS = 500;

    private static final int CHUNK = 500;

    private final Vault vault;
    private final DrawOffice draws;

    /** An office on this vault and these draws. */
    public InvitationOffice(Vault vault, DrawOffice draws) {
        this.vault = vault;
        this.draws = draws;
    }

    /** A letter to somebody. */
    public record Invitation(KnownPerson person, StandingCode code) {}

    /**
     * Letters that were made.
     *
     * @param more whether others of the register are still to be invited
     */
    public record Invitations(List<Invitation> letters, boolean more) {}

    /**
     * How many codes there are.
     *
     * @param used of them
     */
    public record Codes(long made, long used) {}

    /** Makes codes for those of a register who may stand and have none, up to {@link #MOST_LETTERS}. */
    public VaultAnswer<Invitations> invite(DrawId draw, RegisterId register, CommandOrigin origin) {
        if (!(draws.draw(draw) instanceof Announced announced)) {
            return new VaultAnswer.Refused<>(CandidacyOffice.notOpen(draws.draw(draw), draw));
        }
        if (!vault.registers().exists(register)) {
            return Persons.unknown(register);
        }
        List<Subject> invited = new ArrayList<>();
        Persons.Chunk chunk = vault.persons().chunk(register, 0, CHUNK);
        while (!chunk.subjects().isEmpty() && invited.size() <= MOST_LETTERS) {
            for (Subject each : chunk.subjects()) {
                boolean may = Eligibility.of(announced.terms().who(), each.facts()) instanceof Eligibility.Eligible;
                if (may && invited.size() <= MOST_LETTERS && !vault.codes().has(draw, each.identity())) {
                    invited.add(each);
                }
            }
            chunk = vault.persons().chunk(register, chunk.lastNumber(), CHUNK);
        }
        List<Subject> now = invited.subList(0, Math.min(MOST_LETTERS, invited.size()));
        return new VaultAnswer.Done<>(
                new Invitations(letters(draw, now, "invitations to stand", origin), invited.size() > now.size()));
    }

    private List<Invitation> letters(DrawId draw, List<Subject> persons, String purpose, CommandOrigin origin) {
        List<StandingCode> codes = vault.codes().make(draw, persons, origin);
        List<Invitation> letters = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            StandingCode code = codes.get(i);
            vault.persons()
                    .find(persons.get(i).person())
                    .ifPresent(person -> letters.add(new Invitation(person, code)));
        }
        vault.access()
                .add(
                        Action.READ,
                        letters.stream().map(Invitation::person).toList(),
                        purpose + " for the draw " + draw,
                        origin);
        return letters;
    }

    /** Makes a code for one person, in place of an earlier one; after the freezing for candidates only. */
    public VaultAnswer<Invitation> invite(DrawId draw, VaultId person, CommandOrigin origin) {
        Optional<Subject> subject = vault.persons().subject(person);
        if (subject.isEmpty()) {
            return VaultAnswer.refuse(UNKNOWN, "person: there is no such person in the vault");
        }
        boolean candidate =
                vault.candidacies().find(draw, subject.get().identity()).isPresent();
        if (!(draws.draw(draw) instanceof Announced) && !candidate) {
            return new VaultAnswer.Refused<>(CandidacyOffice.notOpen(draws.draw(draw), draw));
        }
        return new VaultAnswer.Done<>(letters(draw, List.of(subject.get()), "code of a candidate", origin)
                .getFirst());
    }

    /** Takes back the codes that nobody has used, as where letters were lost; their persons can be invited anew. */
    public int takeBackUnused(DrawId draw) {
        return vault.codes().takeBackUnused(draw);
    }

    /** How many codes were made for a draw. */
    public Codes codes(DrawId draw) {
        return new Codes(vault.codes().count(draw), vault.codes().used(draw));
    }

    /** Whose code it is; empty for one that never was, is of another draw, or was replaced. */
    public Optional<VaultId> person(DrawId draw, StandingCode code, CommandOrigin origin) {
        return vault.codes()
                .use(draw, code, origin)
                .filter(person -> vault.persons().subject(person).isPresent());
    }
}
