package eu.urne.api.rest;

import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.search.PanelSearch;
import java.nio.ByteBuffer;
import java.util.List;

/** Searches the panels of a draw with quotas; whoever has the pool finds the same list again. */
public final class QuotaPanels {

    private static final int TICKETS = 1_000;

    private QuotaPanels() {}

    /**
     * Panels of a pool.
     *
     * @throws IllegalArgumentException in one sentence, if no panel meets the quotas, or none was found
     */
    public static PanelList find(Pool pool, int seats, List<Quota> quotas) {
        long seed = ByteBuffer.wrap(pool.root().bytes()).getLong();
        return switch (PanelSearch.find(pool, seats, quotas, TICKETS, seed)) {
            case PanelSearch.Panels panels -> panels.list();
            case PanelSearch.Conflict conflict -> throw new IllegalArgumentException(conflict.sentence());
            case PanelSearch.Unsettled unsettled ->
                throw new IllegalArgumentException(
                        "quotas: neither a panel that meets them nor a proof that there is none was found; make the"
                                + " quotas wider");
        };
    }
}
