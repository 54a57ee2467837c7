package eu.urne.engine.pabulib;

/**
 * A row of PROJECTS.
 *
 * @param id the project's id
 * @param name its name, "" if the file has none
 * @param cost its cost in the minor units of {@link PbFile#moneyScale()}; some withdrawn projects cost 999999999
 * @param selected the cell of the column {@code selected}: 1 won, 0 lost, 2 and 3 special; "" where the file says
 *     nothing
 */
public record PbProject(String id, String name, long cost, String selected) {}
