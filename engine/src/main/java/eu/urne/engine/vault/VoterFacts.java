package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Age;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollCommand;
import eu.urne.engine.roll.Spelling;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.internal.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where those come from who were admitted to a poll, for figures that are published: without name and birth date. */
public final class VoterFacts {

    private final Vault vault;
    private final LogReader log;

    /** Facts of this vault about the persons of this register log. */
    public VoterFacts(Vault vault, LogReader log) {
        this.vault = vault;
        this.log = log;
    }

    /**
     * Somebody who was admitted. What is not known, or of somebody erased, is null or empty.
     *
     * @param served whether a card was handed out
     * @param sites that the person belongs to, each written in the one way of {@link Spelling#key}
     * @param district likewise
     * @param age years completed on the day of the vote
     */
    public record Voter(
            Person pseudonym,
            boolean served,
            List<String> sites,
            @Nullable String district,
            @Nullable Integer age) {}

    /**
     * All who were admitted to a poll, by their pseudonyms.
     *
     * @param day of the vote
     * @param origin who asks, for the access log
     */
    public List<Voter> of(PollId poll, LocalDate day, CommandOrigin origin) {
        String prefix = RollCommand.registerStream(poll) + "/";
        Map<Person, Identity> identities = vault.pseudonyms().identities(Pseudonyms.scope(poll));
        List<Voter> voters = new ArrayList<>();
        log.lastSeqs(prefix).forEach((stream, last) -> {
            Person pseudonym = new Person(stream.substring(prefix.length()));
            voters.add(voter(pseudonym, last > 0, identities.get(pseudonym), day));
        });
        vault.access().add(Action.FACTS, voters.size(), "figures of the poll " + poll, origin);
        return voters;
    }

    private Voter voter(Person pseudonym, boolean served, @Nullable Identity identity, LocalDate day) {
        List<KnownPerson> known = identity == null ? List.of() : vault.persons().known(identity);
        if (known.isEmpty()) {
            return new Voter(pseudonym, served, List.of(), null, null);
        }
        PersonRecord latest = known.getFirst().known();
        LocalDate birthDate = latest.birthDate();
        return new Voter(
                pseudonym,
                served,
                latest.sites().stream().map(Spelling::key).toList(),
                latest.district() == null ? null : Spelling.key(latest.district()),
                birthDate == null ? null : Age.on(birthDate, day));
    }
}
