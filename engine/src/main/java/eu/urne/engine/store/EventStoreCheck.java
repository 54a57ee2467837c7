package eu.urne.engine.store;

import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.Signer;
import eu.urne.engine.store.LogReader.SizedNote;
import io.kurrent.dbclient.RecordedEvent;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is looked at before a node goes on from a server: nothing is written until all of it fits together. */
final class EventStoreCheck {

    private final EventStoreLink link;
    private final ServerStreams streams;
    private final Map<LogName, Signer> signers;

    EventStoreCheck(EventStoreLink link, ServerStreams streams, Map<LogName, Signer> signers) {
        this.link = link;
        this.streams = streams;
        this.signers = signers;
    }

    /**
     * Looks whether the server lets us in, and whether the logs there are ours.
     *
     * @return revision of the last seal there, -1 where there is none
     * @throws StoreException in one sentence, if not
     */
    long server() {
        Optional<RecordedEvent> last = link.last(streams.seals());
        link.readAll();
        signers.forEach((log, signer) ->
                link.first(streams.of(log.stream())).ifPresent(genesis -> checkKey(genesis.getEventData(), signer)));
        return last.map(RecordedEvent::getRevision).orElse(-1L);
    }

    private static void checkKey(byte[] genesis, Signer signer) {
        String ours = signer.verifierKey().toString();
        String theirs;
        try {
            theirs = EntryCodec.read(genesis).data().path("key").asString("");
        } catch (RuntimeException e) {
            throw new StoreException(
                    "the first entry of " + signer.verifierKey().origin()
                            + " on EventStoreDB cannot be read: another program has written it",
                    e);
        }
        if (!theirs.equals(ours)) {
            throw new StoreException("the log " + signer.verifierKey().origin() + " on EventStoreDB has the key "
                    + theirs + ", not the one of this data folder, " + ours);
        }
    }

    /**
     * Looks whether the replica shows a beginning of what the server has.
     *
     * @param seals revision of the last seal in the replica, -1 where there is none
     * @throws StoreException in one sentence, if not
     */
    void replica(long seals, LogReader reader) {
        if (seals < 0 && reader.lastPosition() > 0) {
            throw new StoreException("the file of the replica has a log that does not come from EventStoreDB:"
                    + " copy it there with ./urne log copy, or move the file away");
        }
        if (seals < 0) {
            return;
        }
        Seal there = link.at(streams.seals(), seals)
                .map(event -> Seal.read(event.getEventData()))
                .orElseThrow(() -> new StoreException("EventStoreDB has less of the log than this node has seen"
                        + " sealed: it was set back, or it is another server; the log does not go on from there"));
        there.notes().forEach((log, note) -> {
            Optional<SizedNote> here = reader.checkpointCovering(log, note.size());
            if (!Objects.equals(here.map(SizedNote::note).orElse(""), note.note())) {
                throw new StoreException("EventStoreDB has another history of the log " + log.stream()
                        + " than this node has seen sealed; the log does not go on from there");
            }
        });
    }
}
