package eu.urne.audit.event;

/**
 * A guardian has consented that a child takes part (docs/formats/events.md, section 5).
 *
 * @param budget budget id
 * @param person 32 hex digits
 */
public record ConsentRecorded(String budget, String person) implements Event {}
