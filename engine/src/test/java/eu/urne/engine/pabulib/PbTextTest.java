package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PbTextTest {

    @Test
    void readsAStreamToItsEnd() throws Exception {
        InputStream in = new ByteArrayInputStream("META\né".getBytes(StandardCharsets.UTF_8));

        assertThat(PbText.of("standard input", in)).isEqualTo(new PbText("standard input", "META\né"));
    }

    @Test
    void stopsReadingAStreamThatHasNoEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length;
            }
        };

        assertThatThrownBy(() -> PbText.of("standard input", endless))
                .isInstanceOf(PbException.class)
                .hasMessage("standard input: the file has more than 134217728 bytes.");
    }
}
