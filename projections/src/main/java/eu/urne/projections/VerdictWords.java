package eu.urne.projections;

import eu.urne.engine.poll.OptionVerdict;

/** Says in a sentence why a proposal won or lost. */
final class VerdictWords {

    private VerdictWords() {}

    /**
     * The sentence.
     *
     * @param fromRest whether the common rest pays it although its poll did not select it
     */
    static String of(OptionVerdict verdict, boolean fromRest) {
        String sentence =
                switch (verdict) {
                    case OptionVerdict.Selected won ->
                        "Selected in place " + won.round() + " with the score " + won.score() + "; " + money(won.left())
                                + " were left after it.";
                    case OptionVerdict.Reserve won ->
                        "Selected in place " + won.round() + " with the score " + won.score() + "; "
                                + money(won.reserve()) + " of its cost are paid from elsewhere.";
                    case OptionVerdict.Unaffordable lost ->
                        "Not selected with the score " + lost.score() + ": it costs more than the " + money(lost.left())
                                + " that were left.";
                    case OptionVerdict.Stopped lost ->
                        "Not selected with the score " + lost.score() + ": the count had stopped before it.";
                    case OptionVerdict.BelowThreshold lost ->
                        "Not selected: its score " + lost.score() + " is below the " + lost.threshold() + " needed.";
                    case OptionVerdict.Excluded lost ->
                        "Not selected with the score " + lost.score() + ": it cannot be built together with "
                                + lost.by() + ", which won.";
                    case OptionVerdict.Unsupported lost -> "Not selected: no ballot supports it.";
                    case OptionVerdict.Unpaid lost ->
                        "Not selected with the score " + lost.score()
                                + ": its supporters had less than its cost in the end.";
                    case OptionVerdict.Outvoted lost ->
                        "Not selected: it has the score " + lost.score() + ", the last winner " + lost.needed() + ".";
                    case OptionVerdict.Outranked lost -> "Not selected: it was judged in place " + lost.rank() + ".";
                    case OptionVerdict.Carried won ->
                        "Carried with " + won.score() + " for and " + won.against() + " against.";
                    case OptionVerdict.Lost lost ->
                        "Lost with " + lost.score() + " for and " + lost.against() + " against.";
                };
        return fromRest ? sentence + " The common rest pays it." : sentence;
    }

    private static String money(long cents) {
        return cents + " cents";
    }
}
