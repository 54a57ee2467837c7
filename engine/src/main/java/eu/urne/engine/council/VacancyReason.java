package eu.urne.engine.council;

/** Why a seat was vacated, as far as the log says it. */
public enum VacancyReason {
    /** Whoever held it gave it up. */
    RESIGNED,
    /** Meetings were missed without excuse, as the council's procedure counts them. */
    ABSENT,
    /** Whoever held it is no longer one of those who may. */
    NOT_ELIGIBLE,
    /** Something else. */
    OTHER
}
