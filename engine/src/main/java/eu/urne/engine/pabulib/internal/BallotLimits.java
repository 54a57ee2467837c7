package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import java.math.BigDecimal;

/**
 * What META allows a ballot. Nobody can tell after the vote why a ballot that breaks a limit was accepted, so it
 * counts.
 *
 * @param length how many projects it names
 * @param sumCost what they cost together
 * @param points what a single project gets
 * @param sumPoints what all its projects get together
 */
record BallotLimits(Limits length, Limits sumCost, Limits points, Limits sumPoints, ProjectsSection projects) {

    static BallotLimits of(MetaSection meta, ProjectsSection projects, Oddities oddities) throws PbException {
        return new BallotLimits(
                Limits.of(meta, "length", oddities),
                Limits.of(meta, "sum_cost", oddities),
                Limits.of(meta, "points", oddities),
                Limits.of(meta, "sum_points", oddities),
                projects);
    }

    /** Tells where a ballot breaks a limit. */
    void check(Choice choice, int line, Oddities oddities) throws PbException {
        if (!length.isEmpty()) {
            BigDecimal named = BigDecimal.valueOf(choice.options().size());
            length.check(named, line, "vote", "the number of projects is", oddities);
        }
        if (!sumCost.isEmpty()) {
            BigDecimal sum =
                    choice.options().stream().mapToObj(projects::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
            sumCost.check(sum, line, "vote", "the projects cost", oddities);
        }
        if (!points.isEmpty()) {
            for (BigDecimal number : choice.points()) {
                points.check(number, line, "points", "the points are", oddities);
            }
        }
        if (!sumPoints.isEmpty() && !choice.points().isEmpty()) {
            BigDecimal sum = choice.points().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            sumPoints.check(sum, line, "points", "the sum of points is", oddities);
        }
    }
}
