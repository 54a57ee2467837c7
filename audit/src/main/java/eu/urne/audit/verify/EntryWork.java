package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.event.Event;
import eu.urne.audit.event.EventReader;
import eu.urne.audit.event.PollEvent;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TreeHash;
import eu.urne.audit.verify.ReadEntry.Cast;
import eu.urne.audit.verify.ReadEntry.Fault;
import eu.urne.audit.verify.ReadEntry.SignatureState;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks of one entry that need no other entry: form, data, signatures. Any thread may run them. */
final class EntryWork {
    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    private final KeyRing keys;

    EntryWork(KeyRing keys) {
        this.keys = keys;
    }

    ReadEntry read(long index, byte[] bytes) {
        Bytes leaf = Bytes.of(TreeHash.leaf(bytes));
        try {
            Entry entry = EntryReader.read(bytes);
            return read(index, leaf, entry);
        } catch (MalformedException e) {
            Fault fault = new Fault(Check.ENTRIES, e.getMessage());
            return new ReadEntry(index, leaf, null, null, SignatureState.BAD, null, fault);
        }
    }

    private ReadEntry read(long index, Bytes leaf, Entry entry) {
        SignatureState signature = signature(entry);
        Entry slim = slim(entry, signature == SignatureState.KEY_NOT_YET_KNOWN);
        try {
            Event event = EventReader.read(entry.type(), entry.data());
            return new ReadEntry(index, leaf, slim, event, signature, cast(event, entry), null);
        } catch (MalformedException e) {
            Fault fault = new Fault(checkOf(entry.type()), e.getMessage());
            return new ReadEntry(index, leaf, slim, null, signature, null, fault);
        }
    }

    private SignatureState signature(Entry entry) {
        Optional<KeyRing.Term> term = keys.find(entry.keyId());
        if (term.isEmpty()) {
            return SignatureState.KEY_NOT_YET_KNOWN;
        }
        return isSigned(entry, term.get().key()) ? SignatureState.GOOD : SignatureState.BAD;
    }

    /** Verifies the signature of an entry (docs/formats/log.md, section 3). */
    boolean isSigned(Entry entry, Ed25519Key key) {
        byte[] prefix = ("urne-entry-v1\n" + keys.genesis().name() + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] unsigned = entry.unsigned().array();
        byte[] message = new byte[prefix.length + unsigned.length];
        System.arraycopy(prefix, 0, message, 0, prefix.length);
        System.arraycopy(unsigned, 0, message, prefix.length, unsigned.length);
        return key.verifies(message, entry.signature().array());
    }

    private static @Nullable Cast cast(Event event, Entry entry) {
        if (!(event instanceof PollEvent.BallotCast(Ballot ballot))) {
            return null;
        }
        return new Cast(
                Digest128.of(ballot.token().array()),
                Digest128.of(ballot.encapsulated().array()),
                ballot.isSigned(),
                ballot.id().equals(entry.cause()));
    }

    private static Check checkOf(EventType type) {
        if (type.context().equals("log")) {
            return Check.GENESIS;
        }
        if (type.context().equals("council")) {
            return Check.COUNCILS;
        }
        if (type.context().equals("consult")) {
            return Check.CONSULTATIONS;
        }
        return type.text().equals("urne.poll.BallotCast.v1") ? Check.BALLOTS : Check.POLLS;
    }

    /** Leaves out what later checks do not need, so that bundles that wait stay small. */
    private static Entry slim(Entry entry, boolean keepUnsigned) {
        return new Entry(
                entry.id(),
                entry.stream(),
                entry.seq(),
                entry.type(),
                entry.at(),
                entry.by(),
                entry.cause(),
                new Json.JsonNull(),
                entry.keyId(),
                entry.signature(),
                keepUnsigned ? entry.unsigned() : NOTHING);
    }
}
