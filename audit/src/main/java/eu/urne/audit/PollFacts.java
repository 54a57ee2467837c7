package eu.urne.audit;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.event.Definition;
import eu.urne.audit.event.PollEvent.PollSealed;
import eu.urne.audit.event.RegisterFigures;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the evidence says about a poll, for a readable record. Times are milliseconds since 1970, as the node told
 * them.
 *
 * @param report the figures of this verifier
 * @param definition the definition without its options
 * @param hash hash of the whole definition, as declared
 * @param options the options in the order of the definition
 * @param register the register at the close; null before it
 * @param tablets on which people voted, as far as the log tells
 * @param seal the seal; null before it
 * @param recount the outcome of the recount; null where nothing is counted yet
 * @param openedAt when it was opened
 * @param closedAt when it was closed
 * @param declaredAt when its outcome was declared
 * @param latestAt when its latest event was
 */
public record PollFacts(
        PollReport report,
        Definition definition,
        Bytes hash,
        List<Option> options,
        @Nullable RegisterFigures register,
        TabletFigures tablets,
        @Nullable PollSealed seal,
        @Nullable Outcome recount,
        Optional<Long> openedAt,
        Optional<Long> closedAt,
        Optional<Long> declaredAt,
        long latestAt) {}
