package eu.urne.api.desk;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.MotionTerms;
import eu.urne.engine.council.Procedure;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.council.Voting;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.MotionRule.Majority;
import java.util.Collection;
import java.util.Map;

/**
 * What is typed to put a motion, and of the hands that were counted.
 *
 * @param typed the fields of the form
 */
record MotionForm(TypedForm typed) {

    /** Name of the form that puts a motion. */
    static final String PUT = "motion";

    private static final int MOST_DAYS = 365;

    /** A form with what the council's procedure says. */
    static TypedForm fresh(Procedure procedure) {
        return TypedForm.of(
                PUT, Map.of("majority", procedure.majority().name(), "voting", Voting.HANDS.name(), "mover", "0"));
    }

    /**
     * The name of the motion: as typed, else like its title.
     *
     * @throws IllegalArgumentException if it is none
     */
    MotionId id() {
        String typedId = typed.line("motion");
        return new MotionId(typedId.isEmpty() ? TypedForm.nameOf(typed.line("title")) : typedId);
    }

    /**
     * What it is put with.
     *
     * @param seats who can put it
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    MotionTerms terms(MeetingId meeting, BlobHash text, Collection<Integer> seats) {
        boolean advisory = typed.isTicked("advisory");
        boolean bare = !advisory && typed.line("answerDays").isEmpty();
        return new MotionTerms(
                typed.line("title"),
                text,
                mover(seats),
                meeting,
                typed.choice("majority", Majority.class),
                typed.choice("voting", Voting.class),
                advisory,
                bare ? 0 : typed.number("answerDays", 0, MOST_DAYS));
    }

    /**
     * Who puts a motion or an amendment: a seat, or 0 for the city.
     *
     * @throws IllegalArgumentException if it is none of these seats
     */
    int mover(Collection<Integer> seats) {
        return new SeatSheet(typed).seatOrNone("mover", seats);
    }

    /**
     * Hands that were counted.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    VoteCount votes() {
        return new VoteCount(count("for"), count("against"), count("abstained"));
    }

    private int count(String field) {
        return typed.number(field, 0, CouncilTerms.MOST_SEATS);
    }

    /** The chair's vote at a tie; none where the form does not ask for it. */
    Casting casting() {
        return typed.line("casting").isEmpty() ? Casting.NONE : typed.choice("casting", Casting.class);
    }
}
