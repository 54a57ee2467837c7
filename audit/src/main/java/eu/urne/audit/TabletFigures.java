package eu.urne.audit;

import java.util.List;

/**
 * The tablets on which people voted in a poll.
 *
 * @param enrolled how many took part
 * @param writtenOff of each that the close did not wait for, the reasons that two persons gave: printable
 */
public record TabletFigures(long enrolled, List<String> writtenOff) {}
