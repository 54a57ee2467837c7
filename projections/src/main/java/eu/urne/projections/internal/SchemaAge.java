package eu.urne.projections.internal;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** How the tables that stand in a database compare with those that this version of the program makes. */
enum SchemaAge {
    /** They are those, or there are none yet. */
    SAME,
    /** An earlier version made them. */
    OLDER,
    /** A later version made them. */
    NEWER;

    static SchemaAge of(Flyway schema) {
        MigrationInfo[] all = schema.info().all();
        if (Arrays.stream(all).anyMatch(each -> each.getState() == MigrationState.FUTURE_SUCCESS)) {
            return NEWER;
        }
        return Arrays.stream(all).anyMatch(each -> each.getState().isApplied())
                        && Arrays.stream(all).anyMatch(each -> !each.getState().isApplied())
                ? OLDER
                : SAME;
    }
}
