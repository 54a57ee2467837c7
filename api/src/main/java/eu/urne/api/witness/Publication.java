package eu.urne.api.witness;

import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SequencedLog;
import java.util.Optional;

/** Which checkpoint of the public log the outside sees. */
public interface Publication extends AutoCloseable {

    /** The checkpoint to be shown; empty while the first one waits for its witnesses. */
    Optional<SizedNote> checkpoint();

    /** Why the latest checkpoint is not the one that is shown, as a sentence; empty if it is, or will be at once. */
    Optional<String> waiting();

    @Override
    void close();

    /**
     * Every checkpoint is shown as soon as it is signed: without witnesses. Nodes that share a database show the latest
     * of any of them.
     */
    static Publication immediate(SequencedLog log) {
        return new Publication() {
            @Override
            public Optional<SizedNote> checkpoint() {
                return Optional.of(log.latestCheckpoint(LogName.PUBLIC));
            }

            @Override
            public Optional<String> waiting() {
                return Optional.empty();
            }

            @Override
            public void close() {
                // nothing runs
            }
        };
    }
}
