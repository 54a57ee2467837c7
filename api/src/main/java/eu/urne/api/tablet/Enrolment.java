package eu.urne.api.tablet;

import java.time.Instant;

/**
 * A code with which one tablet can become known, once.
 *
 * @param code as it is shown, {@code XXXX-XXXX}
 * @param validUntil by the server's clock
 */
public record Enrolment(String code, Instant validUntil) {}
