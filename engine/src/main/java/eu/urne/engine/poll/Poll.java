package eu.urne.engine.poll;

import eu.urne.engine.poll.PollEvent.CardsIssued;
import eu.urne.engine.poll.PollEvent.CardsVoided;
import eu.urne.engine.poll.PollEvent.DiscrepancyRecorded;
import eu.urne.engine.poll.PollEvent.OptionsListed;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollEvent.PaperCounted;
import eu.urne.engine.poll.PollEvent.PaperReconciled;
import eu.urne.engine.poll.PollEvent.PollClosed;
import eu.urne.engine.poll.PollEvent.PollDefined;
import eu.urne.engine.poll.PollEvent.PollKeyRevealed;
import eu.urne.engine.poll.PollEvent.PollOpened;
import eu.urne.engine.poll.PollEvent.PollSealed;
import eu.urne.engine.poll.PollEvent.RegisterClosed;
import eu.urne.engine.poll.PollEvent.RegisterOpened;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.PollEvent.TabletEmptied;
import eu.urne.engine.poll.PollEvent.TabletEnrolled;
import eu.urne.engine.poll.PollEvent.TabletWriteOffAsked;
import eu.urne.engine.poll.PollEvent.TabletWrittenOff;
import eu.urne.engine.poll.PollEvent.VotingEnded;
import java.util.ArrayList;
import java.util.List;

/** The states of a poll. */
public sealed interface Poll {

    /** Nothing of that name yet. */
    record Undefined() implements Poll {}

    /** Defined, in preparation. */
    record Prepared(Facts facts) implements Poll {}

    /** Ballots are accepted. */
    record Open(Facts facts) implements Poll {}

    /** No ballot is accepted any more. */
    record Closed(Facts facts) implements Poll {}

    /** Its evidence is complete. */
    record Sealed(Facts facts) implements Poll {}

    /** Its ballots can be opened. */
    record Revealed(Facts facts) implements Poll {}

    /** Its outcome stands in the log. */
    record Declared(Facts facts) implements Poll {}

    /**
     * What is known of a poll.
     *
     * @param hash of the definition
     * @param options listed so far
     * @param cards of the poll
     * @param tablets of the poll
     */
    record Facts(PollTerms terms, Hash hash, List<PollOption> options, CardFacts cards, TabletFacts tablets) {

        /** The definition, once all options are listed. */
        public PollDefinition definition() {
            return new PollDefinition(terms, options);
        }

        private Facts with(List<PollOption> more) {
            List<PollOption> all = new ArrayList<>(options);
            all.addAll(more);
            return new Facts(terms, hash, all, cards, tablets);
        }

        private Facts with(CardFacts more) {
            return new Facts(terms, hash, options, more, tablets);
        }

        private Facts with(TabletFacts more) {
            return new Facts(terms, hash, options, cards, more);
        }
    }

    /** What is known of the poll. */
    default Facts known() {
        return switch (this) {
            case Undefined undefined -> throw new IllegalStateException("the poll is not defined");
            case Prepared prepared -> prepared.facts;
            case Open open -> open.facts;
            case Closed closed -> closed.facts;
            case Sealed sealed -> sealed.facts;
            case Revealed revealed -> revealed.facts;
            case Declared declared -> declared.facts;
        };
    }

    /** The state after an event. */
    default Poll after(PollEvent event) {
        return switch (event) {
            case PollDefined defined ->
                new Prepared(
                        new Facts(defined.definition(), defined.hash(), List.of(), CardFacts.NONE, TabletFacts.NONE));
            case OptionsListed listed -> new Prepared(known().with(listed.options()));
            case CardsIssued issued -> with(known().cards.with(issued));
            case CardsVoided voided -> with(known().cards.with(voided));
            case PaperCounted counted -> with(known().cards.with(counted));
            case PaperReconciled reconciled -> with(known().cards.asReconciled());
            case DiscrepancyRecorded recorded -> with(known().cards.with(recorded));
            case TabletEnrolled enrolled -> with(known().tablets.with(enrolled));
            case VotingEnded ended -> with(known().tablets.asEnded());
            case TabletEmptied emptied -> with(known().tablets.with(emptied));
            case TabletWriteOffAsked asked -> with(known().tablets.with(asked));
            case TabletWrittenOff writtenOff -> with(known().tablets.with(writtenOff));
            case PollOpened opened -> new Open(known());
            case PollClosed closed -> new Closed(known());
            case PollSealed sealed -> new Sealed(known());
            case PollKeyRevealed revealed -> new Revealed(known());
            case OutcomeDeclared declared -> new Declared(known());
            case RegisterOpened register -> this;
            case RegisterClosed register -> this;
            case ScoresDeclared scores -> this;
        };
    }

    /** The same state with other cards. */
    private Poll with(CardFacts cards) {
        return with(known().with(cards));
    }

    /** The same state with other tablets. */
    private Poll with(TabletFacts tablets) {
        return with(known().with(tablets));
    }

    /** What changes until the close; nothing does behind it. */
    private Poll with(Facts facts) {
        return switch (this) {
            case Undefined undefined -> this;
            case Prepared prepared -> new Prepared(facts);
            case Open open -> new Open(facts);
            case Closed closed -> this;
            case Sealed sealed -> this;
            case Revealed revealed -> this;
            case Declared declared -> this;
        };
    }
}
