package eu.urne.api.site;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingCall;
import eu.urne.engine.council.MeetingEvent.QuorumEvaluated;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesEvent.MinutesCorrected;
import eu.urne.engine.council.MinutesEvent.MinutesSigned;
import eu.urne.engine.council.MinutesNote;
import eu.urne.engine.council.MinutesVersion;
import eu.urne.engine.council.Presence;
import eu.urne.engine.council.SignerEvent.SignerKeyRegistered;
import eu.urne.engine.council.SignerTerms;
import eu.urne.projections.MeetingView;
import eu.urne.projections.MinutesView;
import eu.urne.projections.MotionView;
import eu.urne.projections.SignerView;
import eu.urne.projections.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Minutes as they are read: facts of the log, and notes. Seats are numbers; who sits there stands in the city's record.
 *
 * @param chair a seat, or 0
 * @param attendance seats, by how they attended last
 * @param proxies seats that voted for others, by those others
 * @param quorum as it was evaluated, in order
 * @param items of the agenda, in its order
 * @param motions put to the meeting that stand under no item
 * @param whole the note on the meeting; null for none
 * @param corrections of this version and those before
 * @param signatures of this version
 */
public record MinutesStory(
        MeetingCall call,
        int version,
        int chair,
        int held,
        SortedMap<Presence, List<Integer>> attendance,
        SortedMap<Integer, Integer> proxies,
        List<QuorumEvaluated> quorum,
        List<Item> items,
        List<Motion> motions,
        @Nullable BlobHash whole,
        List<MinutesCorrected> corrections,
        List<Signature> signatures) {

    /**
     * An item of the agenda.
     *
     * @param note what was said; null for nothing
     * @param motion that was voted on; null for none
     */
    public record Item(
            AgendaItem item,
            @Nullable BlobHash note,
            @Nullable Motion motion) {}

    /** A motion as it stood when the minutes were written. */
    public record Motion(MotionView view, MotionStory story) {}

    /**
     * Who stands by it.
     *
     * @param key number of the key, and its first 16 hex digits
     */
    public record Signature(SignerTerms by, int key, String fingerprint, long atMs) {}

    /** All that minutes are told from. */
    record Sources(MeetingView meeting, List<MotionView> motions, MinutesView minutes, List<SignerView> signers) {}

    /** The story of a version of minutes. */
    static MinutesStory of(Sources sources, Minutes.Known minutes) {
        MinutesVersion version = minutes.latest();
        Meeting.Facts facts = sources.meeting.meeting().facts();
        Map<String, Motion> motions = new TreeMap<>();
        sources.motions.forEach(view -> motions.put(view.id().value(), motion(view, version)));
        List<Item> items = items(facts, version, motions);
        Meeting.Closed closed = (Meeting.Closed) sources.meeting.meeting();
        return new MinutesStory(
                facts.call(),
                version.version(),
                closed.chair(),
                closed.held().size(),
                attendance(closed),
                facts.proxies(),
                all(sources.meeting.history(), QuorumEvaluated.class).toList(),
                items,
                List.copyOf(motions.values()),
                note(version, null),
                all(sources.minutes.history(), MinutesCorrected.class)
                        .filter(corrected -> corrected.version() <= version.version())
                        .toList(),
                sources.minutes.history().stream()
                        .flatMap(told -> signature(told, version, sources.signers).stream())
                        .toList());
    }

    /** All texts that it names. */
    Stream<BlobHash> texts() {
        return Stream.of(
                        Stream.ofNullable(whole),
                        items.stream().map(Item::note).filter(Objects::nonNull),
                        items.stream().map(item -> item.item().text()).filter(Objects::nonNull),
                        Stream.concat(motions.stream(), items.stream().map(Item::motion))
                                .filter(Objects::nonNull)
                                .flatMap(motion -> motion.story().texts()))
                .flatMap(each -> each);
    }

    private static Motion motion(MotionView view, MinutesVersion version) {
        int events = version.facts().motions().stream()
                .filter(each -> each.motion().equals(view.id()))
                .mapToInt(each -> (int) each.events())
                .findFirst()
                .orElse(view.history().size());
        MotionView then = new MotionView(
                view.council(),
                view.id(),
                view.motion(),
                view.terms(),
                view.history().subList(0, events));
        return new Motion(then, MotionStory.of(then));
    }

    /** The items in the published order; a motion that one names stands with it, and is taken from the others. */
    private static List<Item> items(Meeting.Facts facts, MinutesVersion version, Map<String, Motion> motions) {
        List<Item> items = new ArrayList<>();
        for (String id : facts.published()) {
            facts.agenda().stream().filter(item -> item.id().equals(id)).forEach(item -> {
                Motion motion = item.motion() == null
                        ? null
                        : motions.remove(item.motion().value());
                items.add(new Item(item, note(version, id), motion));
            });
        }
        return items;
    }

    private static @Nullable BlobHash note(MinutesVersion version, @Nullable String item) {
        return version.notes().stream()
                .filter(note -> Objects.equals(note.item(), item))
                .map(MinutesNote::text)
                .findFirst()
                .orElse(null);
    }

    private static SortedMap<Presence, List<Integer>> attendance(Meeting.Closed closed) {
        SortedMap<Presence, List<Integer>> attendance = new TreeMap<>();
        closed.held().forEach(seat -> attendance
                .computeIfAbsent(
                        closed.facts().attendance().getOrDefault(seat, Presence.ABSENT), presence -> new ArrayList<>())
                .add(seat));
        return attendance;
    }

    private static Optional<Signature> signature(Told<?> told, MinutesVersion version, List<SignerView> signers) {
        return told.event() instanceof MinutesSigned signed && signed.version() == version.version()
                ? signers.stream()
                        .filter(signer -> signer.id().equals(signed.signer()))
                        .map(signer -> new Signature(
                                signer.signer().terms(), signed.key(), fingerprint(signer, signed.key()), told.atMs()))
                        .findFirst()
                : Optional.empty();
    }

    private static String fingerprint(SignerView signer, int number) {
        return all(signer.history(), SignerKeyRegistered.class)
                .filter(registered -> registered.number() == number)
                .map(registered -> registered.key().hex().substring(0, 16))
                .findFirst()
                .orElse("");
    }

    private static <E, T> Stream<T> all(List<Told<E>> history, Class<T> type) {
        return history.stream().map(Told::event).filter(type::isInstance).map(type::cast);
    }
}
