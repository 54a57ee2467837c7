package eu.urne.audit.tally;

import eu.urne.audit.ballot.Choice;

/** Section 3.6: motions. */
final class MotionCount {
    private static final int FOR = 1;
    private static final int AGAINST = 2;

    private MotionCount() {}

    static Selection count(Election election, Rule.CouncilMotion rule) {
        long inFavour = votes(election, FOR);
        long against = votes(election, AGAINST);
        long counted = election.ballots().counted();
        boolean quorum = counted >= rule.quorum();
        boolean casting =
                rule.majority() == Rule.Majority.SIMPLE && inFavour == against && rule.casting() != Rule.Casting.NONE;
        boolean majority =
                switch (rule.majority()) {
                    case SIMPLE -> inFavour > against || (casting && rule.casting() == Rule.Casting.FOR);
                    case ABSOLUTE -> 2 * inFavour > rule.members();
                    case TWO_THIRDS -> inFavour > 0 && inFavour >= 2 * against;
                    case UNANIMITY -> inFavour > 0 && against == 0;
                };
        Verdict.Vote vote = new Verdict.Vote(against, counted - inFavour - against, casting, quorum);
        Selection selection = Selection.withoutMoney(election);
        if (quorum && majority) {
            selection.add(0, inFavour, new Verdict.Carried(vote), new Round.Score(inFavour));
        } else {
            selection.refuse(0, inFavour, new Verdict.Lost(vote));
        }
        return selection;
    }

    private static long votes(Election election, int stance) {
        long[] sum = {0};
        election.ballots().forEach((choice, voters) -> {
            if (choice instanceof Choice.Voted(int vote) && vote == stance) {
                sum[0] += voters;
            }
        });
        return sum[0];
    }
}
