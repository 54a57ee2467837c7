package eu.urne.api.site;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.Agenda;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingEvent.AgendaItemAdded;
import eu.urne.engine.council.MeetingEvent.AgendaItemWithdrawn;
import eu.urne.engine.council.MeetingEvent.MeetingCalledOff;
import eu.urne.engine.council.MeetingEvent.MeetingOpened;
import eu.urne.engine.council.MeetingEvent.QuorumEvaluated;
import eu.urne.engine.council.Presence;
import eu.urne.projections.MeetingView;
import eu.urne.projections.Told;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it was told: numbers of members, never who.
 *
 * @param agenda in its order
 * @param published whether it is the agenda as it was published
 * @param withdrawn what was taken off it
 * @param attendance how many members, by how they attend
 * @param proxies how many were given
 * @param held seats held on the day; null before the opening
 * @param quorum as it was evaluated last; null before
 * @param calledOff why there is no meeting; null where there is one
 */
public record MeetingStory(
        List<AgendaItem> agenda,
        boolean published,
        List<Withdrawn> withdrawn,
        Map<Presence, Integer> attendance,
        int proxies,
        @Nullable Integer held,
        @Nullable QuorumEvaluated quorum,
        @Nullable String calledOff) {

    /** What was taken off the agenda. */
    public record Withdrawn(String title, String reason) {}

    /** The story of a meeting. */
    public static MeetingStory of(MeetingView view) {
        Meeting.Facts facts = view.meeting().facts();
        List<Told<MeetingEvent>> history = view.history();
        Map<String, AgendaItem> items =
                facts.agenda().stream().collect(Collectors.toMap(AgendaItem::id, Function.identity()));
        List<String> order = facts.published().isEmpty()
                ? Agenda.order(facts.procedure().agenda(), facts.agenda())
                : facts.published();
        Map<Presence, Integer> attendance = new EnumMap<>(Presence.class);
        facts.attendance().values().forEach(as -> attendance.merge(as, 1, Integer::sum));
        return new MeetingStory(
                order.stream().filter(items::containsKey).map(items::get).toList(),
                !facts.published().isEmpty(),
                withdrawn(history),
                attendance,
                facts.proxies().size(),
                last(history, MeetingOpened.class)
                        .map(opened -> opened.held().size())
                        .orElse(null),
                last(history, QuorumEvaluated.class).orElse(null),
                last(history, MeetingCalledOff.class)
                        .map(MeetingCalledOff::reason)
                        .orElse(null));
    }

    /** All texts that the agenda names. */
    public Stream<BlobHash> texts() {
        return agenda.stream().map(AgendaItem::text).filter(Objects::nonNull);
    }

    private static List<Withdrawn> withdrawn(List<Told<MeetingEvent>> history) {
        Map<String, String> titles = all(history, AgendaItemAdded.class)
                .collect(Collectors.toMap(
                        added -> added.item().id(), added -> added.item().title(), (first, second) -> second));
        return all(history, AgendaItemWithdrawn.class)
                .map(event -> new Withdrawn(titles.getOrDefault(event.item(), event.item()), event.reason()))
                .toList();
    }

    private static <T> Stream<T> all(List<Told<MeetingEvent>> history, Class<T> type) {
        return history.stream().map(Told::event).filter(type::isInstance).map(type::cast);
    }

    private static <T> Optional<T> last(List<Told<MeetingEvent>> history, Class<T> type) {
        return all(history, type).reduce((first, second) -> second);
    }
}
