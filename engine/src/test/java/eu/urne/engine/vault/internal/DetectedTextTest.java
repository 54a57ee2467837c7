package eu.urne.engine.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class DetectedTextTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String FRENCH = "Zoé;Lefèvre;œuvre;Noël;Ÿ\n";

    private static String read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    private static String read(InputStream in) {
        try (DetectedText text = new DetectedText(in)) {
            StringBuilder all = new StringBuilder();
            char[] some = new char[777];
            for (int read = text.read(some, 9, 700); read >= 0; read = text.read(some, 9, 700)) {
                all.append(some, 9, read);
            }
            return text.charset().name() + " " + all;
        } catch (IOException | UnreadableTextException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void bothEncodingsAreRead() {
        assertThat(read(FRENCH.getBytes(StandardCharsets.UTF_8))).isEqualTo("UTF-8 " + FRENCH);
        assertThat(read(FRENCH.getBytes(WINDOWS))).isEqualTo("windows-1252 " + FRENCH);
        assertThat(read("plain\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("UTF-8 plain\n");
        assertThat(read(new byte[0])).isEqualTo("UTF-8 ");
    }

    @Test
    void aMarkAtTheBeginningIsNoText() {
        assertThat(read(("\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_8))).isEqualTo("UTF-8 " + FRENCH);
        assertThat(read("\uFEFFplain".getBytes(StandardCharsets.UTF_8))).isEqualTo("UTF-8 plain");
    }

    @Test
    void theFirstAccentBehindMegabytesOfPlainTextDecides() {
        byte[] plain = "Dupont;Jean;2014-01-01\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(read(joined(plain, FRENCH.getBytes(WINDOWS))))
                .startsWith("windows-1252")
                .endsWith(FRENCH);
        assertThat(read(joined(plain, FRENCH.getBytes(StandardCharsets.UTF_8))))
                .startsWith("UTF-8")
                .endsWith(FRENCH);
    }

    @Test
    void aBrokenByteDoesNotMakeUtf8AnotherEncoding() {
        byte[] broken = joined(
                FRENCH.getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xe9, '\n'},
                FRENCH.getBytes(StandardCharsets.UTF_8));
        byte[] first = joined(new byte[] {(byte) 0xe9, '\n'}, FRENCH.getBytes(StandardCharsets.UTF_8));

        assertThat(read(broken)).isEqualTo("UTF-8 " + FRENCH + "\uFFFD\n" + FRENCH);
        assertThat(read(first)).isEqualTo("UTF-8 \uFFFD\n" + FRENCH);
    }

    @Test
    void whatCannotBeReadIsRefusedInOneSentence() {
        assertThatThrownBy(() -> new DetectedText(new ByteArrayInputStream("nom".getBytes(StandardCharsets.UTF_16))))
                .hasMessage("the file is written in UTF-16; save it as UTF-8");
        assertThatThrownBy(() -> new DetectedText(new ByteArrayInputStream(new byte[] {'P', 'K', 3, 4, 5})))
                .hasMessage("the file is a spreadsheet or archive; save it as CSV");
        assertThatThrownBy(() -> new DetectedText(new ByteArrayInputStream(new byte[] {'a', 0, 'b'})))
                .hasMessage("the file is no text");
    }

    @Property
    void everyTextInUtf8IsReadAsItWas(@ForAll @NotEmpty String text, @ForAll @IntRange(max = 70_000) int before) {
        String whole = "x".repeat(before)
                + new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .replace("\u0000", "")
                        .replace("\uFEFF", "");

        assertThat(read(new Dribble(whole.getBytes(StandardCharsets.UTF_8)))).isEqualTo("UTF-8 " + whole);
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class Dribble extends ByteArrayInputStream {

        Dribble(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 4_099));
        }
    }
}
