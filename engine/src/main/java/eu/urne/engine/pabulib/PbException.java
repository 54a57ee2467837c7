package eu.urne.engine.pabulib;

import eu.urne.engine.pabulib.internal.Decimals;
import java.util.Optional;
import java.util.OptionalInt;

/** A {@code .pb} file cannot be used. The message is one English sentence with the file, the line and the field. */
public final class PbException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String field;

    /**
     * Names what is wrong and where.
     *
     * @param file the name of the file, for people
     * @param line the line from 1, or 0 if no line is to blame
     * @param field the column or the key of META, or "" if none is to blame
     * @param problem the rest of the sentence, without a full stop
     */
    public PbException(String file, int line, String field, String problem) {
        super(Decimals.onOneLine(file + (line > 0 ? ", line " + line : "") + (field.isEmpty() ? "" : ", field " + field)
                + ": " + problem + "."));
        this.file = file;
        this.line = line;
        this.field = field;
    }

    /** The name of the file. */
    public String file() {
        return file;
    }

    /** The line from 1, if one is to blame. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** The column or the key of META, if one is to blame. */
    public Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }
}
