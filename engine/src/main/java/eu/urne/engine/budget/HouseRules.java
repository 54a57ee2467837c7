package eu.urne.engine.budget;

/**
 * What a budget demands beyond the order of its phases.
 *
 * @param fourEyes whether the study of a proposal is confirmed by somebody other than who wrote it
 * @param guardianConsent whether a guardian's consent must be recorded before a child hands in an idea or votes
 * @param groupsOnly whether ideas come from groups only, never from one person
 * @param studyDays after so many days without a study the staff is reminded of a proposal, 1 to 366
 */
public record HouseRules(boolean fourEyes, boolean guardianConsent, boolean groupsOnly, int studyDays) {

    private static final int MOST_DAYS = 366;

    /** Checks the days. */
    public HouseRules {
        if (studyDays < 1 || studyDays > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "rules: studyDays must be from 1 to " + MOST_DAYS + ", not " + studyDays);
        }
    }
}
