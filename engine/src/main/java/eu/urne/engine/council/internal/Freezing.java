package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.INVALID;

import eu.urne.engine.Chunks;
import eu.urne.engine.Decision;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilDraw.Announced;
import eu.urne.engine.council.DrawCommand.FreezePool;
import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawEvent.CandidatesListed;
import eu.urne.engine.council.DrawEvent.PanelsListed;
import eu.urne.engine.council.DrawEvent.PoolFrozen;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.Panel;
import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.PublicRandomness;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Fixes who can be drawn, before the randomness exists. */
final class Freezing {

    private static final int MOST = 1_000;

    private Freezing() {}

    static Decision<DrawEvent> freeze(Announced draw, FreezePool command) {
        for (Source source : command.sources()) {
            if (source.fromMs() <= command.nowMs()) {
                return Decision.refuse(
                        INVALID,
                        "sources: the value of \"" + source.randomness().name()
                                + "\" could be known already; the pool is frozen before");
            }
        }
        try {
            return frozen(draw.terms(), command);
        } catch (IllegalArgumentException e) {
            return Decision.refuse(INVALID, String.valueOf(e.getMessage()));
        }
    }

    private static Decision<DrawEvent> frozen(DrawTerms terms, FreezePool command) {
        Pool pool = command.pool();
        TreeSet<String> told =
                new TreeSet<>(pool.candidates().getFirst().attributes().keySet());
        if (!told.equals(new TreeSet<>(terms.composition().attributes()))) {
            throw new IllegalArgumentException("pool: of the candidates "
                    + terms.composition().attributes() + " is told and nothing else, not " + told);
        }
        DrawSpec spec = spec(terms, pool, command);
        List<DrawEvent> events = new ArrayList<>();
        int from = 0;
        for (List<Candidate> part : Chunks.of(pool.candidates(), MOST)) {
            events.add(new CandidatesListed(command.draw(), from, part));
            from += part.size();
        }
        from = 0;
        for (List<Panel> part : panels(command)) {
            events.add(new PanelsListed(command.draw(), from, part));
            from += part.size();
        }
        events.add(new PoolFrozen(
                command.draw(),
                pool.size(),
                pool.root(),
                spec,
                command.sources().stream().map(Source::fromMs).toList(),
                command.checkpoint()));
        return new Decision.Accepted<>(events);
    }

    private static List<List<Panel>> panels(FreezePool command) {
        PanelList panels = command.panels();
        return panels == null ? List.of() : Chunks.of(panels.panels(), MOST);
    }

    private static DrawSpec spec(DrawTerms terms, Pool pool, FreezePool command) {
        List<PublicRandomness> randomness =
                command.sources().stream().map(Source::randomness).toList();
        PanelList panels = command.panels();
        DrawSpec spec =
                switch (terms.composition()) {
                    case Composition.Strata strata -> {
                        if (panels != null) {
                            throw new IllegalArgumentException("panels: a draw by strata has none");
                        }
                        yield strata.with(randomness);
                    }
                    case Composition.Quotas quotas -> {
                        if (panels == null) {
                            throw new IllegalArgumentException("panels: a draw by quotas is from a list of panels");
                        }
                        panels.check(pool, terms.seats(), quotas.quotas());
                        yield quotas.with(terms.seats(), panels, randomness);
                    }
                };
        spec.check(pool);
        return spec;
    }
}
