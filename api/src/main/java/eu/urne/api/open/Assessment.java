package eu.urne.api.open;

import eu.urne.engine.budget.Phase;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireOpened;
import eu.urne.engine.council.DrawEvent.MembersDrawn;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionEvent.MotionDeclared;
import eu.urne.engine.council.MotionEvent.OpinionAnswered;
import eu.urne.engine.council.Presence;
import eu.urne.engine.works.Milestone;
import eu.urne.projections.BudgetOutcome;
import eu.urne.projections.BudgetOutcome.PartOutcome;
import eu.urne.projections.BudgetView;
import eu.urne.projections.CouncilView;
import eu.urne.projections.MeetingView;
import eu.urne.projections.MotionView;
import eu.urne.projections.PlanView.PlanYear;
import eu.urne.projections.QuestionnaireView;
import eu.urne.projections.Told;
import eu.urne.projections.Turnout;
import eu.urne.projections.Views;
import eu.urne.projections.WorksSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was done with citizens in a year, from the log alone: the yearly assessment. Everybody who has the log counts
 * the same. Budgets count in the year in which they were opened, amounts decided and votes in that of their outcome.
 */
public final class Assessment {

    private static final int MOST = 1_000;
    private static final long DAY_MS = 86_400_000;

    private final Views views;
    private final ZoneId zone;
    private final int year;
    private final Map<String, Long> figures = new LinkedHashMap<>();

    private Assessment(Views views, ZoneId zone, int year) {
        this.views = views;
        this.zone = zone;
        this.year = year;
    }

    /**
     * A figure.
     *
     * @param id for machines; where it ends in {@code -cents} the value is an amount of cents
     */
    public record Figure(String id, long value) {

        /** The group to which it belongs: what stands before the first dot. */
        public String group() {
            return id.substring(0, id.indexOf('.'));
        }

        /** Whether it is an amount. */
        public boolean isAmount() {
            return id.endsWith("-cents");
        }
    }

    /** All figures of a year, in order. */
    public static List<Figure> of(Views views, ZoneId zone, int year) {
        Assessment assessment = new Assessment(views, zone, year);
        assessment.budgets();
        assessment.plan();
        assessment.councils();
        assessment.consultations();
        List<Figure> figures = new ArrayList<>();
        assessment.figures.forEach((id, value) -> figures.add(new Figure(id, value)));
        return figures;
    }

    private boolean isIn(long atMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(atMs), zone).getYear() == year;
    }

    private void add(String id, long value) {
        figures.merge(id, value, Long::sum);
    }

    private void begin(String... ids) {
        for (String id : ids) {
            figures.put(id, 0L);
        }
    }

    private void budgets() {
        begin(
                "budgets.opened",
                "budgets.amount-cents",
                "budgets.proposals",
                "budgets.votes",
                "budgets.ballots",
                "budgets.admitted",
                "budgets.winners",
                "budgets.decided-cents",
                "works.milestones",
                "works.spent-cents");
        views.budgets()
                .all()
                .forEach(summary -> views.budgets().budget(summary.budget()).ifPresent(this::budget));
    }

    private void budget(BudgetView view) {
        int opened = began(view, Phase.KICK_OFF);
        if (opened == year) {
            add("budgets.opened", 1);
            add("budgets.amount-cents", view.terms().amount().cents());
            add(
                    "budgets.proposals",
                    view.proposals().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
        if (began(view, Phase.OUTCOME) == year && view.phase().compareTo(Phase.OUTCOME) >= 0) {
            views.budgets().outcome(view.budget(), views.polls()).ifPresent(outcome -> outcome.parts()
                    .forEach(this::part));
        }
        for (WorksSummary summary : views.works().all(view.budget(), 0, MOST).items()) {
            views.works().works(view.budget(), summary.proposal()).ifPresent(works -> {
                add(
                        "works.milestones",
                        works.milestones().stream()
                                .filter(each -> each.state() == Milestone.State.DONE
                                        && each.day().getYear() == year)
                                .count());
                add(
                        "works.spent-cents",
                        works.expenses().stream()
                                .filter(each -> each.day().getYear() == year)
                                .mapToLong(each -> each.cents())
                                .sum());
            });
        }
    }

    /** The year in which a phase began, or is to begin by the calendar. */
    private int began(BudgetView view, Phase phase) {
        return view.steps().stream()
                .filter(step -> step.phase() == phase && step.movedTo() == null)
                .map(step -> LocalDate.ofInstant(Instant.ofEpochMilli(step.atMs()), zone))
                .findFirst()
                .orElseGet(() -> view.terms().calendar().day(phase))
                .getYear();
    }

    private void part(PartOutcome part) {
        if (part.state() != BudgetOutcome.PartState.DECLARED || part.poll() == null) {
            return;
        }
        add("budgets.votes", 1);
        add("budgets.winners", part.winners().size());
        add(
                "budgets.decided-cents",
                part.winners().stream().mapToLong(BudgetOutcome.Standing::cents).sum());
        Optional<Turnout> turnout = views.polls().turnout(part.poll());
        turnout.ifPresent(told -> {
            Long admitted = told.admitted();
            add("budgets.ballots", told.ballots());
            add("budgets.admitted", admitted == null ? 0 : admitted);
        });
    }

    private void plan() {
        begin("plan.lines", "plan.amount-cents", "plan.lines-decided", "plan.decided-cents");
        for (PlanYear plan : views.plan().plan(year, 0, 1).years()) {
            add("plan.lines", plan.lines());
            add("plan.amount-cents", plan.cents());
            add("plan.lines-decided", plan.linesDecided());
            add("plan.decided-cents", plan.centsDecided());
        }
    }

    private void councils() {
        begin(
                "councils.councils",
                "councils.seats-drawn",
                "councils.meetings",
                "councils.present",
                "councils.members-called",
                "councils.motions",
                "councils.motions-carried",
                "councils.answers-in-time",
                "councils.answers-late",
                "councils.answers-missing");
        for (CouncilView council : views.councils().councils()) {
            add("councils.councils", isIn(council.history().getFirst().atMs()) || isBefore(council) ? 1 : 0);
            council.draws().forEach(id -> views.councils().draw(id).ifPresent(draw -> draw.history()
                    .forEach(told -> {
                        if (told.event() instanceof MembersDrawn drawn && isIn(told.atMs())) {
                            add("councils.seats-drawn", drawn.seats().size());
                        }
                    })));
            var id = council.council().terms().council();
            council.meetings()
                    .forEach(meeting -> views.councils().meeting(id, meeting).ifPresent(this::meeting));
            council.motions()
                    .forEach(motion -> views.councils().motion(id, motion).ifPresent(this::motion));
        }
    }

    private boolean isBefore(CouncilView council) {
        return LocalDate.ofInstant(
                                Instant.ofEpochMilli(
                                        council.history().getFirst().atMs()),
                                zone)
                        .getYear()
                < year;
    }

    private void meeting(MeetingView view) {
        if (!(view.meeting() instanceof Meeting.Closed closed)
                || closed.facts().call().day().getYear() != year) {
            return;
        }
        add("councils.meetings", 1);
        add("councils.members-called", closed.held().size());
        add(
                "councils.present",
                closed.facts().attendance().values().stream()
                        .filter(as -> as.isThere() || as == Presence.LEFT)
                        .count());
    }

    private void motion(MotionView view) {
        if (!(view.motion() instanceof Motion.Declared declared)) {
            return;
        }
        long declaredMs = at(view, MotionDeclared.class);
        if (!isIn(declaredMs)) {
            return;
        }
        add("councils.motions", 1);
        add("councils.motions-carried", declared.result().carried() ? 1 : 0);
        if (declared.terms().advisory() && declared.result().carried()) {
            long due = declaredMs + declared.terms().answerDays() * DAY_MS;
            long answered = at(view, OpinionAnswered.class);
            add(
                    answered == 0
                            ? "councils.answers-missing"
                            : answered <= due ? "councils.answers-in-time" : "councils.answers-late",
                    1);
        }
    }

    /** When that happened first, in milliseconds since the epoch; 0 where it did not. */
    private static long at(MotionView view, Class<?> event) {
        return view.history().stream()
                .filter(told -> event.isInstance(told.event()))
                .mapToLong(Told::atMs)
                .findFirst()
                .orElse(0);
    }

    private void consultations() {
        begin(
                "consultations.questionnaires",
                "consultations.answers",
                "consultations.on-paper",
                "consultations.findings",
                "consultations.findings-done",
                "consultations.gatherings",
                "consultations.attendance");
        for (QuestionnaireView view : views.consultations().questionnaires()) {
            boolean opened = view.history().stream()
                    .anyMatch(told -> told.event() instanceof QuestionnaireOpened && isIn(told.atMs()));
            if (opened) {
                questionnaire(view);
            }
        }
        views.consultations().gatherings().forEach(view -> {
            var held = view.state().held();
            if (held != null && view.state().terms().day().getYear() == year) {
                add("consultations.gatherings", 1);
                add("consultations.attendance", held.attendance());
            }
        });
    }

    private void questionnaire(QuestionnaireView view) {
        add("consultations.questionnaires", 1);
        add("consultations.answers", view.answers());
        add("consultations.on-paper", view.paper());
        if (view.state() instanceof Questionnaire.Published published) {
            add("consultations.findings", published.findings().size());
            add(
                    "consultations.findings-done",
                    published.findings().values().stream()
                            .filter(finding -> switch (finding.state()) {
                                case DONE, PARTLY -> true;
                                case PLANNED, NOT -> false;
                            })
                            .count());
        }
    }
}
