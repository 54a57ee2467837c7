package eu.urne.api.site;

import eu.urne.engine.Engine;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.MotionTerms;
import eu.urne.engine.store.LogReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The councils with their draws, meetings and motions, as the pages need them. */
public final class CouncilShelf {

    private static final Comparator<MeetingCard> BY_DAY = Comparator.comparing((MeetingCard card) -> card.meeting()
            .facts()
            .call()
            .day()
            .atTime(card.meeting().facts().call().time()));

    private final Engine engine;
    private final LogReader log;

    /** The shelf of this engine. */
    public CouncilShelf(Engine engine) {
        this.engine = engine;
        this.log = engine.log().reader();
    }

    /** A meeting that was called. */
    public record MeetingCard(MeetingId id, Meeting.Known meeting) {

        /** Whether it is still to come, or under way. */
        public boolean isAhead(LocalDate today) {
            return switch (meeting) {
                case Meeting.Called called -> !called.facts().call().day().isBefore(today);
                case Meeting.Open open -> true;
                case Meeting.Closed closed -> false;
                case Meeting.CalledOff off -> false;
            };
        }

        /** How far it is, as texts name it. */
        public String state() {
            return switch (meeting) {
                case Meeting.Called called -> "called";
                case Meeting.Open open -> "open";
                case Meeting.Closed closed -> "closed";
                case Meeting.CalledOff off -> "off";
            };
        }
    }

    /** A motion that was put. */
    public record MotionCard(MotionId id, Motion motion) {

        /** What it was put with. */
        public MotionTerms terms() {
            return switch (motion) {
                case Motion.Unput nothing -> throw new IllegalStateException("no motion");
                case Motion.Debated debated -> debated.terms();
                case Motion.Divided divided -> divided.terms();
                case Motion.Declared declared -> declared.terms();
                case Motion.Withdrawn withdrawn -> withdrawn.terms();
            };
        }

        /** Its title. */
        public String title() {
            return terms().title();
        }

        /** How far it is, as texts name it. */
        public String state() {
            return switch (motion) {
                case Motion.Unput nothing -> "";
                case Motion.Debated debated -> "debated";
                case Motion.Divided divided -> "divided";
                case Motion.Declared declared -> declared.result().carried() ? "carried" : "lost";
                case Motion.Withdrawn withdrawn -> "withdrawn";
            };
        }

        /** The colour of its state. */
        public String tone() {
            return switch (state()) {
                case "carried" -> "good";
                case "debated", "divided" -> "info";
                default -> "";
            };
        }
    }

    /** A draw that was announced. */
    public record DrawCard(DrawId id, DrawStory.Stage stage, int seats, LocalDate from, LocalDate until) {

        /** Whether it is not over. */
        public boolean isUnderWay() {
            return stage != DrawStory.Stage.DRAWN && stage != DrawStory.Stage.CALLED_OFF;
        }
    }

    /** All councils, by kind and title. */
    List<Council.Established> councils() {
        return log.streams("council/").stream()
                .map(stream -> council(new CouncilId(stream.substring("council/".length()))))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (Council.Established council) -> council.terms().kind())
                        .thenComparing(council -> council.terms().title()))
                .toList();
    }

    Optional<Council.Established> council(CouncilId id) {
        return engine.draws().council(id) instanceof Council.Established council
                ? Optional.of(council)
                : Optional.empty();
    }

    /** The draws of a council, those under way first. */
    List<DrawCard> draws(Council.Established council) {
        List<DrawCard> cards = new ArrayList<>();
        council.offers().keySet().forEach(id -> cards.add(card(id)));
        council.past().forEach(id -> cards.add(card(id)));
        return cards.stream()
                .sorted(Comparator.comparing(DrawCard::isUnderWay)
                        .thenComparing(DrawCard::from)
                        .thenComparing(card -> card.id().value())
                        .reversed())
                .toList();
    }

    private DrawCard card(DrawId id) {
        CouncilDraw draw = engine.draws().draw(id);
        DrawStory story = DrawStory.of(draw);
        return new DrawCard(
                id,
                story.stage(),
                story.terms().seats(),
                story.terms().from(),
                story.terms().until());
    }

    /** The meetings of a council by their days. */
    public List<MeetingCard> meetings(CouncilId council) {
        String prefix = "meeting/" + council + "/";
        return log.streams(prefix).stream()
                .map(stream -> new MeetingId(stream.substring(prefix.length())))
                .flatMap(id -> meeting(council, id).stream())
                .sorted(BY_DAY)
                .toList();
    }

    /** A meeting; empty where there is none. */
    public Optional<MeetingCard> meeting(CouncilId council, MeetingId id) {
        return engine.meetings().meeting(council, id) instanceof Meeting.Known known
                ? Optional.of(new MeetingCard(id, known))
                : Optional.empty();
    }

    /** The motions of a council. */
    public List<MotionCard> motions(CouncilId council) {
        String prefix = "motion/" + council + "/";
        return log.streams(prefix).stream()
                .map(stream -> new MotionId(stream.substring(prefix.length())))
                .flatMap(id -> motion(council, id).stream())
                .toList();
    }

    /** A motion; empty where there is none. */
    public Optional<MotionCard> motion(CouncilId council, MotionId id) {
        Motion motion = engine.meetings().motion(council, id);
        return motion instanceof Motion.Unput ? Optional.empty() : Optional.of(new MotionCard(id, motion));
    }
}
