package eu.urne.engine.council;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.Texts;
import eu.urne.engine.poll.MotionRule.Majority;

/**
 * What a motion is put with.
 *
 * @param title one official line that names nobody
 * @param text as put, outside the log
 * @param mover a seat, or 0 for the city
 * @param meeting at which it is voted on
 * @param advisory whether it is an opinion to the city, which answers
 * @param answerDays within so many days, 0 to 365; 0 where it is no opinion
 */
public record MotionTerms(
        String title,
        BlobHash text,
        int mover,
        MeetingId meeting,
        Majority majority,
        Voting voting,
        boolean advisory,
        int answerDays) {

    private static final int MOST_DAYS = 365;

    /** Checks all. */
    public MotionTerms {
        Texts.checkTitle("title", title);
        if (mover < 0 || mover > CouncilTerms.MOST_SEATS) {
            throw new IllegalArgumentException("mover: " + mover + " is no seat, and not 0 for the city");
        }
        if (answerDays < 0 || answerDays > MOST_DAYS || (!advisory && answerDays > 0)) {
            throw new IllegalArgumentException(
                    "answerDays: from 0 to " + MOST_DAYS + " for an opinion to the city, else 0, not " + answerDays);
        }
    }
}
