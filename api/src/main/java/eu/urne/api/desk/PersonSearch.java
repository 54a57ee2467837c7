package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.roll.Spelling;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultId;
import java.util.List;

/** Looks for persons of a register. Whoever is shown leaves a line in the access log. */
final class PersonSearch {

    private static final int SIZE = 20;
    private static final int MOST_WORDS = 200;

    private final Vault vault;

    /** A search in this vault. */
    PersonSearch(Vault vault) {
        this.vault = vault;
    }

    /**
     * Who was found.
     *
     * @param more whether there are further ones
     */
    record Found(List<KnownPerson> persons, boolean more) {}

    /**
     * Persons whose names begin with these words; without any, everybody.
     *
     * @param page from 0
     * @param purpose for the access log
     * @throws ProblemException if there is no such register, or the words are too long
     */
    Found find(RegisterId register, String words, int page, String purpose, CommandOrigin origin) {
        if (!vault.registers().exists(register)) {
            throw new ProblemException(Problem.UNKNOWN, "there is no register " + register);
        }
        if (words.length() > MOST_WORDS) {
            throw new ProblemException(Problem.INVALID, "words: at most 200 characters");
        }
        boolean named = !Spelling.key(words).isEmpty();
        List<KnownPerson> read = named
                ? vault.persons().search(register, words, (long) page * SIZE, SIZE + 1)
                : vault.persons().page(register, page, SIZE);
        List<KnownPerson> shown = read.subList(0, Math.min(SIZE, read.size()));
        vault.access().add(named ? Action.SEARCH : Action.LIST, shown, purpose, origin);
        return new Found(shown, named ? read.size() > SIZE : read.size() == SIZE);
    }

    /**
     * One person.
     *
     * @param purpose for the access log
     * @throws ProblemException if there is no such person
     */
    KnownPerson person(VaultId person, String purpose, CommandOrigin origin) {
        KnownPerson known = vault.persons()
                .find(person)
                .orElseThrow(
                        () -> new ProblemException(Problem.UNKNOWN, "person: there is no such person in the vault"));
        vault.access().add(Action.READ, List.of(known), purpose, origin);
        return known;
    }

    /** Given and family name. */
    static String name(KnownPerson person) {
        return person.known().givenName() + " " + person.known().familyName();
    }
}
