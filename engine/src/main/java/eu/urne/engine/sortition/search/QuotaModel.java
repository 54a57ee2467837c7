package eu.urne.engine.sortition.search;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Seats and quotas as a linear model over the numbers of members of each type, for the solver ojAlgo. */
final class QuotaModel {

    /** Rounds of the solver after which a question stays open. */
    private static final int MOST_ROUNDS = 20_000;

    /** What is known about a question. */
    enum Answer {
        YES,
        NO,
        OPEN
    }

    private final Table table;

    QuotaModel(Table table) {
        this.table = table;
    }

    private ExpressionsBasedModel model(boolean whole) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.iterations_abort = MOST_ROUNDS;
        Variable[] members = new Variable[table.types()];
        Expression seats = model.newExpression("seats").level(table.seats());
        for (int type = 0; type < members.length; type++) {
            members[type] =
                    model.newVariable("type " + type).integer(whole).lower(0).upper(table.size(type));
            seats.set(members[type], 1);
        }
        for (int a = 0; a < table.attributes(); a++) {
            for (int value = 0; value < table.width(a) - 1; value++) {
                Expression quota = model.newExpression("quota " + a + " " + value)
                        .lower(table.least(a, value))
                        .upper(table.most(a, value));
                for (int type = 0; type < members.length; type++) {
                    if (table.valueOfType(type, a) == value) {
                        quota.set(members[type], 1);
                    }
                }
            }
        }
        return model;
    }

    /** Whether some panel meets the quotas. */
    Answer feasible() {
        Answer relaxed = answer(model(false).maximise());
        return relaxed == Answer.NO ? Answer.NO : answer(model(true).maximise());
    }

    private static Answer answer(Optimisation.Result result) {
        Optimisation.State state = result.getState();
        if (state.isFeasible()) {
            return Answer.YES;
        }
        return state == Optimisation.State.INFEASIBLE ? Answer.NO : Answer.OPEN;
    }

    /** How many members of each type some panel has, rounded to whole numbers; the caller checks them. */
    int[] somePanel() {
        Optimisation.Result result = model(true).maximise();
        int[] members = new int[table.types()];
        for (int type = 0; type < members.length; type++) {
            members[type] = Math.toIntExact(Math.round(result.doubleValue(type)));
        }
        return members;
    }

    /** The greatest chance that could be everybody's if members could be divided; empty if the solver fails. */
    OptionalDouble leastChance() {
        ExpressionsBasedModel model = model(false);
        Variable least = model.newVariable("least").lower(0).upper(1).weight(1);
        for (int type = 0; type < table.types(); type++) {
            model.newExpression("chance " + type)
                    .set(model.getVariable(type), BigDecimal.ONE)
                    .set(least, -table.size(type))
                    .lower(0);
        }
        Optimisation.Result result = model.maximise();
        return result.getState().isFeasible()
                ? OptionalDouble.of(Math.clamp(result.getValue(), 0, 1))
                : OptionalDouble.empty();
    }
}
