package eu.urne.api;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.Budget;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.poll.PollCommand.EndVoting;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.BudgetSummary;
import eu.urne.projections.PollState;
import eu.urne.projections.Turnout;
import eu.urne.projections.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the calendars of the budgets say: begins phases on their days, opens the polls of a budget that have cards
 * when its vote begins or, if they got them during the vote, at the next midnight (so that nobody opens a poll between
 * two batches of its cards; the staff can open it any time), and closes them when its outcome begins. All of it are
 * ordinary commands, {@code by} the clock, and can be refused; then the clock asks again with its next tick, to open a
 * poll at the next midnight. Safe for use by many threads.
 */
public final class BudgetClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetClock.class);
    private static final String BY = "clock";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Engine engine;
    private final Views views;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Set<String> told = new HashSet<>();
    private final Map<BudgetId, LocalDate> voteDays = new HashMap<>();

    private BudgetClock(Engine engine, Views views, Clock clock) {
        this.engine = engine;
        this.views = views;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("budget-clock").daemon().factory());
    }

    /**
     * Starts a clock.
     *
     * @param clock tells the time
     * @param period between two ticks
     */
    static BudgetClock start(Engine engine, Views views, Clock clock, Duration period) {
        BudgetClock started = new BudgetClock(engine, views, clock);
        ScheduledFuture<?> unused = started.timer.scheduleWithFixedDelay(
                started::tickQuietly, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return started;
    }

    private void tickQuietly() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.error("the calendars of the budgets cannot be followed at present", e);
        }
    }

    /** Does what is due now, and returns when the views show it. */
    public synchronized void tick() {
        for (BudgetSummary summary : views.budgets().all()) {
            try {
                tick(summary.budget());
            } catch (RuntimeException e) { // the other budgets go on
                LOG.error("the calendar of the budget {} cannot be followed at present", summary.budget(), e);
            }
        }
    }

    private void tick(BudgetId budget) {
        boolean advanced = false;
        while (advance(budget)) { // the next phase may be due too
            advanced = true;
        }
        if (engine.budgets().budget(budget) instanceof Budget.Running running && running.phase() == Phase.VOTE) {
            LocalDate today = LocalDate.ofInstant(
                    clock.instant(), ZoneId.of(running.terms().calendar().zone()));
            LocalDate before = voteDays.put(budget, today);
            if (advanced || (before != null && before.isBefore(today))) {
                openPolls(budget, running);
            }
        }
    }

    /** Begins the next phase of a budget if its day has come; whether there may be more to do. */
    private boolean advance(BudgetId id) {
        if (!(engine.budgets().budget(id) instanceof Budget.Running budget)) {
            return false;
        }
        BudgetTerms terms = budget.terms();
        long nowMs = clock.millis();
        Optional<Phase> due =
                budget.phase().next().filter(next -> terms.calendar().beginMs(next) <= nowMs);
        if (due.isEmpty()) {
            return false;
        }
        Phase next = due.get();
        if (next == Phase.VOTE && terms.calendar().beginMs(Phase.OUTCOME) <= nowMs) {
            tell("the vote of the budget " + id + " does not begin: by its calendar it is over; move its days");
            return false;
        }
        if (next == Phase.OUTCOME) {
            closePolls(id, budget);
        }
        return done(engine.commands().send(new AdvancePhase(id, next, "", nowMs), origin(id + "/" + next)));
    }

    private void closePolls(BudgetId id, Budget.Running budget) {
        for (String part : budget.shortlists().keySet()) {
            PollId poll = id.poll(part);
            if (views.polls()
                    .turnout(poll)
                    .filter(known -> known.state() == PollState.OPEN || known.state() == PollState.CLOSED)
                    .isPresent()) {
                endVoting(poll);
                done(engine.polls().close(poll, origin("close/" + poll)));
            }
        }
    }

    /** Locks the booths of a poll on whose tablets ballots may wait: its close is tried again until none does. */
    private void endVoting(PollId poll) {
        boolean due = views.polls()
                .turnout(poll)
                .filter(known -> known.state() == PollState.OPEN && !known.ended())
                .isPresent();
        if (due && !views.polls().tablets(poll).isEmpty()) {
            done(engine.commands().send(new EndVoting(poll), origin("end/" + poll)));
        }
    }

    private void openPolls(BudgetId id, Budget.Running budget) {
        for (String part : budget.shortlists().keySet()) {
            PollId poll = id.poll(part);
            Optional<Turnout> prepared = views.polls()
                    .turnout(poll)
                    .filter(known -> known.state() == PollState.PREPARED && known.cards() > 0);
            if (prepared.isPresent()) {
                done(engine.polls().open(poll, origin("open/" + poll)));
            }
        }
    }

    private CommandOrigin origin(String what) {
        return new CommandOrigin("clock/" + what, BY, clock.millis());
    }

    private boolean done(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> {
                engine.log()
                        .reader()
                        .position(accepted.log(), accepted.receipt().index())
                        .ifPresent(position -> views.await(position, PATIENCE));
                yield !accepted.repeated();
            }
            case Answer.Unchanged unchanged -> false;
            case Answer.Refused(var refusal) -> {
                tell(refusal.sentence());
                yield false;
            }
        };
    }

    /** Once, not with every tick. */
    private void tell(String sentence) {
        if (told.add(sentence)) {
            LOG.warn("the clock could not do what is due: {}", sentence);
        }
    }

    @Override
    public void close() {
        timer.close();
    }
}
