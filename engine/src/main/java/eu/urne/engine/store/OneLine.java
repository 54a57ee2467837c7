package eu.urne.engine.store;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * What a failure says, for one sentence: drivers and migrations tell over many lines, and files by their path alone.
 */
public final class OneLine {

    private OneLine() {}

    /** The innermost cause in words, or its first line that says something. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof StoreException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case NoSuchFileException e -> e.getFile() + " does not exist";
            case FileAlreadyExistsException e -> e.getFile() + " exists already and is not overwritten";
            case AccessDeniedException e -> e.getFile() + " may not be read or written by this user";
            case UnknownHostException e -> "no address is known of the host " + e.getMessage();
            case UnresolvedAddressException e -> "no address is known of that host";
            case ClosedChannelException e -> "nobody answers there"; // how the HTTP client tells it
            case ConnectException e -> Objects.requireNonNullElse(e.getMessage(), "nobody answers there");
            default -> firstLine(cause);
        };
    }

    private static String firstLine(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), "")
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(cause.getClass().getSimpleName())
                .strip();
    }
}
