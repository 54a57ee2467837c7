package eu.urne.engine.moving;

import eu.urne.engine.moving.Finding.Kind;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.LogTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds a node's replica of a log in EventStoreDB against what was derived from the server anew. */
public final class ReplicaCheck {

    private static final int PAGE = 1_024;

    private ReplicaCheck() {}

    /**
     * A report with what differs in the replica, which may end before or behind what was derived.
     *
     * @param replica a file; may not be there
     */
    public static LogCheck.Report compared(LogCheck.Report report, Path replica, LogTables derived) {
        if (!Files.exists(replica)) {
            return report;
        }
        List<Finding> more = new ArrayList<>(report.findings());
        try (StoredLog here = SqlStoredLog.open(new LogTables.File(replica));
                StoredLog there = SqlStoredLog.open(derived)) {
            if (!haveTheSameBeginning(here, there)) {
                more.add(new Finding(
                        Kind.INSTALLATION,
                        "the replica " + replica + " has not what the server has: stop the node and delete the file,"
                                + " it is made anew"));
            }
        }
        long count = report.count() + more.size() - report.findings().size();
        return new LogCheck.Report(more, count, report.canBeRebuilt() && count == report.count(), report.ends());
    }

    private static boolean haveTheSameBeginning(StoredLog here, StoredLog there) {
        Pages<EntryRow> ours = new Pages<>(last -> here.entries(last == null ? 0 : last.position(), PAGE));
        Pages<EntryRow> theirs = new Pages<>(last -> there.entries(last == null ? 0 : last.position(), PAGE));
        while (ours.hasNext() && theirs.hasNext()) {
            if (!ours.next().equals(theirs.next())) {
                return false;
            }
        }
        for (LogName log : LogName.values()) {
            Pages<SizedNote> kept = new Pages<>(last -> here.checkpoints(log, last == null ? 0 : last.size(), PAGE));
            Pages<SizedNote> sealed = new Pages<>(last -> there.checkpoints(log, last == null ? 0 : last.size(), PAGE));
            while (kept.hasNext() && sealed.hasNext()) {
                if (!kept.next().equals(sealed.next())) {
                    return false;
                }
            }
        }
        return true;
    }
}
