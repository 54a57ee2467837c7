package eu.urne.audit.consult;

import org.jspecify.annotations.Nullable;

/**
 * A figure.
 *
 * @param id of what is counted
 * @param count persons; nothing where it is withheld
 */
public record Cell(String id, @Nullable Long count) {}
