package eu.urne.engine.vault;

import java.util.List;

/** What a column of a file says of a person, by the names that it has in French and English. */
enum Column {
    FAMILY_NAME(
            "familyName",
            List.of("nom", "nom-de-famille", "nom-de-naissance", "family-name", "familyname", "last-name", "surname")),
    GIVEN_NAME(
            "givenName",
            List.of("prenom", "prenoms", "premier-prenom", "given-name", "givenname", "given-names", "first-name")),
    /** Of a file that names no persons. */
    ORGANISATION(
            "organisation",
            List.of(
                    "organisation",
                    "organization",
                    "association",
                    "nom-de-l-association",
                    "raison-sociale",
                    "denomination",
                    "company")),
    BIRTH_DATE(
            "birthDate",
            List.of(
                    "date-de-naissance",
                    "date-naissance",
                    "naissance",
                    "ne-e-le",
                    "ne-le",
                    "ddn",
                    "birth-date",
                    "birthdate",
                    "date-of-birth",
                    "born")),
    NUMBER("number", List.of("numero", "n", "no", "identifiant", "matricule", "ine", "id", "number", "reference")),
    COMMUNE("commune", List.of("commune", "ville", "commune-de-residence", "domicile", "city", "town", "residence")),
    DISTRICT("district", List.of("quartier", "district", "arrondissement", "secteur", "neighbourhood")),
    STUDIES(
            "studies",
            List.of(
                    "ecole",
                    "etablissement",
                    "etablissement-scolaire",
                    "college",
                    "lycee",
                    "universite",
                    "commune-d-etudes",
                    "school",
                    "university",
                    "studies")),
    SITES("sites", List.of("site", "sites", "centre", "centre-social", "accueil", "accueil-de-loisirs", "site-id")),
    GROUPS("groups", List.of("groupe", "groupes", "conseil", "group", "groups", "council"));

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> names;

    Column(String field, List<String> names) {
        this.field = field;
        this.names = names;
    }

    /** Name of the field in reports. */
    String field() {
        return field;
    }

    boolean isNamed(String key) {
        return names.contains(key);
    }

    /** Whether several columns may say it. */
    boolean isList() {
        return this == STUDIES || this == SITES || this == GROUPS;
    }
}
