package eu.urne.engine.works;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.works.WorksEvent.DelayRecorded;
import eu.urne.engine.works.WorksEvent.ExpenseRecorded;
import eu.urne.engine.works.WorksEvent.FateTold;
import eu.urne.engine.works.WorksEvent.IndicatorDefined;
import eu.urne.engine.works.WorksEvent.MeasureRecorded;
import eu.urne.engine.works.WorksEvent.MilestoneRecorded;
import eu.urne.engine.works.WorksEvent.PhotoAdded;
import eu.urne.engine.works.WorksEvent.WorksOpened;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of the works of a proposal.
 *
 * @param opened whether they are followed, because the proposal has won
 * @param awarded cents; 0 where they are not followed
 * @param spent cents, less what came back
 * @param milestones by title
 * @param indicators by id
 * @param measures the latest telling for each day of each indicator
 * @param fate what became of the proposal; "" before it is told
 */
public record Works(
        boolean opened,
        long awarded,
        long spent,
        Map<String, Milestone> milestones,
        Set<BlobHash> photos,
        Map<String, Indicator> indicators,
        Map<MeasuredDay, Measure> measures,
        String fate) {

    /** Works of which nothing is known. */
    public static final Works NONE = new Works(false, 0, 0, Map.of(), Set.of(), Map.of(), Map.of(), "");

    /** A day on which an indicator was measured. */
    public record MeasuredDay(String indicator, LocalDate day) {}

    /** The state after an event. */
    public Works after(WorksEvent event) {
        return switch (event) {
            case WorksOpened works -> new Works(true, works.cents(), 0, Map.of(), Set.of(), Map.of(), Map.of(), fate);
            case MilestoneRecorded recorded -> with(recorded.milestone());
            case DelayRecorded recorded ->
                with(new Milestone(
                        Objects.requireNonNull(recorded.delay().milestone(), "a delay in the log names its milestone"),
                        recorded.delay().newDay(),
                        Milestone.State.PLANNED));
            case ExpenseRecorded recorded ->
                new Works(
                        opened,
                        awarded,
                        spent + recorded.expense().cents(),
                        milestones,
                        photos,
                        indicators,
                        measures,
                        fate);
            case PhotoAdded added -> with(added.photo());
            case FateTold told ->
                new Works(opened, awarded, spent, milestones, photos, indicators, measures, told.text());
            case IndicatorDefined defined -> with(defined.indicator());
            case MeasureRecorded recorded -> with(recorded.measure());
        };
    }

    private Works with(Milestone milestone) {
        Map<String, Milestone> all = new TreeMap<>(milestones);
        all.put(milestone.title(), milestone);
        return new Works(opened, awarded, spent, all, photos, indicators, measures, fate);
    }

    private Works with(Photo photo) {
        Set<BlobHash> all = new HashSet<>(photos);
        all.add(photo.blob());
        return new Works(opened, awarded, spent, milestones, all, indicators, measures, fate);
    }

    private Works with(Indicator indicator) {
        Map<String, Indicator> all = new TreeMap<>(indicators);
        all.put(indicator.id(), indicator);
        return new Works(opened, awarded, spent, milestones, photos, all, measures, fate);
    }

    private Works with(Measure measure) {
        Map<MeasuredDay, Measure> all = new HashMap<>(measures);
        all.put(new MeasuredDay(measure.indicator(), measure.day()), measure);
        return new Works(opened, awarded, spent, milestones, photos, indicators, all, fate);
    }
}
