package eu.urne.engine.vault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.urne.engine.roll.PersonFacts;
import eu.urne.engine.roll.Spelling;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of a person, or of an organisation.
 *
 * @param familyName 1 to 100 characters of any script; the name of an organisation
 * @param givenName up to 100 characters of any script; empty for an organisation
 * @param birthDate null if it is not known
 * @param number by which the city tells persons of the same name and birth date apart; null for none
 * @param commune where the person lives; null if it is not known
 * @param district where the person lives in the city; null if it is not known
 * @param studies schools, universities and their cities
 * @param sites that the person belongs to, by their ids or names
 * @param groups that the person belongs to, by their ids or names
 */
public record PersonRecord(
        String familyName,
        String givenName,
        @Nullable LocalDate birthDate,
        @Nullable String number,
        @Nullable String commune,
        @Nullable String district,
        List<String> studies,
        List<String> sites,
        List<String> groups) {

    private static final int MAX_NAME = 100;
    private static final int MAX_LIST = 20;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Hidden directions make a text look like another one; the marks that scripts need are no such. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\uFFFD]|\\p{Cs}");

    /** Checks and composes the texts; the sentence of what is wrong never says what stands there. */
    public PersonRecord {
        familyName = text("familyName", familyName);
        givenName = givenName.isBlank() ? "" : text("givenName", givenName);
        number = number == null ? null : text("number", number);
        commune = commune == null ? null : text("commune", commune);
        district = district == null ? null : text("district", district);
        studies = texts("studies", studies);
        sites = texts("sites", sites);
        groups = texts("groups", groups);
    }

    private static String text(String field, String text) {
        String plain = SPACES.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
        if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > MAX_NAME) {
            throw new IllegalArgumentException(field + ": it must have 1 to " + MAX_NAME + " characters");
        }
        if (HIDDEN.matcher(plain).find()) {
            throw new IllegalArgumentException(field + ": it has a character that cannot be seen or read");
        }
        return plain;
    }

    private static List<String> texts(String field, List<String> texts) {
        if (texts.size() > MAX_LIST) {
            throw new IllegalArgumentException(field + ": at most " + MAX_LIST + " are possible");
        }
        return texts.stream().map(each -> text(field, each)).toList();
    }

    /** Given and family name, or the name of an organisation. */
    public String name() {
        return givenName.isEmpty() ? familyName : givenName + " " + familyName;
    }

    /** Whether it is an organisation, which has no given name. */
    @JsonIgnore
    public boolean isOrganisation() {
        return givenName.isEmpty();
    }

    /** What decides about a right to vote. */
    public PersonFacts facts() {
        Set<String> residences = new HashSet<>();
        if (commune != null) {
            residences.add(commune);
        }
        if (district != null) {
            residences.add(district);
        }
        return new PersonFacts(birthDate, residences, Set.copyOf(studies), Set.copyOf(sites), Set.copyOf(groups));
    }

    /** What is the same for the same person, however the names are written. */
    String identityText() {
        return String.join(
                "\n",
                folded(familyName),
                folded(givenName),
                birthDate == null ? "" : birthDate.toString(),
                number == null ? "" : folded(number));
    }

    private static String folded(String text) {
        String key = Spelling.key(text);
        return key.isEmpty() ? text : key;
    }

    /** Whether each of these words begins a word of the names. */
    boolean isNamed(List<String> words) {
        String names = "-" + Spelling.key(familyName + " " + givenName);
        return words.stream().allMatch(word -> names.contains("-" + word));
    }

    /** Says nothing: a name must not get into a message by chance. */
    @Override
    public String toString() {
        return "PersonRecord[…]";
    }
}
