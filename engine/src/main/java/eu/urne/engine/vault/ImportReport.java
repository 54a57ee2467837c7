package eu.urne.engine.vault;

import java.util.List;

/**
 * What became of a file.
 *
 * @param id of the import, by which the full report is found
 * @param written whether the accepted persons stand in the register now; all of them, or nobody does
 * @param encoding {@code UTF-8} or {@code windows-1252}, as detected
 * @param delimiter of the cells, as detected; "" if the first line could not be read
 * @param ignoredColumns numbers from 1 of columns that are not read
 * @param accepted persons that were written
 * @param refused lines that are wrong
 * @param lines what is wrong with the first of them
 */
public record ImportReport(
        String id,
        RegisterId register,
        ImportMode mode,
        boolean written,
        String encoding,
        String delimiter,
        List<Integer> ignoredColumns,
        long accepted,
        long refused,
        List<LineProblem> lines) {}
