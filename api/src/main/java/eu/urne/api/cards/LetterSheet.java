package eu.urne.api.cards;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Prints letters with codes, and slips, one to an A4 page. */
public final class LetterSheet {

    private static final float MARGIN = 60;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;

    /** Where the window of an envelope DL is. */
    private static final float WINDOW_LEFT = 300;

    private static final float WINDOW_DOWN = 80;
    private static final float TEXT = 11;
    private static final float LEADING = 16;
    private static final float QR_SIDE = 170;
    private static final float SMALL = 8;

    private LetterSheet() {}

    /** The letters as PDF. */
    public static byte[] pdf(List<Letter> letters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            CardFonts fonts = new CardFonts(document);
            for (Letter letter : letters) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    write(content, fonts, letter);
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(PDPageContentStream content, CardFonts fonts, Letter letter) throws IOException {
        float y = TOP;
        if (!letter.addressee().isEmpty()) {
            float beside = PDRectangle.A4.getWidth() - WINDOW_LEFT - MARGIN / 2;
            CardFonts.write(content, fonts.plain, 12, WINDOW_LEFT, TOP - WINDOW_DOWN, beside, letter.addressee());
            y = TOP - WINDOW_DOWN - 90;
        }
        y = lines(content, fonts.bold, 17, y, letter.title()) - LEADING / 2;
        for (String paragraph : letter.paragraphs()) {
            y = lines(content, fonts.plain, TEXT, y, paragraph) - LEADING / 2;
        }
        if (!letter.code().isEmpty()) {
            CardFonts.write(content, fonts.fixed, 26, MARGIN, y - 30, WIDTH, letter.code());
            y -= 50;
        }
        if (!letter.qr().isEmpty()) {
            QrDrawing.draw(content, letter.qr(), MARGIN - 8, y - QR_SIDE, QR_SIDE);
            y -= QR_SIDE + LEADING;
        }
        for (String line : letter.small()) {
            CardFonts.write(content, fonts.fixed, SMALL, MARGIN, y - SMALL, WIDTH, line);
            y -= SMALL * 1.5f;
        }
    }

    /** Writes a text from that height downwards; gives the height behind it. */
    private static float lines(PDPageContentStream content, PDFont font, float size, float top, String text)
            throws IOException {
        float y = top;
        float leading = size * LEADING / TEXT;
        for (String line : CardFonts.lines(font, size, WIDTH, text)) {
            y -= leading;
            CardFonts.write(content, font, size, MARGIN, y, WIDTH, line);
        }
        return y;
    }
}
