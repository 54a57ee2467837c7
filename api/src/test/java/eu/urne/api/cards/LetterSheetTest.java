package eu.urne.api.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Letters as they come out of the printer. */
class LetterSheetTest {

    private static final String LONG = "Gardez ce courrier : avec son code, on se retire jusqu’à ce que la liste soit "
            + "figée, puis on voit si on est tiré·e au sort parmi toutes celles et tous ceux qui sont candidats.";

    private static Letter letter(String name) {
        return new Letter(
                "Conseil des jeunes : vous pouvez être candidat·e",
                name,
                List.of(LONG, "Deuxième \u202E\n<b>"),
                "7K2M-94QX-B0TD",
                "https://vote.example/stand/youth-2027#7K2M-94QX-B0TD",
                List.of("leaf 00ff"));
    }

    @Test
    void eachLetterIsAPageWithItsWholeText() throws IOException {
        byte[] pdf = LetterSheet.pdf(List.of(letter("Awa Traoré"), letter("Łukasz Ngô")));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String text = first.getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Awa Traoré", LONG, "Deuxième <b>", "7K2M-94QX-B0TD", "leaf 00ff")
                    .doesNotContain("Łukasz");
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 60);
            assertThat(picture.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
        }
    }
}
