package eu.urne.engine.open;

/**
 * Who publishes a poll.
 *
 * @param name of the city
 * @param country where it lies
 */
public record Publisher(String name, String country) {}
