package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.roll.Spelling;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.KnownPerson;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.Registers.Register;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** Looks for persons of a register. Whoever is shown leaves a line in the access log. */
final class PersonSearch {

    /** How many are shown at once. */
    static final int SIZE = 20;

    private static final int CHUNK = 200;
    private static final int MOST_WORDS = 200;
    private static final int MOST_PAGES = 1_000;

    private final Vault vault;

    /** A search in this vault. */
    PersonSearch(Vault vault) {
        this.vault = vault;
    }

    /**
     * Whom to look for.
     *
     * @param register its id as it was typed
     * @param words beginnings of words of the name; without any, everybody
     * @param page from 0
     */
    record Asked(String register, String words, int page) {

        /** What the fields {@code register}, {@code words} and {@code page} of a form say. */
        static Asked of(Map<String, String> fields) {
            TypedForm form = TypedForm.of("search", fields);
            int page = form.line("page").matches("[0-9]{1,4}") ? Integer.parseInt(form.line("page")) : 0;
            return new Asked(form.of("register"), form.of("words"), Math.min(page, MOST_PAGES));
        }
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
     * @param visible whom the user may see
     * @param purpose for the access log
     * @throws ProblemException if there is no such register, or the words are too long
     */
    Found find(Asked asked, Predicate<KnownPerson> visible, String purpose, CommandOrigin origin) {
        RegisterId register = register(asked.register());
        if (asked.words().length() > MOST_WORDS) {
            throw new ProblemException(Problem.INVALID, "words: at most 200 characters");
        }
        boolean named = !Spelling.key(asked.words()).isEmpty();
        List<KnownPerson> seen = seen(register, asked, named, visible);
        List<KnownPerson> shown = seen.subList(0, Math.min(SIZE, seen.size()));
        vault.access().add(named ? Action.SEARCH : Action.LIST, shown, purpose, origin);
        return new Found(shown, seen.size() > SIZE);
    }

    private RegisterId register(String id) {
        try {
            RegisterId register = new RegisterId(id.strip());
            if (vault.registers().exists(register)) {
                return register;
            }
        } catch (IllegalArgumentException e) { // there is none with such an id
        }
        throw new ProblemException(Problem.UNKNOWN, "there is no register " + id);
    }

    /** One page and, if there is one, a person behind it. */
    private List<KnownPerson> seen(RegisterId register, Asked asked, boolean named, Predicate<KnownPerson> visible) {
        List<KnownPerson> seen = new ArrayList<>();
        int skip = asked.page() * SIZE;
        for (int chunk = 0; seen.size() <= SIZE; chunk++) {
            List<KnownPerson> read = named
                    ? vault.persons().search(register, asked.words().strip(), (long) chunk * CHUNK, CHUNK)
                    : vault.persons().page(register, chunk, CHUNK);
            for (KnownPerson each : read) {
                if (visible.test(each) && skip-- <= 0 && seen.size() <= SIZE) {
                    seen.add(each);
                }
            }
            if (read.size() < CHUNK) {
                break;
            }
        }
        return seen;
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

    /** Adds to a page what its search form shows, and the registers in which one can look. */
    void show(ModelAndView page, @Nullable Asked asked) {
        List<Register> registers = vault.registers().all();
        String first =
                registers.isEmpty() ? "" : registers.getFirst().register().value();
        page.addObject("registers", registers);
        page.addObject("register", asked == null ? first : asked.register());
        page.addObject("words", asked == null ? "" : asked.words());
        page.addObject("page", asked == null ? 0 : asked.page());
    }
}
