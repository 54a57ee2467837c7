package eu.urne.engine.store;

import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.AppendResult.Conflicted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The appends of this node whose verdict is awaited, by the id of their first entry. Safe for use by many threads. */
final class WaitingAppends {

    /** One of them. */
    static final class Waiting {

        private final List<PendingEntry> entries;
        private final CompletableFuture<AppendResult> done = new CompletableFuture<>();

        private Waiting(List<PendingEntry> entries) {
            this.entries = entries;
        }

        CompletableFuture<AppendResult> done() {
            return done;
        }

        private Conflicted standsAlready() {
            PendingEntry first = entries.getFirst();
            return new Conflicted(first.entry(), "the id " + first.entry().id() + " stands in the log already");
        }

        private boolean isOf(ServerAppend append) {
            for (int i = 0; i < entries.size(); i++) {
                if (i >= append.sealed().size()
                        || !Arrays.equals(
                                entries.get(i).sealed(), append.sealed().get(i))) {
                    return false;
                }
            }
            return append.sealed().size() == entries.size();
        }
    }

    private final Map<UUID, Waiting> waiting = new ConcurrentHashMap<>();

    /**
     * Begins to wait.
     *
     * @return the append of the same entries that waits already, if there is one
     */
    Optional<Waiting> earlier(Waiting mine) {
        return Optional.ofNullable(waiting.putIfAbsent(id(mine), mine));
    }

    private static UUID id(Waiting one) {
        return one.entries.getFirst().entry().id();
    }

    static Waiting of(List<PendingEntry> entries) {
        return new Waiting(entries);
    }

    void forget(Waiting one) {
        waiting.remove(id(one), one);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The entries that somebody here waits for, if these are the same, byte for byte. */
    Optional<List<PendingEntry>> entriesOf(ServerAppend append) {
        Waiting one = waiting.get(append.id());
        return one != null && one.isOf(append) ? Optional.of(one.entries) : Optional.empty();
    }

    /**
     * Tells the verdict, which is final now, to whoever waits for it.
     *
     * @return whether somebody has waited
     */
    boolean tell(ServerAppend append, AppendResult result) {
        Waiting one = waiting.get(append.id());
        if (one == null) {
            return false;
        }
        if (one.isOf(append)) {
            one.done.complete(told(one, result));
        } else if (result instanceof Appended) {
            one.done.complete(one.standsAlready());
        }
        return true;
    }

    /** A conflict is told with the entry of the one who waits. */
    private static AppendResult told(Waiting one, AppendResult result) {
        return result instanceof Conflicted(var ignored, String sentence)
                ? new Conflicted(one.entries.getFirst().entry(), sentence)
                : result;
    }

    /** There will be no verdicts any more. */
    void fail(StoreException failure) {
        waiting.values().forEach(one -> one.done.completeExceptionally(failure));
    }
}
