package eu.urne.engine.store;

import eu.urne.engine.log.Signer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** The growing ends of both logs. */
final class LogHeads {

    private final Map<LogName, LogHead> heads = new EnumMap<>(LogName.class);

    /**
     * Loads the ends of the stored logs.
     *
     * @param sink where full tiles are put while the logs grow
     */
    LogHeads(Map<LogName, Signer> signers, LogReader reader, BatchWriter sink) {
        signers.forEach((name, signer) -> heads.put(name, new LogHead(name, signer, reader, sink)));
    }

    Collection<LogHead> all() {
        return heads.values();
    }

    LogHead of(LogName log) {
        LogHead head = heads.get(log);
        if (head == null) {
            throw new IllegalStateException("no log " + log);
        }
        return head;
    }
}
