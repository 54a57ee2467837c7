package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Reason;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Why each option was bought or not in the run of Equal Shares that stands. */
final class SharesReasons {

    private final Election election;
    private final Support support;
    private final FurtherVotes further;
    private final SharesRun run;
    private final SharesOutcome outcome;
    private final Selection before;

    SharesReasons(
            Election election,
            Support support,
            EqualShares.Utility utility,
            SharesRun run,
            SharesOutcome outcome,
            Selection before) {
        this.election = election;
        this.support = support;
        this.further = new FurtherVotes(run, support, utility);
        this.run = run;
        this.outcome = outcome;
        this.before = before;
    }

    /** What was selected before and the options bought, with the reasons for all others. */
    Selection selection() {
        Selection selection = before.copy();
        int free = outcome.selected().size() - run.state.rounds;
        for (int place = 0; place < outcome.selected().size(); place++) {
            int option = outcome.selected().get(place);
            Fraction price = place < free ? Fraction.ZERO : run.exact.price(place - free);
            long full = place < free ? supporters(option, -1) : supporters(option, place - free);
            selection.take(option, (round, left) -> new Reason.Bought(round, support.total[option], price, full, left));
        }
        @Nullable Fraction[] missing = new Fraction[support.options()];
        for (int option = 0; option < missing.length; option++) {
            if (selection.isOpen(option) && support.total[option] > 0) {
                missing[option] =
                        Fraction.of(election.options().get(option).cost()).minus(run.exact.moneyOfSupporters(option));
            }
        }
        long[] votes = further.of(missing);
        for (int option = 0; option < missing.length; option++) {
            if (selection.isOpen(option)) {
                selection.refuse(option, refusal(option, missing[option], votes[option]));
            }
        }
        return selection;
    }

    private Reason refusal(int option, @Nullable Fraction missing, long votes) {
        if (missing == null) {
            return new Reason.NoSupport(0);
        }
        Fraction held = Fraction.of(election.options().get(option).cost()).minus(missing);
        OptionalLong enough = votes == 0 ? OptionalLong.empty() : OptionalLong.of(votes);
        return new Reason.Unpaid(support.total[option], held, missing, enough);
    }

    /** How many voters paid the price of a round in full. */
    private long supporters(int option, int round) {
        long voters = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int spent = run.state.spent[support.group[at]];
            if (round < 0 || spent == 0 || spent > round + 1 || spent < -round) {
                voters += support.weight[support.group[at]];
            }
        }
        return voters;
    }
}
