package eu.urne.api.rest;

import eu.urne.engine.vault.PersonRecord;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of a register as it is handed in; what is not known is left out. */
record PersonBody(
        String familyName,
        String givenName,
        @Nullable LocalDate birthDate,
        @Nullable String number,
        @Nullable String commune,
        @Nullable String district,
        @Nullable List<String> studies,
        @Nullable List<String> sites,
        @Nullable List<String> groups) {

    PersonRecord person() {
        return new PersonRecord(
                familyName,
                givenName,
                birthDate,
                number,
                commune,
                district,
                orNone(studies),
                orNone(sites),
                orNone(groups));
    }

    private static List<String> orNone(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }
}
