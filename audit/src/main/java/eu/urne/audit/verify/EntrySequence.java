package eu.urne.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.Check;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.entry.EntryId;
import eu.urne.audit.event.CandidacyEvent;
import eu.urne.audit.event.ConsentRecorded;
import eu.urne.audit.event.CouncilEvent;
import eu.urne.audit.event.DrawEvent;
import eu.urne.audit.event.Event;
import eu.urne.audit.event.GatheringEvent;
import eu.urne.audit.event.LogEvent;
import eu.urne.audit.event.MeetingEvent;
import eu.urne.audit.event.MinutesEvent;
import eu.urne.audit.event.MotionEvent;
import eu.urne.audit.event.PaperEvent;
import eu.urne.audit.event.PollEvent;
import eu.urne.audit.event.QuestionnaireEvent;
import eu.urne.audit.event.RegisterEvent;
import eu.urne.audit.event.SignerEvent;
import eu.urne.audit.event.UnlistedEvent;
import eu.urne.audit.verify.ReadEntry.Fault;
import eu.urne.audit.verify.ReadEntry.SignatureState;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The checks of entries that depend on those before them: checks 4, 5 and 7, and the way to the polls. */
final class EntrySequence {
    private final KeyRing keys;
    private final EntryWork work;
    private final KeyChanges changes;
    private final PollBook polls;
    private final RegisterBook registers;
    private final CandidacyBook candidacies;
    private final CouncilBook councils;
    private final ConsultBook consultations;
    private final Findings findings;
    private final DigestSet ids = new DigestSet();
    private final DigestTable streams = new DigestTable();
    private final SortedMap<String, Long> notExamined = new TreeMap<>();
    private String lastCause = "";
    private long lastIndex;
    private int eventOfCommand;

    EntrySequence(
            KeyRing keys,
            EntryWork work,
            PollBook polls,
            RegisterBook registers,
            CandidacyBook candidacies,
            CouncilBook councils,
            ConsultBook consultations,
            Findings findings) {
        this.keys = keys;
        this.work = work;
        this.changes = new KeyChanges(keys, findings);
        this.polls = polls;
        this.registers = registers;
        this.candidacies = candidacies;
        this.councils = councils;
        this.consultations = consultations;
        this.findings = findings;
    }

    /** Gives the number of entries by type that no check covers. */
    SortedMap<String, Long> notExamined() {
        return notExamined;
    }

    /** Gives the origin of the log that this one continues, or nothing. */
    String replaces() {
        return changes.replaces();
    }

    void accept(ReadEntry read) {
        Fault fault = read.fault();
        if (fault != null) {
            findings.entry(fault.check(), read.index(), fault.text());
        }
        Entry entry = read.entry();
        if (entry == null) {
            lastCause = "";
            return;
        }
        checkId(read.index(), entry);
        checkStream(read.index(), entry);
        checkSignature(read, entry);
        Event event = read.event();
        changes.checkGenesis(read.index(), event);
        polls.collect(entry.stream(), read.leaf());
        councils.collect(entry.stream(), read.index(), read.leaf());
        if (event == null) {
            polls.giveUp(entry);
            councils.giveUp(entry.stream());
            consultations.giveUp(entry.stream());
        } else {
            dispatch(read, entry, event);
        }
    }

    /** Of an extract, an entry behind a gap is the first of its command. */
    private void checkId(long index, Entry entry) {
        boolean goesOn = entry.cause().equals(lastCause) && index == lastIndex + 1;
        eventOfCommand = goesOn ? eventOfCommand + 1 : 0;
        lastCause = entry.cause();
        lastIndex = index;
        if (!EntryId.of(entry.cause(), eventOfCommand).equals(entry.id())) {
            findings.entry(
                    Check.ENTRIES,
                    index,
                    "the id does not follow from the cause for event " + eventOfCommand + " of its command");
        }
        if (!ids.addGrowing(Digest128.of(entry.id().getBytes(UTF_8)))) {
            findings.entry(Check.ENTRIES, index, "the id " + entry.id() + " stands in an earlier entry already");
        }
    }

    private void checkStream(long index, Entry entry) {
        String stream = entry.stream();
        if (stream == null) {
            return;
        }
        boolean ofRegister = stream.startsWith("register/") || stream.equals(KeyChanges.REGISTER_STREAM);
        if (ofRegister != changes.isRegisterLog()) {
            findings.entry(
                    Check.ENTRIES,
                    index,
                    "the stream '" + stream + "' does not belong to the "
                            + (changes.isRegisterLog() ? "register" : "public") + " log");
        }
        Digest128 key = Digest128.of(stream.getBytes(UTF_8));
        long next = Math.max(0, streams.get(key));
        if (entry.seq() != next) {
            findings.entry(
                    Check.ENTRIES,
                    index,
                    "the number in the stream '" + stream + "' is " + entry.seq() + " instead of " + next);
        }
        streams.put(key, entry.seq() + 1);
    }

    private void checkSignature(ReadEntry read, Entry entry) {
        Optional<KeyRing.Term> term = keys.find(entry.keyId());
        if (term.isEmpty() || !term.get().covers(read.index())) {
            String state = term.isEmpty() ? "is not known" : "is not in force here";
            findings.entry(Check.SIGNATURES, read.index(), "the key " + entry.keyId() + " " + state);
            return;
        }
        boolean good = read.signature() == SignatureState.KEY_NOT_YET_KNOWN
                ? work.isSigned(entry, term.get().key())
                : read.signature() == SignatureState.GOOD;
        if (!good) {
            findings.entry(
                    Check.SIGNATURES, read.index(), "the signature of the key " + entry.keyId() + " does not fit");
        }
    }

    private void dispatch(ReadEntry read, Entry entry, Event event) {
        long index = read.index();
        if (!StreamRule.allows(event, entry, changes.logStream())) {
            findings.entry(
                    checkOf(event),
                    index,
                    "an event of type " + entry.type().text() + " does not belong into the stream '" + entry.stream()
                            + "' as number " + entry.seq());
        }
        switch (event) {
            case LogEvent log -> changes.accept(index, log);
            case PollEvent.BallotCast ballot -> polls.cast(read, ballot.ballot());
            case PollEvent poll -> polls.accept(place(index, entry), poll);
            case PaperEvent paper -> polls.paper(place(index, entry), paper);
            case RegisterEvent register -> registers.accept(index, register);
            case CandidacyEvent candidacy -> candidacies.accept(index, candidacy);
            case CouncilEvent council -> councils.accept(place(index, entry), council);
            case DrawEvent draw -> councils.draws().accept(place(index, entry), draw);
            case MeetingEvent meeting -> councils.accept(place(index, entry), meeting);
            case MotionEvent motion -> councils.accept(place(index, entry), motion);
            case SignerEvent signer -> councils.accept(place(index, entry), signer);
            case MinutesEvent minutes -> councils.accept(place(index, entry), minutes);
            case QuestionnaireEvent questionnaire -> consultations.accept(place(index, entry), questionnaire);
            case GatheringEvent gathering -> consultations.accept(place(index, entry), gathering);
            case ConsentRecorded consent -> {} // its stream says everything
            case UnlistedEvent unlisted -> unlisted(index, unlisted);
        }
    }

    private static Check checkOf(Event event) {
        return switch (event) {
            case LogEvent log -> Check.GENESIS;
            case CouncilEvent council -> Check.COUNCILS;
            case DrawEvent draw -> Check.COUNCILS;
            case CandidacyEvent candidacy -> Check.COUNCILS;
            case MeetingEvent meeting -> Check.COUNCILS;
            case MotionEvent motion -> Check.COUNCILS;
            case SignerEvent signer -> Check.COUNCILS;
            case MinutesEvent minutes -> Check.COUNCILS;
            case QuestionnaireEvent questionnaire -> Check.CONSULTATIONS;
            case GatheringEvent gathering -> Check.CONSULTATIONS;
            case UnlistedEvent unlisted -> checkOf(unlisted.context());
            case PaperEvent paper -> Check.POLLS;
            case PollEvent poll -> Check.POLLS;
            case RegisterEvent register -> Check.POLLS;
            case ConsentRecorded consent -> Check.POLLS;
        };
    }

    private static Check checkOf(String context) {
        return switch (context) {
            case "council" -> Check.COUNCILS;
            case "consult" -> Check.CONSULTATIONS;
            default -> Check.POLLS;
        };
    }

    private static Place place(long index, Entry entry) {
        return new Place(index, entry.cause(), entry.by(), entry.at());
    }

    private void unlisted(long index, UnlistedEvent event) {
        if (event.isOfListedContext()) {
            findings.entry(checkOf(event), index, "the type " + event.type() + " is none of this version");
        } else {
            notExamined.merge(event.type(), 1L, Long::sum);
        }
    }
}
