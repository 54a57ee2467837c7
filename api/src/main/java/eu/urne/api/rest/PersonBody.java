package eu.urne.api.rest;

import eu.urne.engine.vault.PersonRecord;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of a register as it is handed in, or an organisation; what is not known is left out.
 *
 * @param familyName null for an organisation
 * @param givenName null for an organisation
 * @param organisation its name; null for a person
 */
record PersonBody(
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable String organisation,
        @Nullable LocalDate birthDate,
        @Nullable String number,
        @Nullable String commune,
        @Nullable String district,
        @Nullable List<String> studies,
        @Nullable List<String> sites,
        @Nullable List<String> groups) {

    PersonRecord person() {
        if (organisation != null && (familyName != null || givenName != null || birthDate != null)) {
            throw new IllegalArgumentException(
                    "organisation: it has neither familyName, givenName nor birthDate; a person has no organisation");
        }
        return new PersonRecord(
                organisation == null ? needed("familyName", familyName) : organisation,
                organisation == null ? needed("givenName", givenName) : "",
                birthDate,
                number,
                commune,
                district,
                orNone(studies),
                orNone(sites),
                orNone(groups));
    }

    private static String needed(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(field + ": it must have 1 to 100 characters");
        }
        return name;
    }

    private static List<String> orNone(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }
}
