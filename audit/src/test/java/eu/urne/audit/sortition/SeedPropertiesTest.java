package eu.urne.audit.sortition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.draw.DrawDocument;
import eu.urne.audit.draw.Lot;
import eu.urne.audit.draw.RandomSource;
import eu.urne.audit.draw.Seed;
import eu.urne.audit.json.MalformedException;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.PublicRandomness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the seed of a draw depends on. */
class SeedPropertiesTest {
    private static final byte[] GOOD = RandomDraws.bytes(new RandomDraws(5).strata(12));

    /** One byte of the document is another one: it is no document any more, or its seed is another one. */
    @Property(tries = 3_000)
    void everyByteOfPoolSpecAndValuesChangesTheSeed(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 127) int flip)
            throws MalformedException {
        DrawDocument good = DrawDocument.read(GOOD);
        String text = new String(GOOD, StandardCharsets.UTF_8);
        int from = text.indexOf("\"result\"");
        int to = text.indexOf("\"spec\":", from);
        byte[] changed = GOOD.clone();
        int at = Math.floorMod(place, GOOD.length);
        changed[at] ^= (byte) flip;
        boolean ofResult = at >= from && at < to;

        DrawDocument read;
        try {
            read = DrawDocument.read(changed);
        } catch (MalformedException e) {
            return;
        }
        assertThat(read.seed().equals(good.seed())).isEqualTo(ofResult);
        assertThat(read.findings()).isNotEmpty();
    }

    @Property(tries = 500)
    void everyNumberIsDrawnAsInTheEngine(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = 1, max = 10_000) int tickets) {
        Hash hash = new RandomDraws(seed).hash();
        assertThat(new Seed(Bytes.of(hash.bytes())).number(tickets))
                .isEqualTo(new eu.urne.engine.sortition.Seed(hash).number(tickets));
    }

    @Property(tries = 500)
    void valuesHaveOneForm(@ForAll("texts") String value) throws MalformedException {
        PublicRandomness.Lottery lottery = new PublicRandomness.Lottery(
                List.of(new PublicRandomness.Lottery.Group(2, 0, 30), new PublicRandomness.Lottery.Group(1, 1, 9)),
                "l");
        RandomSource own = new RandomSource.Lottery(
                "l", List.of(new RandomSource.Group(2, 0, 30), new RandomSource.Group(1, 1, 9)));
        boolean accepted = true;
        try {
            lottery.check(value);
        } catch (IllegalArgumentException e) {
            accepted = false;
        }
        assertThat(own.accepts(value)).isEqualTo(accepted);
        assertThat(own.possibilities()).isEqualTo(lottery.possibilities());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("0123 +").ofMinLength(3).ofMaxLength(7);
    }

    @Test
    void bigDrawIsReplayedInASecond() throws MalformedException {
        DrawDocument document = DrawDocument.read(RandomDraws.bytes(new RandomDraws(1).big(600, 280)));
        long start = System.nanoTime();
        Lot lot = new Lot(document.pool(), document.spec(), null, document.seed());
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(lot.drawn().members()).hasSize(280);
        assertThat(taken).isLessThan(Duration.ofSeconds(1));
    }
}
