package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Spelling;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.Standing;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultId;
import eu.urne.engine.vault.VoterOffice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** The persons whom a user may admit: those of her sites. Whoever is shown leaves a line in the access log. */
public final class AdmissionList {

    private final Vault vault;
    private final PersonSearch persons;
    private final VoterOffice office;

    /** The list of the persons of this vault. */
    public AdmissionList(Vault vault, VoterOffice office) {
        this.vault = vault;
        this.persons = new PersonSearch(vault);
        this.office = office;
    }

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

    /** Adds to a page what its search form shows. */
    void show(ModelAndView page, PersonSearch.@Nullable Asked asked) {
        persons.show(page, asked);
    }

    /**
     * Looks for persons of the user's sites.
     *
     * @throws ProblemException if there is no such list, or the words are too long
     */
    Found find(PollId poll, PersonSearch.Asked asked, DeskUser user, CommandOrigin origin) {
        PersonSearch.Found found = persons.find(asked, each -> isOf(each, user), purpose(poll), origin);
        return new Found(found.persons().stream().map(each -> row(poll, each)).toList(), found.more());
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
                person.known().name(),
                person.known().birthDate(),
                person.known().sites(),
                office.standing(poll, person.person()));
    }

    private static String purpose(PollId poll) {
        return "admission list of the poll " + poll + " at the desk";
    }
}
