package eu.urne.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.Check;
import eu.urne.audit.event.Event;
import eu.urne.audit.event.LogEvent;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Check 7: genesis and changes of keys (docs/formats/log.md, section 4). */
final class KeyChanges {
    /** Stream of the key changes of a register log. */
    static final String REGISTER_STREAM = "log/register";

    private static final String PUBLIC_STREAM = "log/public";

    private final KeyRing keys;
    private final Findings findings;
    private String replaces = "";

    KeyChanges(KeyRing keys, Findings findings) {
        this.keys = keys;
        this.findings = findings;
    }

    /** Tells whether this is a register log: its origin ends with {@code /register} (log.md, section 1). */
    boolean isRegisterLog() {
        return keys.genesis().name().endsWith("/register");
    }

    /** Gives the origin of the log that this one continues, or nothing. */
    String replaces() {
        return replaces;
    }

    /** Gives the stream of this log's own events. */
    String logStream() {
        return isRegisterLog() ? REGISTER_STREAM : PUBLIC_STREAM;
    }

    /** Checks that the genesis is entry 0 and nowhere else; the event is null if its data are wrong. */
    void checkGenesis(long index, @Nullable Event event) {
        if (index == 0 && !(event instanceof LogEvent.LogCreated)) {
            wrong(index, "the log does not begin with a genesis");
        }
        if (index > 0 && event instanceof LogEvent.LogCreated) {
            wrong(index, "a genesis stands here a second time");
        }
    }

    void accept(long index, LogEvent event) {
        switch (event) {
            case LogEvent.LogCreated created -> genesis(index, created);
            case LogEvent.KeyAdded added -> add(index, added);
            case LogEvent.KeyRetired retired -> retire(index, retired);
        }
    }

    private void genesis(long index, LogEvent.LogCreated created) {
        if (!created.key().equals(keys.genesis().toString())) {
            wrong(index, "the genesis names another key than the one that signs the checkpoints");
        }
        if (!created.origin().equals(keys.genesis().name())) {
            wrong(index, "the genesis has the origin '" + created.origin() + "', which is not that of the log");
        }
        LogEvent.Replaced replaced = created.replaces();
        if (replaced != null) {
            replaces = replaced.origin();
            checkReplaced(index, replaced);
        }
    }

    private void checkReplaced(long index, LogEvent.Replaced replaced) {
        try {
            Checkpoint last = Checkpoint.parse(
                    SignedNote.parse(replaced.checkpoint().getBytes(UTF_8)).text());
            if (!last.origin().equals(replaced.origin())
                    || replaced.origin().equals(keys.genesis().name())) {
                wrong(index, "the log that the genesis replaces is not the one of the checkpoint that it names");
            }
        } catch (MalformedException e) {
            wrong(index, "the checkpoint of the log that the genesis replaces " + e.getMessage());
        }
    }

    private void add(long index, LogEvent.KeyAdded added) {
        try {
            VerifierKey key = VerifierKey.parse(added.key());
            if (!key.name().equals(keys.genesis().name())) {
                wrong(index, "the added key has the name '" + key.name() + "' instead of the log's origin");
            } else if (!keys.add(key, index)) {
                wrong(index, "the added key has the id " + key.id() + ", which another key of the log has");
            }
        } catch (MalformedException e) {
            wrong(index, "the added key " + e.getMessage());
        }
    }

    private void retire(long index, LogEvent.KeyRetired retired) {
        boolean inForce =
                keys.find(retired.keyId()).filter(term -> term.covers(index)).isPresent();
        if (retired.keyId().equals(keys.genesis().id())) {
            wrong(index, "the genesis key is retired, which signs the checkpoints");
        } else if (!inForce) {
            wrong(index, "the retired key " + retired.keyId() + " is not in force");
        } else {
            keys.retire(retired.keyId(), index);
        }
    }

    private void wrong(long index, String text) {
        findings.entry(Check.GENESIS, index, text);
    }
}
