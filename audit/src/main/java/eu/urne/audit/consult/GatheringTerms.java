package eu.urne.audit.consult;

import java.util.List;

/**
 * Terms of a gathering (docs/formats/consultations.md, section 6).
 *
 * @param sites ids of its sites
 * @param ages its age bands
 * @param least no figure of fewer persons is told
 */
public record GatheringTerms(List<String> sites, List<String> ages, int least) {}
