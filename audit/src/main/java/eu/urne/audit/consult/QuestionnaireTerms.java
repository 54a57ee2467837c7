package eu.urne.audit.consult;

import java.util.List;

/**
 * Terms of a questionnaire (docs/formats/consultations.md, section 2).
 *
 * @param codes whether it is answered with codes
 * @param closes moment from which no answer is taken
 * @param typists how many persons type a sheet of paper; 0 where there are none
 * @param least no figure of fewer persons is told
 * @param questions in their order
 */
public record QuestionnaireTerms(boolean codes, long closes, int typists, int least, List<Question> questions) {}
