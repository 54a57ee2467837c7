package eu.urne.api.site;

import eu.urne.engine.budget.Phase;
import java.util.Locale;

/** Names of phases in the keys of texts. */
final class Phases {

    private Phases() {}

    /** Such as {@code kick-off}. */
    static String key(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
