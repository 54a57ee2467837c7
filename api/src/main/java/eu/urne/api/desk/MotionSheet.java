package eu.urne.api.desk;

import eu.urne.api.site.CouncilShelf.MotionCard;
import eu.urne.api.site.MotionStory;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionBallot;
import eu.urne.engine.council.MotionEvent.HandsCounted;
import eu.urne.engine.council.MotionTerms;
import eu.urne.engine.council.Vote;
import eu.urne.engine.council.Voting;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.projections.MotionView;
import eu.urne.projections.Told;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A motion as its page shows it.
 *
 * @param amendments how far each is, by number; empty once the vote is open
 * @param rows who votes, in the order of the seats; empty before the vote
 * @param hands what was counted; null before, and where no hands are counted
 * @param casting whether a count of hands tells the chair's vote at a tie
 * @param isMeetingOpen whether its vote can be opened
 */
record MotionSheet(
        MotionCard card,
        MotionTerms terms,
        MotionStory story,
        SortedMap<Integer, Motion.Amendment> amendments,
        List<Row> rows,
        @Nullable Hands hands,
        boolean casting,
        boolean isMeetingOpen) {

    /**
     * A vote that may be given.
     *
     * @param vote null while none is noted
     */
    public record Row(MotionBallot ballot, @Nullable Vote vote) {}

    /**
     * Hands as somebody counted them last; never how many, since the second person counts alone.
     *
     * @param by the person's name
     * @param own whether it is who looks at the page
     * @param other who has counted differently before; empty for nobody
     * @param agreed whether two persons counted alike
     */
    public record Hands(String by, boolean own, String other, boolean agreed) {}

    /** Seats whose votes are not noted. */
    public List<Integer> missing() {
        return rows.stream()
                .filter(row -> row.vote() == null)
                .map(row -> row.ballot().seat())
                .toList();
    }

    /** Seats whose votes are noted. */
    public List<Integer> noted() {
        return rows.stream()
                .filter(row -> row.vote() != null)
                .map(row -> row.ballot().seat())
                .toList();
    }

    /** Whether the result can be declared: of a secret vote, its page says whether the poll has an outcome. */
    public boolean isCounted() {
        return switch (terms.voting()) {
            case ROLL_CALL -> true;
            case HANDS -> hands != null && hands.agreed();
            case SECRET -> true;
        };
    }

    /**
     * The sheet of a motion.
     *
     * @param own who looks at it, as the log would say it
     * @param names the name of who commanded
     */
    static MotionSheet of(
            MotionCard card, MotionView view, Meeting.Known meeting, String own, UnaryOperator<String> names) {
        MotionTerms terms = card.terms();
        Motion.Divided divided = card.motion() instanceof Motion.Divided known ? known : null;
        boolean hands = terms.voting() == Voting.HANDS;
        return new MotionSheet(
                card,
                terms,
                MotionStory.of(view),
                card.motion() instanceof Motion.Debated debated ? debated.amendments() : new TreeMap<>(),
                divided == null
                        ? List.of()
                        : divided.division().ballots().stream()
                                .map(ballot -> new Row(ballot, divided.votes().get(ballot.seat())))
                                .toList(),
                divided == null ? null : hands(view, divided.agreed(), own, names),
                hands
                        && terms.majority() == Majority.SIMPLE
                        && meeting.facts().procedure().casting(),
                meeting instanceof Meeting.Open);
    }

    private static @Nullable Hands hands(MotionView view, boolean agreed, String own, UnaryOperator<String> names) {
        List<HandsCounted> counts = view.history().stream()
                .map(Told::event)
                .filter(HandsCounted.class::isInstance)
                .map(HandsCounted.class::cast)
                .toList();
        if (counts.isEmpty()) {
            return null;
        }
        String by = counts.getLast().by();
        String other = agreed
                ? ""
                : counts.stream()
                        .map(HandsCounted::by)
                        .filter(each -> !each.equals(by))
                        .reduce((first, second) -> second)
                        .map(names)
                        .orElse("");
        return new Hands(names.apply(by), by.equals(own), other, agreed);
    }
}
