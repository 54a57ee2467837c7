package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member says to a motion. */
public enum Vote {
    /** For it. */
    @JsonProperty("for")
    FOR,
    /** Against it. */
    @JsonProperty("against")
    AGAINST,
    /** Neither. */
    @JsonProperty("abstain")
    ABSTAIN
}
