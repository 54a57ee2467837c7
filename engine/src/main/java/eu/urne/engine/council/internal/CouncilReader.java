package eu.urne.engine.council.internal;

import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesCommand;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.Signer;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads councils, their draws, meetings and motions straight from the log. */
public final class CouncilReader {

    private static final int PAGE = 512;

    private final LogReader log;
    private final EventSerializer serializer;

    /** A reader of this log. */
    public CouncilReader(LogReader log, EventSerializer serializer) {
        this.log = log;
        this.serializer = serializer;
    }

    /** A state and the number of events that led to it. */
    public record Counted<T>(T state, long events) {}

    /** The council as the log has it now. */
    public Counted<Council> council(CouncilId id) {
        Council[] council = {new Council.Unestablished()};
        long events = forEachEvent(id.stream(), event -> council[0] = council[0].after((CouncilEvent) event));
        return new Counted<>(council[0], events);
    }

    /** The draw as the log has it now. */
    public CouncilDraw draw(DrawId id) {
        CouncilDraw[] draw = {new CouncilDraw.Unannounced()};
        forEachEvent(id.stream(), event -> draw[0] = draw[0].after((DrawEvent) event));
        return draw[0];
    }

    /** The meeting as the log has it now. */
    public Counted<Meeting> meeting(CouncilId council, MeetingId id) {
        Meeting[] meeting = {new Meeting.Uncalled()};
        long events = forEachEvent(id.stream(council), event -> meeting[0] = meeting[0].after((MeetingEvent) event));
        return new Counted<>(meeting[0], events);
    }

    /** The motion as the log has it now. */
    public Motion motion(CouncilId council, MotionId id) {
        Motion[] motion = {new Motion.Unput()};
        forEachEvent(id.stream(council), event -> motion[0] = motion[0].after((MotionEvent) event));
        return motion[0];
    }

    /** The minutes of a meeting as the log has them now. */
    public Minutes minutes(CouncilId council, MeetingId meeting) {
        Minutes[] minutes = {new Minutes.Undrafted()};
        forEachEvent(
                MinutesCommand.stream(council, meeting), event -> minutes[0] = minutes[0].after((MinutesEvent) event));
        return minutes[0];
    }

    /** The signer as the log has it now. */
    public Signer signer(CouncilId council, SignerId id) {
        Signer[] signer = {new Signer.Unnamed()};
        forEachEvent(id.stream(council), event -> signer[0] = signer[0].after((SignerEvent) event));
        return signer[0];
    }

    /** The leaf hashes of a stream's entries. */
    List<byte[]> leaves(String stream) {
        List<byte[]> leaves = new ArrayList<>();
        forEachEntry(stream, stored -> leaves.add(TreeHash.leaf(stored.sealed())));
        return leaves;
    }

    /** The ids of the motions of a council. */
    public List<MotionId> motions(CouncilId council) {
        String prefix = "motion/" + council + "/";
        return log.streams(prefix).stream()
                .map(stream -> new MotionId(stream.substring(prefix.length())))
                .toList();
    }

    /** The counts of a secret vote; empty before the outcome of its poll. */
    public Optional<VoteCount> secret(PollId poll) {
        VoteCount[] votes = {null};
        forEachEvent(poll.stream(), event -> {
            if (event instanceof ScoresDeclared scores) {
                votes[0] = count(scores.scores().getFirst());
            }
        });
        return Optional.ofNullable(votes[0]);
    }

    private static VoteCount count(OptionVerdict verdict) {
        return switch (verdict) {
            case OptionVerdict.Carried carried ->
                new VoteCount((int) carried.score(), (int) carried.against(), (int) carried.abstained());
            case OptionVerdict.Lost lost ->
                new VoteCount((int) lost.score(), (int) lost.against(), (int) lost.abstained());
            default -> throw new IllegalStateException("a secret vote on a motion is counted as a motion");
        };
    }

    private long forEachEvent(String stream, Consumer<Object> consumer) {
        return forEachEntry(stream, stored -> consumer.accept(serializer.event(EntryCodec.read(stored.sealed()))));
    }

    private long forEachEntry(String stream, Consumer<StoredEntry> consumer) {
        long seq = 0;
        List<StoredEntry> page;
        do {
            page = log.stream(stream, seq, PAGE);
            page.forEach(consumer);
            seq += page.size();
        } while (page.size() == PAGE);
        return seq;
    }
}
