package eu.urne.api.scenario;

import eu.urne.api.vote.RestException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plays scenarios day by day, several of them side by side: sets the clock, lets it tick at midnight, and takes one
 * step a minute from nine on.
 */
final class ScenarioPlayer {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(1);

    /** A scenario and who does its steps. */
    record Cast(Scenario scenario, Desk desk) {}

    private record Appointment(Cast cast, Scenario.Day day) {}

    private final List<Appointment> appointments = new ArrayList<>();
    private final ScenarioClock clock;
    private final Runnable tick;
    private final Pace pace;
    private final PrintWriter out;
    private final ZoneId zone;
    private int steps;
    private int refusals;

    /**
     * A player.
     *
     * @param casts whose budgets are all in one time zone
     * @param clock that of the server
     * @param tick lets the server do what its clock demands
     */
    ScenarioPlayer(List<Cast> casts, ScenarioClock clock, Runnable tick, Pace pace, PrintWriter out) {
        casts.forEach(cast -> cast.scenario().days().forEach(day -> appointments.add(new Appointment(cast, day))));
        appointments.sort(Comparator.comparing(appointment -> appointment.day().day()));
        this.clock = clock;
        this.tick = tick;
        this.pace = pace;
        this.out = out;
        this.zone = zone(casts.getFirst().scenario());
    }

    /** The moment at which the first of these begins. */
    static Instant start(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> scenario.days()
                        .getFirst()
                        .day()
                        .atStartOfDay(zone(scenario))
                        .toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static ZoneId zone(Scenario scenario) {
        return scenario.matter().zone();
    }

    /**
     * Plays all days.
     *
     * @throws ScenarioException with the line, if a step is refused that must not be, or the other way round
     */
    void play() {
        LocalDate today = appointments.getFirst().day().day();
        for (Appointment next : appointments) {
            today = nights(today, next.day().day());
            clock.advanceTo(today.atTime(MORNING).atZone(zone).toInstant());
            out.println(today + "  " + next.day().what());
            out.flush();
            for (Step step : next.day().steps()) {
                clock.advanceTo(clock.instant().plus(BETWEEN_STEPS));
                take(step, next.cast());
            }
        }
    }

    private LocalDate nights(LocalDate from, LocalDate to) {
        LocalDate today = from;
        while (today.isBefore(to)) {
            today = today.plusDays(1);
            clock.advanceTo(today.atStartOfDay(zone).toInstant());
            tick.run();
            pace.dayPassed();
        }
        return today;
    }

    private void take(Step step, Cast cast) {
        YamlSource source = cast.scenario().source();
        YamlSource.Place sentence = step.place().then("refused");
        String expected = step.name() + ": was to be refused with \"" + step.refused() + "\", but ";
        steps++;
        try {
            cast.desk().perform(step);
        } catch (RestException e) {
            if (step.refused() == null) {
                throw source.error(step.place(), step.name() + ": " + e.getMessage());
            }
            if (!step.refused().equals(e.detail())) {
                throw source.error(sentence, expected + e.getMessage());
            }
            refusals++;
            out.println("            refused, as it must be: " + step.refused());
            return;
        }
        if (step.refused() != null) {
            throw source.error(sentence, expected + "was accepted");
        }
    }

    /** Steps taken so far. */
    int steps() {
        return steps;
    }

    /** How many of them were refused, as they had to be. */
    int refusals() {
        return refusals;
    }
}
