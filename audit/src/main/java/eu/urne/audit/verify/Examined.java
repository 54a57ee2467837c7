package eu.urne.audit.verify;

import eu.urne.audit.CandidacyReport;
import eu.urne.audit.DrawReport;
import eu.urne.audit.MotionReport;
import eu.urne.audit.PollFacts;
import eu.urne.audit.PollReport;
import eu.urne.audit.RegisterReport;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the entries of evidence say.
 *
 * @param entries number of entries examined
 * @param checkpoints number of checkpoints of the history that are good by themselves
 * @param ballots number of ballots, good or not
 * @param replaces the origin of the log that this one continues; empty if none
 * @param polls what was found about each poll, in the order of definition
 * @param facts all that is known about each poll whose definition is whole
 * @param registers what was found about each register
 * @param candidacies what was found about the candidacies of each draw
 * @param draws what was found about each draw
 * @param motions what was found about each motion
 * @param notExamined number of entries by type that no check covers
 */
public record Examined(
        long entries,
        long checkpoints,
        long ballots,
        String replaces,
        List<PollReport> polls,
        List<PollFacts> facts,
        List<RegisterReport> registers,
        List<CandidacyReport> candidacies,
        List<DrawReport> draws,
        List<MotionReport> motions,
        SortedMap<String, Long> notExamined) {
    /** Of evidence whose entries were not reached. */
    public static final Examined NOTHING = new Examined(
            0, 0, 0, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), new TreeMap<>());
}
