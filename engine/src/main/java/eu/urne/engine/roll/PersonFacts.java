package eu.urne.engine.roll;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person as far as it decides about a right to vote; never who it is. An empty set says that nothing
 * of the kind is known.
 *
 * @param birthDate null if it is not known
 * @param residences districts and cities
 * @param studies schools, universities and their cities
 * @param sites that the person belongs to
 * @param groups that the person belongs to
 */
public record PersonFacts(
        @Nullable LocalDate birthDate,
        Set<String> residences,
        Set<String> studies,
        Set<String> sites,
        Set<String> groups) {

    /** Copies the sets. */
    public PersonFacts {
        residences = Set.copyOf(residences);
        studies = Set.copyOf(studies);
        sites = Set.copyOf(sites);
        groups = Set.copyOf(groups);
    }
}
