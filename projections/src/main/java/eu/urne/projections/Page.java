package eu.urne.projections;

import java.util.List;

/**
 * A piece of a long list.
 *
 * @param page its number, from 0
 * @param size most items of a piece
 * @param total items of the whole list
 */
public record Page<T>(int page, int size, long total, List<T> items) {}
