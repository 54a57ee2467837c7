package eu.urne.engine.works.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.works.Delay;
import eu.urne.engine.works.Expense;
import eu.urne.engine.works.Indicator;
import eu.urne.engine.works.Measure;
import eu.urne.engine.works.Milestone;
import eu.urne.engine.works.Works;
import eu.urne.engine.works.WorksCommand;
import eu.urne.engine.works.WorksCommand.AddPhoto;
import eu.urne.engine.works.WorksCommand.DefineIndicator;
import eu.urne.engine.works.WorksCommand.RecordDelay;
import eu.urne.engine.works.WorksCommand.RecordExpense;
import eu.urne.engine.works.WorksCommand.RecordMeasure;
import eu.urne.engine.works.WorksCommand.RecordMilestone;
import eu.urne.engine.works.WorksCommand.TellFate;
import eu.urne.engine.works.WorksEvent;
import eu.urne.engine.works.WorksEvent.DelayRecorded;
import eu.urne.engine.works.WorksEvent.ExpenseRecorded;
import eu.urne.engine.works.WorksEvent.FateTold;
import eu.urne.engine.works.WorksEvent.IndicatorDefined;
import eu.urne.engine.works.WorksEvent.MeasureRecorded;
import eu.urne.engine.works.WorksEvent.MilestoneRecorded;
import eu.urne.engine.works.WorksEvent.PhotoAdded;
import eu.urne.engine.works.WorksEvent.WorksOpened;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What happens to the works of a proposal on a command: pure, the same for the same state. Whether the proposal has won
 * is for {@link WorksGuard}.
 */
public final class WorksDecider {

    private static final int MOST_MILESTONES = 100;
    private static final int MOST_PHOTOS = 200;
    private static final int MOST_INDICATORS = 20;
    private static final int MOST_MEASURES = 5_000;

    private WorksDecider() {}

    /** The events that follow, or why not. */
    public static Decision<WorksEvent> decide(Works works, WorksCommand command) {
        return switch (command) {
            case RecordMilestone record ->
                following(works, record, record.awarded(), followed -> milestone(followed, record));
            case RecordDelay record -> following(works, record, record.awarded(), followed -> delay(followed, record));
            case RecordExpense record ->
                following(works, record, record.awarded(), followed -> expense(followed, record));
            case AddPhoto add -> following(works, add, add.awarded(), followed -> photo(followed, add));
            case DefineIndicator define ->
                following(works, define, define.awarded(), followed -> indicator(followed, define));
            case RecordMeasure record ->
                following(works, record, record.awarded(), followed -> measure(followed, record));
            case TellFate tell -> fate(works, tell);
        };
    }

    /** What a step leads to, behind the opening of the works where it is the first. */
    private static Decision<WorksEvent> following(
            Works works, WorksCommand command, long awarded, Function<Works, Decision<WorksEvent>> step) {
        if (works.opened()) {
            return works.awarded() == awarded
                    ? step.apply(works)
                    : Decision.refuse(
                            INVALID,
                            "awarded: the proposal " + command.proposal() + " won " + works.awarded() + " cents, not "
                                    + awarded);
        }
        WorksEvent opened = new WorksOpened(command.budget(), command.proposal(), awarded);
        return switch (step.apply(works.after(opened))) {
            case Decision.Accepted<WorksEvent>(List<WorksEvent> events) ->
                new Decision.Accepted<>(
                        Stream.concat(Stream.of(opened), events.stream()).toList());
            case Decision.Refused<WorksEvent> refused -> refused;
        };
    }

    private static Decision<WorksEvent> milestone(Works works, RecordMilestone command) {
        Milestone milestone = command.milestone();
        Milestone known = works.milestones().get(milestone.title());
        if (milestone.equals(known)) {
            return unchanged();
        }
        if (known == null && works.milestones().size() >= MOST_MILESTONES) {
            return tooMany("title", MOST_MILESTONES, "milestones");
        }
        if (known != null && known.state() == Milestone.State.DONE) {
            return isDone("title", known);
        }
        if (milestone.state() == Milestone.State.DONE) {
            return milestone.day().isAfter(command.today())
                    ? notYet(milestone.day(), "what is done")
                    : Decision.accept(new MilestoneRecorded(command.budget(), command.proposal(), milestone));
        }
        if (known != null && milestone.day().isAfter(known.day())) {
            return Decision.refuse(
                    WRONG_STATE,
                    "day: the milestone \"" + known.title() + "\" is planned for " + known.day()
                            + "; a later day is a delay, with a reason");
        }
        return Decision.accept(new MilestoneRecorded(command.budget(), command.proposal(), milestone));
    }

    private static Decision<WorksEvent> delay(Works works, RecordDelay command) {
        Delay delay = command.delay();
        String title = delay.milestone();
        if (title == null) {
            List<String> planned = works.milestones().values().stream()
                    .filter(milestone -> milestone.state() == Milestone.State.PLANNED)
                    .map(Milestone::title)
                    .toList();
            if (planned.size() != 1) {
                return planned.isEmpty()
                        ? Decision.refuse(WRONG_STATE, "milestone: none is planned that could be late")
                        : Decision.refuse(INVALID, "milestone: say which one is late: " + String.join(", ", planned));
            }
            title = planned.getFirst();
        }
        Milestone known = works.milestones().get(title);
        if (known == null) {
            return Decision.refuse(UNKNOWN, "milestone: there is none with the title \"" + title + "\"");
        }
        if (known.state() == Milestone.State.DONE) {
            return isDone("milestone", known);
        }
        if (!delay.newDay().isAfter(known.day())) {
            return Decision.refuse(
                    INVALID,
                    "newDay: the milestone \"" + title + "\" is planned for " + known.day()
                            + "; a delay leads to a later day");
        }
        return Decision.accept(new DelayRecorded(
                command.budget(),
                command.proposal(),
                new Delay(title, delay.newDay(), delay.reason().strip())));
    }

    private static Decision<WorksEvent> expense(Works works, RecordExpense command) {
        Expense expense = command.expense();
        if (expense.day().isAfter(command.today())) {
            return notYet(expense.day(), "an expense");
        }
        long spent = works.spent() + expense.cents();
        if (spent < 0) {
            return Decision.refuse(
                    INVALID,
                    "cents: of the " + works.spent() + " cents spent " + -expense.cents() + " cannot come back");
        }
        if (expense.cents() > 0 && spent > works.awarded() && expense.reason() == null) {
            return Decision.refuse(
                    INVALID,
                    "cents: over budget: " + spent + " cents would be spent of the " + works.awarded()
                            + " awarded; that needs a reason, which is published");
        }
        return Decision.accept(new ExpenseRecorded(command.budget(), command.proposal(), expense));
    }

    private static Decision<WorksEvent> photo(Works works, AddPhoto command) {
        if (works.photos().contains(command.photo().blob())) {
            return unchanged();
        }
        return works.photos().size() < MOST_PHOTOS
                ? Decision.accept(new PhotoAdded(command.budget(), command.proposal(), command.photo()))
                : tooMany("blob", MOST_PHOTOS, "photos");
    }

    private static Decision<WorksEvent> fate(Works works, TellFate command) {
        String text = command.fate().text().strip();
        return text.equals(works.fate())
                ? unchanged()
                : Decision.accept(new FateTold(command.budget(), command.proposal(), text));
    }

    private static Decision<WorksEvent> indicator(Works works, DefineIndicator command) {
        Indicator indicator = command.indicator();
        Indicator known = works.indicators().get(indicator.id());
        if (known != null) {
            return known.equals(indicator)
                    ? unchanged()
                    : Decision.refuse(EXISTS, "id: the indicator " + indicator.id() + " is defined otherwise already");
        }
        return works.indicators().size() < MOST_INDICATORS
                ? Decision.accept(new IndicatorDefined(command.budget(), command.proposal(), indicator, command.from()))
                : tooMany("id", MOST_INDICATORS, "indicators");
    }

    private static Decision<WorksEvent> measure(Works works, RecordMeasure command) {
        Measure measure = command.measure();
        if (!works.indicators().containsKey(measure.indicator())) {
            return Decision.refuse(UNKNOWN, "indicator: there is no indicator " + measure.indicator());
        }
        if (measure.day().isAfter(command.today())) {
            return notYet(measure.day(), "a measure");
        }
        Works.MeasuredDay day = new Works.MeasuredDay(measure.indicator(), measure.day());
        Measure known = works.measures().get(day);
        if (measure.equals(known)) {
            return unchanged();
        }
        return known != null || works.measures().size() < MOST_MEASURES
                ? Decision.accept(new MeasureRecorded(command.budget(), command.proposal(), measure))
                : tooMany("indicator", MOST_MEASURES, "measures");
    }

    private static Decision<WorksEvent> isDone(String field, Milestone known) {
        return Decision.refuse(
                WRONG_STATE, field + ": the milestone \"" + known.title() + "\" is done since " + known.day());
    }

    private static Decision<WorksEvent> notYet(LocalDate day, String what) {
        return Decision.refuse(INVALID, "day: " + what + " has a day that has come, not " + day);
    }

    private static Decision<WorksEvent> tooMany(String field, int most, String what) {
        return Decision.refuse(WRONG_STATE, field + ": the works of a proposal have at most " + most + " " + what);
    }

    private static Decision<WorksEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }
}
