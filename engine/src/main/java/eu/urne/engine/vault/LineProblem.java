package eu.urne.engine.vault;

/**
 * What is wrong with a line of a file.
 *
 * @param line from 1
 * @param field which part of it; "line" for the whole, "file" for the whole file
 * @param sentence that says what is wrong, and never what stands there
 */
public record LineProblem(long line, String field, String sentence) {}
