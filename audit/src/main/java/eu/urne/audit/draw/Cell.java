package eu.urne.audit.draw;

import java.util.List;

/**
 * Seats for those who have these values.
 *
 * @param seats how many, from 0
 * @param values one for each attribute of the strata
 */
public record Cell(int seats, List<String> values) {}
