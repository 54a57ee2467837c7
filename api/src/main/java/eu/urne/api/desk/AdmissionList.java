package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Spelling;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.Registers.Register;
import eu.urne.engine.vault.Standing;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultId;
import eu.urne.engine.vault.VoterOffice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The persons whom a user may admit: those of her sites. Whoever is shown leaves a line in the access log. */
public final class AdmissionList {

    /** How many are shown at once. */
    static final int SIZE = 20;

    private static final int CHUNK = 200;
    private static final int MOST_WORDS = 200;

    private final Vault vault;
    private final VoterOffice office;

    /** The list of the persons of this vault. */
    public AdmissionList(Vault vault, VoterOffice office) {
        this.vault = vault;
        this.office = office;
    }

    /**
     * Whom to look for.
     *
     * @param words beginnings of words of the name; without any, everybody
     * @param page from 0
     */
    public record Search(RegisterId register, String words, int page) {}

    /**
     * Somebody who was found.
     *
     * @param name given and family name
     * @param birthDate null if it is not known
     * @param standing how far the person has come in the poll
     */
    public record Row(
            VaultId person, String name, @Nullable LocalDate birthDate, List<String> sites, Standing standing) {}

    /**
     * Who was found.
     *
     * @param more whether there are further ones
     */
    public record Found(List<Row> rows, boolean more) {}

    /** The lists in which one can look. */
    List<Register> registers() {
        return vault.registers().all();
    }

    /**
     * Looks for persons of the user's sites.
     *
     * @throws ProblemException if there is no such list, or the words are too long
     */
    Found find(PollId poll, Search search, DeskUser user, CommandOrigin origin) {
        if (!vault.registers().exists(search.register())) {
            throw new ProblemException(Problem.UNKNOWN, "there is no register " + search.register());
        }
        if (search.words().length() > MOST_WORDS) {
            throw new ProblemException(Problem.INVALID, "words: at most 200 characters");
        }
        boolean named = !Spelling.key(search.words()).isEmpty();
        List<KnownPerson> seen = visible(search, named, user);
        List<KnownPerson> shown = seen.subList(0, Math.min(SIZE, seen.size()));
        vault.access().add(named ? Action.SEARCH : Action.LIST, shown, purpose(poll), origin);
        return new Found(shown.stream().map(each -> row(poll, each)).toList(), seen.size() > SIZE);
    }

    /** One page and, if there is one, a person behind it. */
    private List<KnownPerson> visible(Search search, boolean named, DeskUser user) {
        List<KnownPerson> visible = new ArrayList<>();
        int skip = search.page() * SIZE;
        for (int chunk = 0; visible.size() <= SIZE; chunk++) {
            List<KnownPerson> read = named
                    ? vault.persons().search(search.register(), search.words(), (long) chunk * CHUNK, CHUNK)
                    : vault.persons().page(search.register(), chunk, CHUNK);
            for (KnownPerson each : read) {
                if (isOf(each, user) && skip-- <= 0 && visible.size() <= SIZE) {
                    visible.add(each);
                }
            }
            if (read.size() < CHUNK) {
                break;
            }
        }
        return visible;
    }

    /**
     * A person whom the user may admit.
     *
     * @throws ProblemException if there is no such person, or it is one of other sites
     */
    Row person(PollId poll, VaultId person, DeskUser user, CommandOrigin origin) {
        KnownPerson known = vault.persons()
                .find(person)
                .orElseThrow(
                        () -> new ProblemException(Problem.UNKNOWN, "person: there is no such person in the vault"));
        if (!isOf(known, user)) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "this person is of other sites than yours");
        }
        vault.access().add(Action.READ, List.of(known), purpose(poll), origin);
        return row(poll, known);
    }

    private static boolean isOf(KnownPerson person, DeskUser user) {
        return user.sites().isEmpty()
                || user.sites().stream().map(Spelling::key).anyMatch(site -> person.known().sites().stream()
                        .map(Spelling::key)
                        .anyMatch(site::equals));
    }

    private Row row(PollId poll, KnownPerson person) {
        return new Row(
                person.person(),
                person.known().givenName() + " " + person.known().familyName(),
                person.known().birthDate(),
                person.known().sites(),
                office.standing(poll, person.person()));
    }

    private static String purpose(PollId poll) {
        return "admission list of the poll " + poll + " at the desk";
    }
}
