package eu.urne.audit;

import java.util.List;
import java.util.SortedMap;

/**
 * The result of a verification.
 *
 * @param source what was verified, as the user named it
 * @param subject of what alone it is the evidence: {@code poll <id>} or {@code motion <council>/<id>}; empty for a
 *     whole log
 * @param origin origin of the log; empty if it could not be told
 * @param key verifier key string; empty if it could not be told
 * @param replaces origin of the log that this one continues, as its genesis says; empty if it continues none
 * @param keyGiven whether the key was given from outside, alone or in a policy; otherwise it is unverified
 * @param cosigned names of the witnesses of the policy that cosigned the checkpoint; empty without a policy
 * @param size number of entries that the checkpoint tells
 * @param root root that the checkpoint tells, 64 hex digits; empty if it could not be told
 * @param entries number of entries examined
 * @param checkpoints number of checkpoints of the history examined; 0 for a site
 * @param ballots number of ballots examined
 * @param polls the polls, in the order of their definition
 * @param registers the registers, in a register log
 * @param candidacies the candidacies, in a register log
 * @param draws the draws, in the order of their announcement
 * @param motions the motions of councils, in the order in which they were put
 * @param notExamined number of entries by type, of contexts that this version does not examine
 * @param findings the first 1,000 things that are wrong
 * @param findingCount how many things are wrong
 * @param verified whether nothing is wrong
 */
public record Report(
        String source,
        String subject,
        String origin,
        String key,
        String replaces,
        boolean keyGiven,
        List<String> cosigned,
        long size,
        String root,
        long entries,
        long checkpoints,
        long ballots,
        List<PollReport> polls,
        List<RegisterReport> registers,
        List<CandidacyReport> candidacies,
        List<DrawReport> draws,
        List<MotionReport> motions,
        SortedMap<String, Long> notExamined,
        List<Finding> findings,
        long findingCount,
        boolean verified) {

    /** Tells whether it is the evidence of one poll or motion alone, and not of a whole log. */
    public boolean isOfPart() {
        return !subject.isEmpty();
    }
}
