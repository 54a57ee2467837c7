package eu.urne.audit.council;

import org.jspecify.annotations.Nullable;

/**
 * Terms of a council (docs/formats/councils.md, section 2).
 *
 * @param council its id
 * @param kind id of its kind
 * @param district id of its district; null for none
 * @param organisations whether organisations sit in it, else persons
 * @param demonstration whether it only shows how things are done
 * @param procedure how it meets and votes
 * @param seats 1 to 500
 * @param title what it is called, printable
 */
public record CouncilTerms(
        String council,
        String kind,
        @Nullable String district,
        boolean organisations,
        boolean demonstration,
        Procedure procedure,
        int seats,
        String title) {}
