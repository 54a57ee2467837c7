package eu.urne.projections;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a proposal has come. */
public enum ProposalState {
    /** Handed in, not yet moderated. */
    SUBMITTED(false),
    /** Published. */
    ACCEPTED(true),
    /** A department is studying it. */
    ASSIGNED(true),
    /** Studied. */
    STUDIED(true),
    /** Studied, and confirmed by somebody else. */
    CONFIRMED(true),
    /** Chosen for a ballot. */
    SHORTLISTED(true),
    /** Selected by its poll, or paid from the common rest. */
    WON(true),
    /** It was voted on, and others won. */
    LOST(true),
    /** Its authors took it back. */
    WITHDRAWN(false),
    /** It is not published. */
    REJECTED(false),
    /** It goes on as part of another one. */
    MERGED(true),
    /** It will not be done. */
    DECLINED(true);

    private final boolean shown;

    ProposalState(boolean shown) {
        this.shown = shown;
    }

    /** Whether its words and pictures are for everybody. */
    public boolean isShown() {
        return shown;
    }

    /** The name in JSON, in lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of that name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ProposalState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
