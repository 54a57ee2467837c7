package eu.urne.api.cards;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import eu.urne.engine.roll.VotingCard;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A printable sheet: eight cards on an A4 page, each with its QR code, its short code and cutting lines. */
final class CardSheet {

    private static final int COLUMNS = 2;
    private static final int ROWS = 4;
    private static final int PER_PAGE = COLUMNS * ROWS;
    private static final float WIDTH = PDRectangle.A4.getWidth() / COLUMNS;
    private static final float HEIGHT = PDRectangle.A4.getHeight() / ROWS;
    private static final float QR_SIZE = 130;
    private static final float MARGIN = 20;

    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont fixed = new PDType1Font(FontName.COURIER_BOLD);

    /**
     * Writes the sheet as PDF.
     *
     * @throws IOException if the stream fails
     */
    void write(List<VotingCard> cards, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int from = 0; from < cards.size(); from += PER_PAGE) {
                page(document, cards.subList(from, Math.min(cards.size(), from + PER_PAGE)));
            }
            document.save(out);
        }
    }

    private void page(PDDocument document, List<VotingCard> cards) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (int i = 0; i < cards.size(); i++) {
                int column = i % COLUMNS;
                int row = i / COLUMNS;
                float left = column * WIDTH;
                float top = PDRectangle.A4.getHeight() - row * HEIGHT;
                cuttingLines(content, left, top - HEIGHT);
                card(content, cards.get(i), left + MARGIN, top - MARGIN);
            }
        }
    }

    private static void cuttingLines(PDPageContentStream content, float left, float bottom) throws IOException {
        content.setStrokingColor(0.6f);
        content.setLineDashPattern(new float[] {3, 3}, 0);
        content.addRect(left, bottom, WIDTH, HEIGHT);
        content.stroke();
    }

    private void card(PDPageContentStream content, VotingCard card, float left, float top) throws IOException {
        text(content, bold, 14, left, top - 14, "Carte de vote · Voting card");
        text(content, plain, 9, left, top - 28, card.poll().value());
        qr(content, card.qrText(), left, top - 38 - QR_SIZE);
        float right = left + QR_SIZE + 12;
        text(content, plain, 9, right, top - 60, "ou tapez · or type");
        for (int group = 0; group < 3; group++) {
            text(
                    content,
                    fixed,
                    18,
                    right,
                    top - 84 - 24 * group,
                    card.code().toString().split("-", -1)[group]);
        }
        text(content, plain, 8, right, top - 162, "Une seule voix.");
        text(content, plain, 8, right, top - 172, "One vote. Keep it secret.");
    }

    private static void text(PDPageContentStream content, PDFont font, float size, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static void qr(PDPageContentStream content, String text, float left, float bottom) throws IOException {
        BitMatrix modules = matrix(text);
        float size = QR_SIZE / modules.getWidth();
        content.setNonStrokingColor(0f);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    content.addRect(left + x * size, bottom + QR_SIZE - (y + 1) * size, size, size);
                }
            }
        }
        content.fill();
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
        } catch (WriterException e) {
            throw new IllegalStateException("a card's text fits a QR code", e);
        }
    }
}
