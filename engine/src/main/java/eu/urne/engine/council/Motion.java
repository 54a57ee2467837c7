package eu.urne.engine.council;

import eu.urne.engine.council.MotionEvent.AmendmentDecided;
import eu.urne.engine.council.MotionEvent.AmendmentPut;
import eu.urne.engine.council.MotionEvent.ConflictDeclared;
import eu.urne.engine.council.MotionEvent.HandsAgreed;
import eu.urne.engine.council.MotionEvent.HandsCounted;
import eu.urne.engine.council.MotionEvent.MotionDeclared;
import eu.urne.engine.council.MotionEvent.MotionPut;
import eu.urne.engine.council.MotionEvent.MotionWithdrawn;
import eu.urne.engine.council.MotionEvent.OpinionAnswered;
import eu.urne.engine.council.MotionEvent.TextRevised;
import eu.urne.engine.council.MotionEvent.VoteCast;
import eu.urne.engine.council.MotionEvent.VoteCorrected;
import eu.urne.engine.council.MotionEvent.VoteOpened;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The states of a motion. */
public sealed interface Motion {

    /** Nothing of that name yet. */
    record Unput() implements Motion {}

    /** Put: there are terms. */
    sealed interface Put extends Motion {

        /** What was put. */
        MotionTerms terms();
    }

    /** Put, and not voted on yet. */
    record Debated(
            MotionTerms terms, SortedMap<Integer, Amendment> amendments, int version, SortedSet<Integer> conflicts)
            implements Put {

        private Debated with(int number, Amendment amendment, int latest) {
            SortedMap<Integer, Amendment> all = new TreeMap<>(amendments);
            all.put(number, amendment);
            return new Debated(terms, all, latest, conflicts);
        }

        private Debated with(int seat) {
            SortedSet<Integer> all = new TreeSet<>(conflicts);
            all.add(seat);
            return new Debated(terms, amendments, version, all);
        }
    }

    /** How far an amendment has come. */
    enum Amendment {
        /** Proposed. */
        PUT,
        /** Adopted, and not in the text yet. */
        ADOPTED,
        /** In the text. */
        WRITTEN,
        /** Not adopted. */
        REJECTED
    }

    /**
     * Being voted on.
     *
     * @param votes of a roll call, by seat
     * @param counted hands as counted last; null before
     * @param agreed whether two persons counted alike
     */
    record Divided(
            MotionTerms terms,
            Division division,
            SortedMap<Integer, Vote> votes,
            @Nullable HandsCounted counted,
            boolean agreed)
            implements Put {

        private Divided with(int seat, Vote vote) {
            SortedMap<Integer, Vote> all = new TreeMap<>(votes);
            all.put(seat, vote);
            return new Divided(terms, division, all, counted, agreed);
        }
    }

    /**
     * Voted on.
     *
     * @param answer of the city to an opinion; null before
     */
    record Declared(
            MotionTerms terms,
            MotionDeclared result,
            @Nullable OpinionAnswered answer) implements Put {}

    /** Withdrawn before the vote. */
    record Withdrawn(MotionTerms terms) implements Put {}

    /** The state after an event. */
    default Motion after(MotionEvent event) {
        return switch (event) {
            case MotionPut put -> new Debated(put.terms(), new TreeMap<>(), 1, new TreeSet<>());
            case AmendmentPut put ->
                debated().with(put.amendment(), Amendment.PUT, debated().version());
            case AmendmentDecided decided ->
                debated()
                        .with(
                                decided.amendment(),
                                decided.adopted() ? Amendment.ADOPTED : Amendment.REJECTED,
                                debated().version());
            case TextRevised revised -> debated().with(revised.amendment(), Amendment.WRITTEN, revised.version());
            case ConflictDeclared declared -> debated().with(declared.seat());
            case VoteOpened opened -> new Divided(debated().terms(), opened.division(), new TreeMap<>(), null, false);
            case VoteCast cast -> divided().with(cast.seat(), cast.vote());
            case VoteCorrected corrected -> divided().with(corrected.seat(), corrected.vote());
            case HandsCounted counted ->
                new Divided(divided().terms(), divided().division(), divided().votes(), counted, false);
            case HandsAgreed agreed ->
                new Divided(
                        divided().terms(),
                        divided().division(),
                        divided().votes(),
                        divided().counted(),
                        true);
            case MotionDeclared declared -> new Declared(divided().terms(), declared, null);
            case MotionWithdrawn withdrawn -> new Withdrawn(debated().terms());
            case OpinionAnswered answered -> {
                Declared declared = (Declared) this;
                yield new Declared(declared.terms(), declared.result(), answered);
            }
        };
    }

    private Debated debated() {
        return (Debated) this;
    }

    private Divided divided() {
        return (Divided) this;
    }
}
