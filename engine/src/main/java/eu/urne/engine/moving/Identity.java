package eu.urne.engine.moving;

import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogPresence;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a store has the installation of a data folder, and not another one whose address was given by mistake. */
public final class Identity {

    private Identity() {}

    /**
     * Compares the last checkpoints of both logs with the keys of the folder, and the origin of each set of tables in
     * PostgreSQL with that of the folder. Nothing is written. EventStoreDB compares by itself when it is read.
     *
     * @param folder with {@code origin} and {@code keys}
     * @throws StoreException in one sentence, if they are of another installation, or the log is not there
     */
    public static void check(StoreSettings stores, Path folder, List<SideTables> sides) {
        Map<LogName, Signer> signers = new NodeFolder(folder).signers();
        Place place = new Place(stores, folder);
        if (signers.size() < LogName.values().length) {
            throw new StoreException("the keys of the log are missing in " + folder.resolve(Backup.KEYS));
        }
        if (!(stores instanceof StoreSettings.EventStoreDb)) {
            checkLog(place, signers);
        }
        Origin origin = signers.get(LogName.PUBLIC).verifierKey().origin();
        for (SideTables tables : sides) {
            Optional<String> theirs = place.store(tables).origin();
            if (theirs.isPresent() && !theirs.get().equals(origin.toString())) {
                throw new StoreException(place.store(tables) + " is that of the installation " + theirs.get()
                        + ", not of " + origin + ", which is in " + folder);
            }
        }
    }

    private static void checkLog(Place place, Map<LogName, Signer> signers) {
        if (!LogPresence.isThere(place.stores(), place.folder().resolve(Backup.LOG))) {
            throw new StoreException("there is no log in " + place);
        }
        try (StoredLog log = SqlStoredLog.open(InstallationCopy.target(place))) {
            signers.forEach((name, signer) -> check(place, name, log.lastCheckpoint(name), signer));
        }
    }

    private static void check(Place place, LogName log, Optional<SizedNote> last, Signer signer) {
        try {
            if (last.isPresent()) {
                Checkpoint.verify(last.get().note(), signer.verifierKey());
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "the " + EntryRow.word(log) + " log in " + place + " is not signed under the keys" + " of "
                            + place.folder() + ": it is another installation, or the keys are",
                    e);
        }
        throw new StoreException("the " + EntryRow.word(log) + " log in " + place + " has no checkpoint: it is not"
                + " whole, or its server never started");
    }
}
