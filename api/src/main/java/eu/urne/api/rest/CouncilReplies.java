package eu.urne.api.rest;

import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.Tenure;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.projections.CouncilView;
import eu.urne.projections.DrawView;
import eu.urne.projections.MeetingView;
import eu.urne.projections.MotionView;
import eu.urne.projections.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What everybody is told of councils: seats and numbers, never names. */
final class CouncilReplies {

    private CouncilReplies() {}

    /** A council among others. */
    record CouncilSummary(
            CouncilId council,
            String title,
            String kind,
            @Nullable String district,
            int seats,
            int held) {

        static CouncilSummary of(CouncilView view, LocalDate day) {
            CouncilTerms terms = view.council().terms();
            return new CouncilSummary(
                    terms.council(),
                    terms.title(),
                    terms.kind(),
                    terms.district(),
                    terms.seats(),
                    view.council().held(day).size());
        }
    }

    /**
     * A seat on a day.
     *
     * @param holder who holds it on that day; null where nobody does
     * @param tenures of all days, in order
     */
    record SeatReply(int seat, @Nullable Tenure holder, List<Tenure> tenures) {

        static SeatReply of(Council.Established council, int seat, LocalDate day) {
            Optional<Tenure> holder = council.holder(seat, day);
            return new SeatReply(seat, holder.orElse(null), council.seats().getOrDefault(seat, List.of()));
        }
    }

    /**
     * A council.
     *
     * @param on the day of which the holders are told
     */
    record CouncilReply(
            CouncilTerms terms,
            LocalDate on,
            List<SeatReply> seats,
            List<DrawId> draws,
            List<MeetingId> meetings,
            List<MotionId> motions) {

        static CouncilReply of(CouncilView view, LocalDate day) {
            int last = Math.max(
                    view.council().terms().seats(),
                    view.council().seats().isEmpty()
                            ? 0
                            : view.council().seats().lastKey());
            return new CouncilReply(
                    view.council().terms(),
                    day,
                    IntStream.rangeClosed(1, last)
                            .mapToObj(seat -> SeatReply.of(view.council(), seat, day))
                            .toList(),
                    view.draws(),
                    view.meetings(),
                    view.motions());
        }
    }

    /** What happened, and when. */
    record Happened<E>(Instant at, String what, E event) {

        static <E> List<Happened<E>> of(List<Told<E>> history) {
            return history.stream()
                    .map(told -> new Happened<>(
                            Instant.ofEpochMilli(told.atMs()),
                            told.event().getClass().getSimpleName(),
                            told.event()))
                    .toList();
        }
    }

    /**
     * What is drawn from.
     *
     * @param candidates size of the pool
     * @param moments before which the values of the sources cannot exist
     */
    record LotsReply(int candidates, List<PublicRandomness> sources, List<Instant> moments) {

        static LotsReply of(CouncilDraw.Lots lots) {
            return new LotsReply(
                    lots.pool().size(),
                    lots.spec().randomness(),
                    lots.moments().stream().map(Instant::ofEpochMilli).toList());
        }
    }

    /**
     * Who was drawn, as indexes into the pool.
     *
     * @param values of the sources, as two persons have told them
     * @param seats in the order of the seats
     * @param reserve of each cell, in order
     * @param passedOver who is not seated any more
     */
    record DrawnReply(
            List<String> values,
            List<DrawEvent.GivenSeat> seats,
            Map<Integer, List<Integer>> reserve,
            SortedSet<Integer> passedOver,
            SortedMap<String, CouncilDraw.Places> roles) {

        static DrawnReply of(CouncilDraw.Drawn drawn) {
            return new DrawnReply(
                    drawn.values(),
                    drawn.seats(),
                    drawn.reserve(),
                    new TreeSet<>(drawn.passedOver()),
                    new TreeMap<>(drawn.roles()));
        }
    }

    /**
     * A draw; the pool itself stands in its document.
     *
     * @param lots null before the pool is frozen
     * @param drawn null before members are drawn
     */
    record DrawReply(
            DrawTerms terms,
            String state,
            @Nullable LotsReply lots,
            @Nullable DrawnReply drawn) {

        static DrawReply of(DrawView view) {
            DrawTerms terms = view.terms();
            return switch (view.draw()) {
                case CouncilDraw.Announced announced -> new DrawReply(terms, "announced", null, null);
                case CouncilDraw.Frozen frozen -> new DrawReply(terms, "frozen", LotsReply.of(frozen.lots()), null);
                case CouncilDraw.Drawn drawn ->
                    new DrawReply(terms, "drawn", LotsReply.of(drawn.lots()), DrawnReply.of(drawn));
                case CouncilDraw.CalledOff calledOff -> new DrawReply(terms, "called-off", null, null);
                case CouncilDraw.Unannounced nothing -> throw new IllegalStateException("a view of nothing");
            };
        }
    }

    /**
     * A meeting.
     *
     * @param chair a seat, or 0; null before the opening
     * @param held seats held on its day; null before the opening
     */
    record MeetingReply(
            CouncilId council,
            MeetingId meeting,
            String state,
            Meeting.Facts facts,
            @Nullable Integer chair,
            @Nullable List<Integer> held,
            List<MotionId> motions) {

        static MeetingReply of(MeetingView view) {
            return switch (view.meeting()) {
                case Meeting.Called called -> of(view, "called", null, null);
                case Meeting.Open open -> of(view, "open", open.chair(), open.held());
                case Meeting.Closed closed -> of(view, "closed", closed.chair(), closed.held());
                case Meeting.CalledOff calledOff -> of(view, "called-off", null, null);
            };
        }

        private static MeetingReply of(
                MeetingView view, String state, @Nullable Integer chair, @Nullable List<Integer> held) {
            return new MeetingReply(
                    view.council(), view.id(), state, view.meeting().facts(), chair, held, view.motions());
        }
    }

    /** A motion and all that happened to it: amendments, conflicts, votes, the result, the city's answer. */
    record MotionReply(CouncilId council, MotionId motion, String state, List<Happened<?>> history) {

        static MotionReply of(MotionView view) {
            return new MotionReply(
                    view.council(), view.id(), state(view.motion()), List.copyOf(Happened.of(view.history())));
        }

        private static String state(Motion motion) {
            return motion.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
    }
}
