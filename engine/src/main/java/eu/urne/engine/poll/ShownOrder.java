package eu.urne.engine.poll;

import eu.urne.engine.log.TreeHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a voter sees the options (docs/formats/ballot.md, section 6). For the eye only: plaintexts count
 * options as the definition does.
 */
public final class ShownOrder {

    private static final byte[] PREFIX = "urne-order-v1\n".getBytes(StandardCharsets.US_ASCII);

    private ShownOrder() {}

    private record Ranked(byte[] hash, PollOption option) {}

    /** The options of the poll as the holder of this token sees them. */
    public static List<PollOption> of(PollDefinition definition, Token token) {
        Presentation order = definition.terms().order();
        return switch (order == null ? Presentation.DECLARED : order) {
            case DECLARED -> definition.options();
            case SHUFFLED ->
                definition.options().stream()
                        .map(option -> new Ranked(hash(token, option), option))
                        .sorted(Comparator.comparing(Ranked::hash, Arrays::compareUnsigned))
                        .map(Ranked::option)
                        .toList();
        };
    }

    private static byte[] hash(Token token, PollOption option) {
        return TreeHash.sha256(PREFIX, token.bytes(), option.id().getBytes(StandardCharsets.UTF_8));
    }
}
