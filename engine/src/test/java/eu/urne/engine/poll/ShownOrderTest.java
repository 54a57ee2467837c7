package eu.urne.engine.poll;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.tally.Ballot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShownOrderTest {

    private static PollDefinition definition(@Nullable Presentation order, int options) {
        PollTerms terms = new PollTerms(
                TestPolls.POLL,
                "Budget",
                new BallotKind.Favourite(),
                null,
                new CountingRule.Plurality(),
                "declared",
                "everybody",
                List.of("card"),
                false,
                1,
                Trustees.engine(new PollKey(new byte[32]).publicKey()),
                order,
                null,
                null);
        return new PollDefinition(
                terms,
                IntStream.range(0, options)
                        .mapToObj(i -> new PollOption("é" + i, "", 0))
                        .toList());
    }

    @Test
    void withoutASayOrDeclaredItIsThatOfTheDefinition() {
        Token token = TestPolls.seed(1).token();
        for (Presentation order : new @Nullable Presentation[] {null, Presentation.DECLARED}) {
            PollDefinition definition = definition(order, 5);
            assertThat(ShownOrder.of(definition, token)).isEqualTo(definition.options());
        }
    }

    @Test
    void shuffledItAscendsByTheHashOfTokenAndOption() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        Token token = TestPolls.seed(1).token();
        PollDefinition definition = definition(Presentation.SHUFFLED, 20);
        Map<PollOption, String> hashes = new HashMap<>();
        for (PollOption option : definition.options()) {
            sha256.update("urne-order-v1\n".getBytes(StandardCharsets.US_ASCII));
            sha256.update(HexFormat.of().parseHex(token.hex()));
            hashes.put(
                    option, HexFormat.of().formatHex(sha256.digest(option.id().getBytes(StandardCharsets.UTF_8))));
        }
        assertThat(ShownOrder.of(definition, token))
                .containsExactlyElementsOf(definition.options().stream()
                        .sorted(Comparator.comparing(hashes::get))
                        .toList());
    }

    @Test
    void overManyVotersEveryOptionStandsFirstAboutAsOften() {
        PollDefinition definition = definition(Presentation.SHUFFLED, 4);
        Map<String, Integer> first = new HashMap<>();
        IntStream.range(0, 250)
                .forEach(voter -> first.merge(
                        ShownOrder.of(definition, TestPolls.seed(voter).token())
                                .getFirst()
                                .id(),
                        1,
                        Integer::sum));
        assertThat(first.values()).hasSize(4).allMatch(often -> often > 30);
    }

    @Test
    void theOrderShownChangesNoBallot() {
        PollDefinition shuffled = definition(Presentation.SHUFFLED, 4);
        PollDefinition declared = definition(Presentation.DECLARED, 4);
        assertThat(new BallotCodec(shuffled).encode(Ballot.Approval.of(2)))
                .isEqualTo(new BallotCodec(declared).encode(Ballot.Approval.of(2)));
    }
}
