package eu.urne.engine.participation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who was admitted to a poll, as far as figures need it. What is not known is null.
 *
 * @param site that the person belongs to
 * @param district where the site lies, or where the person lives
 * @param age completed years on the day of the vote
 * @param served whether the person was given a card
 */
public record Admitted(
        @Nullable String site,
        @Nullable String district,
        @Nullable Integer age,
        boolean served) {}
