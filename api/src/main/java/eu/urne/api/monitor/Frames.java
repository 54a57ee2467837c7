package eu.urne.api.monitor;

import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Tells an exception by types and places. What it says is told of the store only: parsers quote what they read, and
 * that may be a name, a code or a choice.
 */
public final class Frames implements StackTracePrinter {

    @Override
    public void printStackTrace(Throwable throwable, Appendable out) throws IOException {
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        String before = "";
        for (Throwable each = throwable; each != null && told.add(each); each = cause(each)) {
            out.append(before).append(each.getClass().getName());
            if (each instanceof StoreException || each instanceof SQLException) {
                out.append(": ").append(String.valueOf(each.getMessage()).replaceAll("\\R", " "));
            }
            out.append('\n');
            for (StackTraceElement frame : each.getStackTrace()) {
                out.append("\tat ").append(frame.toString()).append('\n');
            }
            before = "caused by ";
        }
    }

    private static @Nullable Throwable cause(Throwable throwable) {
        return throwable.getCause();
    }
}
