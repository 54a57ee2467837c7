package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.roll.RefusalCode;

/** Why a person may not stand, as far as the register log says it. */
public sealed interface CandidacyRefusal {

    /** The word in the log. */
    @JsonValue
    String code();

    /** The rule of who may stand is not met. */
    record NotEligible(RefusalCode why) implements CandidacyRefusal {
        @Override
        @JsonValue
        public String code() {
            return why.name();
        }
    }

    /** A value that the composition of the council needs is not known of the person. */
    record ValueUnknown() implements CandidacyRefusal {
        @Override
        @JsonValue
        public String code() {
            return ATTRIBUTE;
        }
    }

    /** The word for {@link ValueUnknown}. */
    String ATTRIBUTE = "ATTRIBUTE";

    /** The reason with this word. */
    @JsonCreator
    static CandidacyRefusal of(String code) {
        return code.equals(ATTRIBUTE) ? new ValueUnknown() : new NotEligible(RefusalCode.valueOf(code));
    }
}
