package eu.urne.engine.store;

import eu.urne.engine.log.Signer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What follows an EventStoreDB server needs: the connections to it, the names of its streams, and the replica with all
 * that is kept of it.
 *
 * @param seals revision of the last seal on the server when it was opened, -1 where there is none
 */
record EventStoreParts(
        EventStoreLink link,
        ServerStreams streams,
        Replica replica,
        LogReader reader,
        LogHeads heads,
        UnsealedTail tail,
        long seals)
        implements AutoCloseable {

    /** What is waited for takes as long as so many calls may. */
    static final int PATIENCE = 4;

    /**
     * Opens them.
     *
     * @param file the replica; made where it does not exist
     * @throws StoreException in one sentence, if server, keys and replica do not belong together; nothing was written
     *     on the server
     */
    static EventStoreParts open(StoreSettings.EventStoreDb server, Path file, Map<LogName, Signer> signers) {
        EventStoreLink link = new EventStoreLink(server);
        try {
            ServerStreams streams = new ServerStreams(Objects.requireNonNull(signers.get(LogName.PUBLIC))
                    .verifierKey()
                    .origin());
            EventStoreCheck check = new EventStoreCheck(link, streams, signers);
            long seals = check.server();
            Replica replica = Replica.open(file);
            try {
                LogReader reader = new LogReader(replica);
                UnsealedTail tail = new UnsealedTail(replica.writer());
                LogHeads heads = new LogHeads(signers, reader, tail);
                check.replica(replica.progress().seals(), reader);
                return new EventStoreParts(link, streams, replica, reader, heads, tail, seals);
            } catch (RuntimeException e) {
                replica.close();
                throw e;
            }
        } catch (RuntimeException e) {
            link.close();
            throw told(e);
        }
    }

    /** A failure to open, in one sentence. */
    static StoreException told(RuntimeException e) {
        return e instanceof StoreException known
                ? known
                : new StoreException("the log cannot be opened: " + e.getMessage(), e);
    }

    /**
     * Derives what is sealed on a server into a file, and writes nothing on the server.
     *
     * @param terms the terms of an entry, from its bytes alone
     * @throws StoreException in one sentence, if the server has no log of these keys, or its seals do not match what
     *     its order gives
     */
    static void derive(
            StoreSettings.EventStoreDb server,
            Path file,
            Map<LogName, Signer> signers,
            Function<byte[], Guard.Terms> terms) {
        try (EventStoreParts parts = open(server, file, signers)) {
            if (parts.seals < 0) {
                throw new StoreException("EventStoreDB has no log of "
                        + Objects.requireNonNull(signers.get(LogName.PUBLIC))
                                .verifierKey()
                                .origin());
            }
            try (LogFollower follower = new LogFollower(parts, terms, new WaitingAppends(), () -> {}, true)) {
                follower.start();
                parts.awaitSeal(follower, parts.seals);
            }
        }
    }

    /** Waits until the replica has what is sealed, for as long as it grows. */
    void awaitSeal(LogFollower follower, long revision) {
        long patienceMs = PATIENCE * link.deadlineMs();
        try {
            if (!follower.commits().awaitSeal(revision, patienceMs)) {
                throw new StoreException("the replica of the log does not receive what EventStoreDB has: seal "
                        + follower.commits().seals() + " of " + revision + " after " + patienceMs + " ms of silence");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the replica was brought up to date", e);
        }
    }

    @Override
    public void close() {
        link.close();
        replica.close();
    }
}
