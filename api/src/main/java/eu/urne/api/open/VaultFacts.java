package eu.urne.api.open;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.participation.Admitted;
import eu.urne.engine.participation.VoterFacts;
import eu.urne.engine.poll.PollId;
import java.time.LocalDate;
import java.util.List;

/**
 * What figures need of those who were admitted, out of the vault. Who belongs to several sites counts for the first.
 */
public final class VaultFacts implements VoterFacts {

    private final eu.urne.engine.vault.VoterFacts vault;

    /** Facts that this vault knows. */
    public VaultFacts(eu.urne.engine.vault.VoterFacts vault) {
        this.vault = vault;
    }

    @Override
    public List<Admitted> admitted(PollId poll, LocalDate day, CommandOrigin origin) {
        return vault.of(poll, day, origin).stream()
                .map(voter -> new Admitted(
                        voter.sites().isEmpty() ? null : voter.sites().getFirst(),
                        voter.district(),
                        voter.age(),
                        voter.served()))
                .toList();
    }
}
