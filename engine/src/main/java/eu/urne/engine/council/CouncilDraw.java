package eu.urne.engine.council;

import eu.urne.engine.council.DrawEvent.CandidatePassedOver;
import eu.urne.engine.council.DrawEvent.CandidatesListed;
import eu.urne.engine.council.DrawEvent.DrawAnnounced;
import eu.urne.engine.council.DrawEvent.DrawCalledOff;
import eu.urne.engine.council.DrawEvent.GivenSeat;
import eu.urne.engine.council.DrawEvent.MembersDrawn;
import eu.urne.engine.council.DrawEvent.PanelsListed;
import eu.urne.engine.council.DrawEvent.PoolFrozen;
import eu.urne.engine.council.DrawEvent.RandomnessRead;
import eu.urne.engine.council.DrawEvent.ReserveOrdered;
import eu.urne.engine.council.DrawEvent.RoleAnswered;
import eu.urne.engine.council.DrawEvent.RoleOffered;
import eu.urne.engine.council.DrawEvent.RoleOpened;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawDocument;
import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.Panel;
import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.Pool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The states of a draw. */
public sealed interface CouncilDraw {

    /** Nothing of that name yet. */
    record Unannounced() implements CouncilDraw {}

    /**
     * Persons can stand, until the pool is frozen.
     *
     * @param candidates of the pool, as far as they are listed
     * @param panels likewise
     */
    record Announced(DrawTerms terms, List<Candidate> candidates, List<Panel> panels) implements CouncilDraw {}

    /**
     * Who can be drawn is fixed, and the randomness is waited for.
     *
     * @param latest the values as they were told last; null before
     */
    record Frozen(DrawTerms terms, Lots lots, @Nullable RandomnessRead latest) implements CouncilDraw {}

    /**
     * What is drawn from, and when the randomness is known.
     *
     * @param panels with quotas; null with strata
     * @param moments before which the values of the sources cannot exist, milliseconds since the epoch
     */
    record Lots(Pool pool, DrawSpec spec, @Nullable PanelList panels, List<Long> moments) {

        /** The draw with the values of the randomness. */
        public DrawDocument with(DrawId draw, List<String> values) {
            return new DrawDocument(draw.value(), panels, pool, spec, values);
        }
    }

    /**
     * Members are drawn.
     *
     * @param values of the randomness
     * @param reserve of each cell, as far as it is ordered
     * @param passedOver who is not seated any more
     * @param roles by id
     */
    record Drawn(
            DrawTerms terms,
            Lots lots,
            List<String> values,
            List<GivenSeat> seats,
            Map<Integer, List<Integer>> reserve,
            Set<Integer> passedOver,
            Map<String, Places> roles)
            implements CouncilDraw {

        /** Whether a candidate is one of those who were not drawn. */
        public boolean isInReserve(int candidate) {
            return reserve.values().stream().anyMatch(list -> list.contains(candidate));
        }

        private Drawn after(ReserveOrdered ordered) {
            Map<Integer, List<Integer>> all = new TreeMap<>(reserve);
            List<Integer> list = new ArrayList<>(all.getOrDefault(ordered.cell(), List.of()));
            list.addAll(ordered.candidates());
            all.put(ordered.cell(), list);
            return new Drawn(terms, lots, values, seats, all, passedOver, roles);
        }

        private Drawn after(CandidatePassedOver event) {
            Set<Integer> all = new HashSet<>(passedOver);
            all.add(event.candidate());
            return new Drawn(terms, lots, values, seats, reserve, all, roles);
        }

        private Drawn with(String role, Places places) {
            Map<String, Places> all = new HashMap<>(roles);
            all.put(role, places);
            return new Drawn(terms, lots, values, seats, reserve, passedOver, all);
        }

        private Places places(String role) {
            Places places = roles.get(role);
            if (places == null) {
                throw new IllegalStateException("no role " + role);
            }
            return places;
        }
    }

    /**
     * A role and how far it is taken.
     *
     * @param answers of those to whom it was offered; null before an answer
     */
    record Places(Role role, Map<Integer, Answer> answers) {

        /** How many have accepted. */
        public int taken() {
            return (int)
                    answers.values().stream().filter(Answer.ACCEPTED::equals).count();
        }

        private Places with(int candidate, Answer answer) {
            Map<Integer, Answer> all = new HashMap<>(answers);
            all.put(candidate, answer);
            return new Places(role, all);
        }
    }

    /** What somebody says to a role. */
    enum Answer {
        /** Nothing yet. */
        OFFERED,
        /** Yes. */
        ACCEPTED,
        /** No. */
        DECLINED
    }

    /** Nobody is drawn. */
    record CalledOff(DrawTerms terms) implements CouncilDraw {}

    /** The state after an event. */
    default CouncilDraw after(DrawEvent event) {
        return switch (event) {
            case DrawAnnounced announced -> new Announced(announced.terms(), List.of(), List.of());
            case CandidatesListed listed -> {
                Announced draw = (Announced) this;
                yield new Announced(draw.terms(), joined(draw.candidates(), listed.candidates()), draw.panels());
            }
            case PanelsListed listed -> {
                Announced draw = (Announced) this;
                yield new Announced(draw.terms(), draw.candidates(), joined(draw.panels(), listed.panels()));
            }
            case PoolFrozen frozen -> frozen((Announced) this, frozen);
            case RandomnessRead read -> {
                Frozen draw = (Frozen) this;
                yield new Frozen(draw.terms(), draw.lots(), read);
            }
            case MembersDrawn drawn -> {
                Frozen draw = (Frozen) this;
                List<String> values =
                        draw.latest() == null ? List.of() : draw.latest().values();
                yield new Drawn(draw.terms(), draw.lots(), values, drawn.seats(), Map.of(), Set.of(), Map.of());
            }
            case ReserveOrdered ordered -> ((Drawn) this).after(ordered);
            case CandidatePassedOver passed -> ((Drawn) this).after(passed);
            case RoleOpened opened ->
                ((Drawn) this)
                        .with(
                                opened.role(),
                                new Places(new Role(opened.role(), opened.title(), opened.places()), Map.of()));
            case RoleOffered offered -> answered(offered.role(), offered.candidate(), Answer.OFFERED);
            case RoleAnswered answered ->
                answered(
                        answered.role(), answered.candidate(), answered.accepted() ? Answer.ACCEPTED : Answer.DECLINED);
            case DrawCalledOff calledOff -> new CalledOff(terms());
        };
    }

    private static Frozen frozen(Announced draw, PoolFrozen event) {
        PanelList panels = draw.panels().isEmpty() ? null : new PanelList(draw.panels());
        Lots lots = new Lots(new Pool(draw.candidates()), event.spec(), panels, event.moments());
        return new Frozen(draw.terms(), lots, null);
    }

    private Drawn answered(String role, int candidate, Answer answer) {
        Drawn draw = (Drawn) this;
        return draw.with(role, draw.places(role).with(candidate, answer));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The terms of a draw that is announced. */
    private DrawTerms terms() {
        return switch (this) {
            case Unannounced nothing -> throw new IllegalStateException("no draw");
            case Announced announced -> announced.terms();
            case Frozen frozen -> frozen.terms();
            case Drawn drawn -> drawn.terms();
            case CalledOff calledOff -> calledOff.terms();
        };
    }
}
