package eu.urne.api.site;

import eu.urne.api.rest.CodeReply;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Seed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A draw as it is told, step by step. Of a step that has not come nothing is known.
 *
 * @param groups the cells, or what quotas ask for
 * @param fixed what is frozen; null before
 * @param result who was drawn; null before
 */
public record DrawStory(
        DrawTerms terms,
        Stage stage,
        List<DrawGroup> groups,
        @Nullable Fixed fixed,
        @Nullable Result result) {

    /** How far a draw has come. */
    public enum Stage {
        /** Persons can stand. */
        ANNOUNCED,
        /** The pool is frozen, and the randomness is waited for. */
        FROZEN,
        /** One person has told the values, and a second one has to tell the same. */
        TOLD,
        /** Members are drawn. */
        DRAWN,
        /** Nobody is drawn. */
        CALLED_OFF
    }

    /**
     * What is frozen before the randomness exists.
     *
     * @param candidates of the pool
     * @param root of the pool
     * @param code of the root, by which people compare it
     * @param spec hash of the specification
     * @param sources of the randomness, in their order
     * @param knownMs when all of it can be known, milliseconds since the epoch
     * @param chances with quotas; null with strata
     */
    public record Fixed(
            int candidates,
            Hash root,
            CodeReply code,
            Hash spec,
            List<Source> sources,
            long knownMs,
            @Nullable Chances chances) {}

    /**
     * A source of randomness.
     *
     * @param fromMs before which its value cannot exist, milliseconds since the epoch
     * @param value as it was told last; null before
     */
    public record Source(
            PublicRandomness randomness,
            long fromMs,
            @Nullable String value) {}

    /**
     * The chances of candidates by the list of panels.
     *
     * @param smallest tickets of whoever has the fewest
     * @param greatest tickets of whoever has the most
     */
    public record Chances(int panels, int tickets, int smallest, int greatest) {}

    /**
     * What the draw gave.
     *
     * @param ticket with quotas; null with strata
     * @param cells with the numbers drawn; one cell with quotas
     * @param notDrawn how many of the pool got no seat
     * @param passedOver how many of them have not taken a seat when it was their turn
     * @param roles for those not drawn
     */
    public record Result(
            Hash seed,
            @Nullable Integer ticket,
            List<Cell> cells,
            int notDrawn,
            int passedOver,
            List<CouncilDraw.Places> roles) {

        /** How many were drawn. */
        public int drawn() {
            return cells.stream().mapToInt(cell -> cell.members().size()).sum();
        }
    }

    /**
     * A cell with what was drawn in it.
     *
     * @param attributes ids of those that make it
     * @param values one of each; empty for all candidates
     * @param members numbers in the pool, in the order drawn
     * @param empty seats for which nobody was left
     * @param reserve numbers in the pool, in order
     */
    public record Cell(
            List<String> attributes, List<String> values, List<Integer> members, int empty, List<Integer> reserve) {}

    /** Whether something other than strata decides: overlapping quotas. */
    public boolean hasQuotas() {
        return groups.stream().anyMatch(DrawGroup::isQuota);
    }

    /** The story of a draw that was announced. */
    static DrawStory of(CouncilDraw draw) {
        return switch (draw) {
            case CouncilDraw.Unannounced nothing -> throw new IllegalArgumentException("there is no draw to tell of");
            case CouncilDraw.Announced announced -> bare(announced.terms(), Stage.ANNOUNCED);
            case CouncilDraw.CalledOff off -> bare(off.terms(), Stage.CALLED_OFF);
            case CouncilDraw.Frozen frozen -> {
                List<String> values =
                        frozen.latest() == null ? List.of() : frozen.latest().values();
                yield new DrawStory(
                        frozen.terms(),
                        values.isEmpty() ? Stage.FROZEN : Stage.TOLD,
                        DrawGroup.of(frozen.terms(), frozen.lots().pool(), List.of()),
                        fixed(frozen.lots(), values),
                        null);
            }
            case CouncilDraw.Drawn drawn ->
                new DrawStory(
                        drawn.terms(),
                        Stage.DRAWN,
                        DrawGroup.of(drawn.terms(), drawn.lots().pool(), drawn.seats()),
                        fixed(drawn.lots(), drawn.values()),
                        result(drawn));
        };
    }

    private static DrawStory bare(DrawTerms terms, Stage stage) {
        return new DrawStory(terms, stage, DrawGroup.of(terms, null, List.of()), null, null);
    }

    private static Fixed fixed(CouncilDraw.Lots lots, List<String> values) {
        List<PublicRandomness> randomness = lots.spec().randomness();
        List<Source> sources = IntStream.range(0, randomness.size())
                .mapToObj(i ->
                        new Source(randomness.get(i), lots.moments().get(i), values.isEmpty() ? null : values.get(i)))
                .toList();
        Hash root = lots.pool().root();
        return new Fixed(
                lots.pool().size(),
                root,
                CodeReply.of(ReceiptCode.of(root)),
                lots.spec().hash(),
                sources,
                lots.moments().stream().mapToLong(Long::longValue).max().orElse(0),
                chances(lots));
    }

    private static @Nullable Chances chances(CouncilDraw.Lots lots) {
        if (lots.panels() == null) {
            return null;
        }
        List<Integer> chances = lots.panels().chances(lots.pool());
        return new Chances(
                lots.panels().panels().size(),
                lots.panels().tickets(),
                chances.stream().mapToInt(Integer::intValue).min().orElse(0),
                chances.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static Result result(CouncilDraw.Drawn drawn) {
        Seed seed = drawn.lots().with(drawn.terms().draw(), drawn.values()).seed();
        return new Result(
                seed.hash(),
                drawn.lots().panels() == null
                        ? null
                        : seed.number(drawn.lots().panels().tickets()),
                DrawGroup.cells(drawn),
                drawn.lots().pool().size() - drawn.seats().size(),
                drawn.passedOver().size(),
                drawn.roles().values().stream()
                        .sorted(Comparator.comparing(places -> places.role().id()))
                        .toList());
    }
}
