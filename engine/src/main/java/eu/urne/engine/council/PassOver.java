package eu.urne.engine.council;

/** Why somebody in the reserve is not seated when it is her turn, as far as the log says it. */
public enum PassOver {
    /** Does not want to, or has withdrawn. */
    DECLINED,
    /** Has not answered. */
    UNREACHABLE,
    /** Is no longer one of those who may. */
    NOT_ELIGIBLE
}
