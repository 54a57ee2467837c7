package eu.urne.engine.store;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.kurrent.dbclient.AppendToStreamOptions;
import io.kurrent.dbclient.ConnectionShutdownException;
import io.kurrent.dbclient.EventData;
import io.kurrent.dbclient.KurrentDBClient;
import io.kurrent.dbclient.KurrentDBClientSettings;
import io.kurrent.dbclient.KurrentDBConnectionString;
import io.kurrent.dbclient.NotLeaderException;
import io.kurrent.dbclient.ReadAllOptions;
import io.kurrent.dbclient.ReadStreamOptions;
import io.kurrent.dbclient.RecordedEvent;
import io.kurrent.dbclient.StreamNotFoundException;
import io.kurrent.dbclient.StreamState;
import io.kurrent.dbclient.WriteResult;
import io.kurrent.dbclient.WrongExpectedVersionException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The connection to an EventStoreDB server. The client finds the leader and connects again by itself, until it has
 * tried a few times: then it is closed for good, and a new one is made here. Safe for use by many threads.
 */
final class EventStoreLink implements AutoCloseable {

    private static final long DEFAULT_DEADLINE_MS = 10_000;

    /** A client whose own deadline does not end a call is given up a little later. */
    private static final long GRACE_MS = 1_000;

    /** What is to be done about a call that failed. */
    enum Trouble {
        /** The stream is at another revision. */
        WRONG_REVISION,
        /** Nobody knows whether the call had an effect; the same call again is safe. */
        PASSING,
        /** The server says no, and will again. */
        LASTING
    }

    private final StoreSettings.EventStoreDb name;
    private final KurrentDBClientSettings settings;
    private KurrentDBClient client;
    private boolean closed;

    /**
     * Reads the connection string; connects at the first use.
     *
     * @throws StoreException in one sentence, if the connection string cannot be read
     */
    EventStoreLink(StoreSettings.EventStoreDb name) {
        this.name = name;
        this.settings = settings(name.connection());
        this.client = KurrentDBClient.create(settings);
    }

    private static KurrentDBClientSettings settings(String connection) {
        String problem;
        if (!connection.matches("(esdb|kurrentdb|kurrent|kdb)(\\+discover)?://.+")) {
            problem = "it begins with esdb:// or esdb+discover://";
        } else {
            try {
                return KurrentDBConnectionString.parseOrThrow(connection);
            } catch (RuntimeException e) {
                problem = "it looks like esdb://name:password@host:2113,host:2113?tls=true";
            }
        }
        throw new StoreException("the connection string of EventStoreDB cannot be read: " + problem);
    }

    /** How long one call may take, milliseconds: as the connection string says. */
    long deadlineMs() {
        Long given = settings.getDefaultDeadline();
        return given == null ? DEFAULT_DEADLINE_MS : given;
    }

    /** A client for a subscription, which its user shuts down. */
    KurrentDBClient another() {
        return KurrentDBClient.create(settings);
    }

    private synchronized KurrentDBClient client() {
        if (client.isShutdown() && !closed) {
            client = KurrentDBClient.create(settings);
        }
        return client;
    }

    /** Leaves a client that does not answer, if it is still the one in use. */
    private synchronized void leave(KurrentDBClient silent) {
        if (client == silent && !closed) {
            client = KurrentDBClient.create(settings);
            CompletableFuture<?> unused = silent.shutdown();
        }
    }

    /** Begins to append; the answer comes, or the failure, when the deadline has passed at the latest. */
    CompletableFuture<WriteResult> append(String stream, StreamState expected, List<EventData> events) {
        KurrentDBClient asked = client();
        AppendToStreamOptions options =
                AppendToStreamOptions.get().streamState(expected).deadline(deadlineMs());
        return asked.appendToStream(stream, options, events.iterator())
                .orTimeout(deadlineMs() + GRACE_MS, TimeUnit.MILLISECONDS)
                .whenComplete((result, failure) -> {
                    if (failure != null && isSilent(cause(failure))) {
                        leave(asked);
                    }
                });
    }

    private static boolean isSilent(Throwable failure) {
        return failure instanceof TimeoutException
                || (failure instanceof StatusRuntimeException status
                        && status.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED);
    }

    /** The first event of a stream. */
    Optional<RecordedEvent> first(String stream) {
        return read(stream, ReadStreamOptions.get().forwards().fromStart());
    }

    /** The last event of a stream. */
    Optional<RecordedEvent> last(String stream) {
        return read(stream, ReadStreamOptions.get().backwards().fromEnd());
    }

    /** The event of a stream at a revision. */
    Optional<RecordedEvent> at(String stream, long revision) {
        return read(stream, ReadStreamOptions.get().forwards().fromRevision(revision));
    }

    private Optional<RecordedEvent> read(String stream, ReadStreamOptions options) {
        options.maxCount(1).deadline(deadlineMs());
        try {
            return join(client().readStream(stream, options)).getEvents().stream()
                    .findFirst()
                    .map(event -> event.getEvent());
        } catch (StreamNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Reads from the order of all streams, to see whether that is allowed. */
    void readAll() {
        join(client().readAll(
                        ReadAllOptions.get().forwards().fromStart().maxCount(1).deadline(deadlineMs())));
    }

    private <T> T join(CompletableFuture<T> call) {
        try {
            return call.get(deadlineMs() + GRACE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (cause(e) instanceof StreamNotFoundException missing) {
                throw missing;
            }
            throw failure(cause(e));
        } catch (TimeoutException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while EventStoreDB was asked", e);
        }
    }

    static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    static Trouble trouble(Throwable failure) {
        return switch (cause(failure)) {
            case WrongExpectedVersionException wrong -> Trouble.WRONG_REVISION;
            case NotLeaderException stray -> Trouble.PASSING;
            case ConnectionShutdownException shut -> Trouble.PASSING;
            case TimeoutException late -> Trouble.PASSING;
            case StatusRuntimeException status -> trouble(status.getStatus().getCode());
            default -> Trouble.PASSING;
        };
    }

    private static Trouble trouble(Status.Code code) {
        return switch (code) {
            case PERMISSION_DENIED, UNAUTHENTICATED, INVALID_ARGUMENT, UNIMPLEMENTED, FAILED_PRECONDITION ->
                Trouble.LASTING;
            default -> Trouble.PASSING;
        };
    }

    /** One sentence for the operator. */
    StoreException failure(Throwable failure) {
        Throwable cause = cause(failure);
        String what =
                switch (cause instanceof StatusRuntimeException status
                        ? status.getStatus().getCode()
                        : Status.Code.OK) {
                    case PERMISSION_DENIED, UNAUTHENTICATED ->
                        "does not let this installation in: name, password and the right to read $all are needed";
                    case INVALID_ARGUMENT, FAILED_PRECONDITION ->
                        "refuses: "
                                + ((StatusRuntimeException) cause).getStatus().getDescription();
                    default -> "does not answer";
                };
        return new StoreException("EventStoreDB at " + name + " " + what, cause);
    }

    @Override
    public synchronized void close() {
        closed = true;
        CompletableFuture<?> unused = client.shutdown();
    }
}
