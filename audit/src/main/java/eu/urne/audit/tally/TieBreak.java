package eu.urne.audit.tally;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.StrictText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How options of equal score are ordered (docs/formats/events.md, section 3). */
public sealed interface TieBreak {

    /** The order of the definition. */
    record Declared() implements TieBreak {}

    /** By the bytes of the id. */
    record ById() implements TieBreak {}

    /** Lowest cost, then most ballots that name the option, then id. */
    record CostVotesId() implements TieBreak {}

    /**
     * By SHA-256(seed, 00, id), lowest first.
     *
     * @param seed 1 to 128 visible ASCII characters
     */
    record Lot(String seed) implements TieBreak {}

    /** Not at all: counting stops at a tie that matters. */
    record Report() implements TieBreak {}

    /** The most characters of a seed. */
    int MAX_SEED_LENGTH = 128;

    /**
     * Reads the member {@code tieBreak} of a definition.
     *
     * @param text its text
     * @return the method, or empty if there is no such method
     */
    static Optional<TieBreak> parse(String text) {
        return switch (text) {
            case "declared" -> Optional.of(new Declared());
            case "id" -> Optional.of(new ById());
            case "cost-votes-id" -> Optional.of(new CostVotesId());
            case "report" -> Optional.of(new Report());
            default -> text.startsWith("lot:") ? lot(text.substring("lot:".length())) : Optional.empty();
        };
    }

    private static Optional<TieBreak> lot(String seed) {
        boolean valid = !seed.isEmpty() && seed.length() <= MAX_SEED_LENGTH && StrictText.isVisibleAscii(seed);
        return valid ? Optional.of(new Lot(seed)) : Optional.empty();
    }

    /** Gives the method as the definition and the ties of an outcome write it. */
    default String text() {
        return switch (this) {
            case Declared() -> "declared";
            case ById() -> "id";
            case CostVotesId() -> "cost-votes-id";
            case Lot(String seed) -> "lot:" + seed;
            case Report() -> "report";
        };
    }

    /**
     * Orders options of equal score. Where the tie does not matter {@code report} keeps the order of the definition.
     *
     * @param tied options in the order of the definition
     * @param votes by id, the number of counted ballots that name an option
     * @return the same options in the order of the method
     */
    default List<Option> order(List<Option> tied, Map<String, Long> votes) {
        Comparator<Option> byId = (a, b) -> Arrays.compareUnsigned(a.id().getBytes(UTF_8), b.id().getBytes(UTF_8));
        return switch (this) {
            case Declared() -> tied;
            case Report() -> tied;
            case ById() -> tied.stream().sorted(byId).toList();
            case CostVotesId() ->
                tied.stream()
                        .sorted(Comparator.comparingLong(Option::cost)
                                .thenComparing(option -> votes.getOrDefault(option.id(), 0L), Comparator.reverseOrder())
                                .thenComparing(byId))
                        .toList();
            case Lot(String seed) ->
                tied.stream()
                        .sorted((a, b) -> Arrays.compareUnsigned(draw(seed, a.id()), draw(seed, b.id())))
                        .toList();
        };
    }

    private static byte[] draw(String seed, String id) {
        return Sha256.hash(seed.getBytes(UTF_8), new byte[] {0}, id.getBytes(UTF_8));
    }
}
