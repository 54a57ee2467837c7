package eu.urne.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A page is laid out whatever people have written. */
class RecordPdfTest {

    @Test
    void charactersThatXmlDoesNotKnowSpoilNoPage() throws Exception {
        String html = "<html lang=\"fr\"><head><title>T</title><meta name=\"description\" content=\"T\"/></head>"
                + "<body><p>Un \uFFFE deux \uFFFF</p></body></html>";
        byte[] pdf = RecordPdf.of(html, 0);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
}
