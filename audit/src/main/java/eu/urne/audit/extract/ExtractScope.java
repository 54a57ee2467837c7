package eu.urne.audit.extract;

import eu.urne.audit.event.CouncilEvent.SeatsOffered;
import eu.urne.audit.event.Event;
import eu.urne.audit.event.MotionEvent.MotionDeclared;
import eu.urne.audit.event.MotionEvent.MotionPut;
import eu.urne.audit.event.MotionEvent.MotionWithdrawn;
import eu.urne.audit.event.MotionEvent.VoteOpened;
import eu.urne.audit.event.PollEvent.PollSealed;
import eu.urne.audit.extract.ExtractSubject.OfMotion;
import eu.urne.audit.extract.ExtractSubject.OfPoll;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries belong into evidence of one poll or one motion, told from entries that come in the order of the log:
 * draws and polls are named by an event before their own first entry.
 */
public final class ExtractScope {
    private final ExtractSubject subject;
    private final Set<String> streams = new HashSet<>(Set.of("log/public"));
    private final Set<String> prefixes = new HashSet<>();
    private boolean known;
    private boolean decided;
    private @Nullable String poll;
    private boolean sealed;

    /** Begins before the first entry. */
    public ExtractScope(ExtractSubject subject) {
        this.subject = subject;
        switch (subject) {
            case OfPoll(String id) -> addPoll(id);
            case OfMotion(String council, String motion) -> {
                streams.add("council/" + council);
                streams.add("motion/" + council + "/" + motion);
                prefixes.addAll(
                        Set.of("meeting/" + council + "/", "minutes/" + council + "/", "signer/" + council + "/"));
            }
        }
    }

    private void addPoll(String id) {
        poll = id;
        streams.add("poll/" + id);
        prefixes.add("ballot/" + id + "/");
    }

    /**
     * Tells whether events of a stream can name further streams, or end what the evidence is of: these are to be given
     * to {@link #takes}.
     */
    public static boolean matters(@Nullable String stream) {
        return stream != null
                && (stream.startsWith("council/") || stream.startsWith("motion/") || stream.startsWith("poll/"));
    }

    /**
     * Takes the next entry; tells whether it belongs.
     *
     * @param stream of the entry; null if it has none
     * @param event what it says; null if that {@linkplain #matters does not matter} or cannot be read
     */
    public boolean takes(@Nullable String stream, @Nullable Event event) {
        if (stream == null || !holds(stream)) {
            return false;
        }
        switch (event) {
            case SeatsOffered offered -> streams.add("draw/" + offered.draw());
            case MotionPut put -> known = true;
            case VoteOpened opened ->
                Optional.ofNullable(opened.division().poll()).ifPresent(this::addPoll);
            case MotionDeclared declared -> decided = true;
            case MotionWithdrawn withdrawn -> decided = true;
            case PollSealed closing -> sealed = true;
            case null, default -> {}
        }
        known |= stream.equals("poll/" + poll);
        return true;
    }

    private boolean holds(String stream) {
        return streams.contains(stream) || prefixes.stream().anyMatch(stream::startsWith);
    }

    /** How far what the evidence is of has come. */
    public enum State {
        /** It is not there. */
        UNKNOWN,
        /** A motion that is not decided. */
        UNDECIDED,
        /** A poll, or that of a secret vote, which is not sealed. */
        UNSEALED,
        /** All that evidence needs is there. */
        ENDED
    }

    /** Tells how far it has come by the entries taken. */
    public State state() {
        if (!known) {
            return State.UNKNOWN;
        }
        if (subject instanceof OfMotion && !decided) {
            return State.UNDECIDED;
        }
        return poll == null || sealed ? State.ENDED : State.UNSEALED;
    }
}
