package eu.urne.api.site;

import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilDraw.Lots;
import eu.urne.engine.council.Role;
import eu.urne.engine.vault.CandidateProof;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one person in a draw, for this person.
 *
 * @param attributes what the pool tells of her; empty where she does not stand
 * @param number in the pool; null before the freezing and for who is not in it
 * @param place in the reserve, from 1; null for who is in none
 * @param seat that she holds or held; null for none
 * @param offers of roles
 */
public record CandidateStory(
        State state,
        Map<String, String> attributes,
        @Nullable Integer number,
        @Nullable Integer place,
        @Nullable Integer seat,
        List<Offer> offers) {

    /** How far it is. */
    public enum State {
        /** She can stand. */
        CAN_STAND,
        /** A guardian has to consent before she can stand. */
        NEEDS_CONSENT,
        /** She stands. */
        STANDS,
        /** She is in the frozen pool, and chance is awaited. */
        IN_POOL,
        /** The pool was frozen without her. */
        NOT_IN_POOL,
        /** She was drawn, or came to a seat later. */
        SEATED,
        /** She was not drawn, and is in reserve. */
        IN_RESERVE,
        /** It was her turn, and she did not take the seat. */
        PASSED_OVER,
        /** The draw was called off. */
        CALLED_OFF
    }

    /** A role that was offered, and what she said. */
    public record Offer(Role role, CouncilDraw.Answer answer) {}

    /**
     * Where she stands before the freezing.
     *
     * @param attributes what the pool will tell of her; empty where she does not stand
     */
    record Before(Optional<Map<String, String>> attributes, boolean needsConsent) {}

    /**
     * The story.
     *
     * @param proof her place in the frozen pool; empty before, and where she has none
     */
    static CandidateStory of(CouncilDraw draw, Established council, Before before, Optional<CandidateProof> proof) {
        return switch (draw) {
            case CouncilDraw.Unannounced nothing -> throw new IllegalArgumentException("there is no draw to tell of");
            case CouncilDraw.Announced announced ->
                before.attributes()
                        .map(values -> new CandidateStory(State.STANDS, values, null, null, null, List.of()))
                        .orElseGet(() -> bare(before.needsConsent() ? State.NEEDS_CONSENT : State.CAN_STAND));
            case CouncilDraw.CalledOff off -> bare(State.CALLED_OFF);
            case CouncilDraw.Frozen frozen ->
                proof.map(known -> pooled(State.IN_POOL, frozen.lots(), known, null, null, List.of()))
                        .orElseGet(() -> bare(State.NOT_IN_POOL));
            case Drawn drawn ->
                proof.map(known -> drawn(drawn, council, known)).orElseGet(() -> bare(State.NOT_IN_POOL));
        };
    }

    private static CandidateStory bare(State state) {
        return new CandidateStory(state, Map.of(), null, null, null, List.of());
    }

    private static CandidateStory pooled(
            State state,
            Lots lots,
            CandidateProof proof,
            @Nullable Integer place,
            @Nullable Integer seat,
            List<Offer> offers) {
        Map<String, String> attributes =
                lots.pool().candidates().get(proof.index()).attributes();
        return new CandidateStory(state, attributes, proof.index(), place, seat, offers);
    }

    private static CandidateStory drawn(Drawn drawn, Established council, CandidateProof proof) {
        int number = proof.index();
        Optional<Integer> seat = council.seats().entrySet().stream()
                .filter(each -> each.getValue().stream()
                        .anyMatch(tenure -> tenure.draw().equals(drawn.terms().draw()) && tenure.candidate() == number))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean seated = seat.isPresent() || !drawn.isInReserve(number);
        boolean passed = drawn.passedOver().contains(number);
        State state = seated ? State.SEATED : passed ? State.PASSED_OVER : State.IN_RESERVE;
        Integer place = state == State.IN_RESERVE ? place(drawn, number) : null;
        return pooled(state, drawn.lots(), proof, place, seat.orElse(null), offers(drawn, number));
    }

    private static @Nullable Integer place(Drawn drawn, int number) {
        return drawn.reserve().values().stream()
                .filter(list -> list.contains(number))
                .map(list -> list.indexOf(number) + 1)
                .findFirst()
                .orElse(null);
    }

    private static List<Offer> offers(Drawn drawn, int number) {
        return drawn.roles().values().stream()
                .filter(places -> places.answers().containsKey(number))
                .map(places ->
                        new Offer(places.role(), places.answers().getOrDefault(number, CouncilDraw.Answer.OFFERED)))
                .sorted(Comparator.comparing(offer -> offer.role().id()))
                .toList();
    }
}
