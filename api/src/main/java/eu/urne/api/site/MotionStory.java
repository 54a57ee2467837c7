package eu.urne.api.site;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.Division;
import eu.urne.engine.council.MotionBallot;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionEvent.AmendmentDecided;
import eu.urne.engine.council.MotionEvent.AmendmentPut;
import eu.urne.engine.council.MotionEvent.ConflictDeclared;
import eu.urne.engine.council.MotionEvent.MotionDeclared;
import eu.urne.engine.council.MotionEvent.MotionWithdrawn;
import eu.urne.engine.council.MotionEvent.OpinionAnswered;
import eu.urne.engine.council.MotionEvent.TextRevised;
import eu.urne.engine.council.MotionEvent.VoteCast;
import eu.urne.engine.council.MotionEvent.VoteCorrected;
import eu.urne.engine.council.MotionEvent.VoteOpened;
import eu.urne.engine.council.Vote;
import eu.urne.projections.MotionView;
import eu.urne.projections.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a motion, as it was told.
 *
 * @param versions of its text, the first one first
 * @param conflicts seats that do not vote
 * @param division who votes; null before the vote
 * @param roll votes by seat; empty where no roll was called
 * @param result null before it is declared
 * @param answerByMs when the city answers an opinion at the latest; null where it owes none
 * @param answer of the city; null before
 * @param withdrawn why there is no vote; null where there is one
 */
public record MotionStory(
        List<BlobHash> versions,
        List<Amendment> amendments,
        List<Integer> conflicts,
        @Nullable Division division,
        List<RollCall> roll,
        @Nullable MotionDeclared result,
        @Nullable Long answerByMs,
        @Nullable OpinionAnswered answer,
        @Nullable String withdrawn) {

    /**
     * A change of the text that was proposed.
     *
     * @param decided the show of hands; null before
     */
    public record Amendment(AmendmentPut put, @Nullable AmendmentDecided decided) {}

    /**
     * The vote of a seat.
     *
     * @param vote null where none was given
     */
    public record RollCall(MotionBallot ballot, @Nullable Vote vote) {}

    /** The story of a motion. */
    public static MotionStory of(MotionView view) {
        List<Told<MotionEvent>> history = view.history();
        Division division =
                last(history, VoteOpened.class).map(VoteOpened::division).orElse(null);
        MotionDeclared result = last(history, MotionDeclared.class).orElse(null);
        return new MotionStory(
                Stream.concat(
                                Stream.of(view.terms().text()),
                                all(history, TextRevised.class).map(TextRevised::text))
                        .toList(),
                amendments(history),
                all(history, ConflictDeclared.class).map(ConflictDeclared::seat).toList(),
                division,
                roll(history, division),
                result,
                view.terms().advisory() && result != null && result.carried() ? answerBy(view) : null,
                last(history, OpinionAnswered.class).orElse(null),
                last(history, MotionWithdrawn.class)
                        .map(MotionWithdrawn::reason)
                        .orElse(null));
    }

    /** All texts that are named: versions, amendments and the answer. */
    public Stream<BlobHash> texts() {
        return Stream.of(
                        versions.stream(),
                        amendments.stream().map(amendment -> amendment.put().text()),
                        Stream.ofNullable(answer).map(OpinionAnswered::text))
                .flatMap(Function.identity());
    }

    private static long answerBy(MotionView view) {
        long declaredMs = view.history().stream()
                .filter(told -> told.event() instanceof MotionDeclared)
                .mapToLong(Told::atMs)
                .max()
                .orElseThrow();
        return declaredMs + Duration.ofDays(view.terms().answerDays()).toMillis();
    }

    private static List<Amendment> amendments(List<Told<MotionEvent>> history) {
        Map<Integer, AmendmentDecided> decided = new HashMap<>();
        all(history, AmendmentDecided.class).forEach(event -> decided.put(event.amendment(), event));
        return all(history, AmendmentPut.class)
                .map(put -> new Amendment(put, decided.get(put.amendment())))
                .toList();
    }

    private static List<RollCall> roll(List<Told<MotionEvent>> history, @Nullable Division division) {
        Map<Integer, Vote> votes = new HashMap<>();
        for (Told<MotionEvent> told : history) {
            if (told.event() instanceof VoteCast cast) {
                votes.put(cast.seat(), cast.vote());
            } else if (told.event() instanceof VoteCorrected corrected) {
                votes.put(corrected.seat(), corrected.vote());
            }
        }
        List<RollCall> roll = new ArrayList<>();
        if (division != null && !votes.isEmpty()) {
            division.ballots().forEach(ballot -> roll.add(new RollCall(ballot, votes.get(ballot.seat()))));
        }
        return roll;
    }

    private static <T> Stream<T> all(List<Told<MotionEvent>> history, Class<T> type) {
        return history.stream().map(Told::event).filter(type::isInstance).map(type::cast);
    }

    private static <T> Optional<T> last(List<Told<MotionEvent>> history, Class<T> type) {
        return all(history, type).reduce((first, second) -> second);
    }
}
