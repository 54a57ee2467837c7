package eu.urne.api.cards;

import eu.urne.engine.roll.VotingCard;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A printable sheet: cards on A4 pages, each with its QR code, its short code, the sites that use it, and marks to cut
 * along.
 */
final class CardSheet {

    private static final float MARK = 8;

    private final CardLayout layout;
    private final CardLanguage language;
    private final String sites;

    /**
     * A sheet for these sites.
     *
     * @param sites their titles, as they are printed; empty for none
     */
    CardSheet(CardLayout layout, CardLanguage language, String sites) {
        this.layout = layout;
        this.language = language;
        this.sites = sites;
    }

    /**
     * Writes the sheet as PDF.
     *
     * @throws IOException if the stream fails
     */
    void write(List<VotingCard> cards, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            CardFonts fonts = new CardFonts(document);
            for (int from = 0; from < cards.size(); from += layout.perPage()) {
                page(document, fonts, cards.subList(from, Math.min(cards.size(), from + layout.perPage())));
            }
            document.save(out);
        }
    }

    private void page(PDDocument document, CardFonts fonts, List<VotingCard> cards) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            cuttingMarks(content);
            for (int i = 0; i < cards.size(); i++) {
                int row = i / layout.columns;
                float left = (i % layout.columns) * layout.width();
                float top = PDRectangle.A4.getHeight() - row * layout.height();
                card(content, fonts, cards.get(i), left + CardLayout.MARGIN, top - CardLayout.MARGIN);
            }
        }
    }

    /** Dashed lines between the cards, and a solid cross where they meet. */
    private void cuttingMarks(PDPageContentStream content) throws IOException {
        float width = PDRectangle.A4.getWidth();
        float height = PDRectangle.A4.getHeight();
        content.setStrokingColor(0.6f);
        content.setLineDashPattern(new float[] {3, 3}, 0);
        for (int column = 1; column < layout.columns; column++) {
            line(content, column * layout.width(), 0, column * layout.width(), height);
        }
        for (int row = 1; row < layout.rows; row++) {
            line(content, 0, row * layout.height(), width, row * layout.height());
        }
        content.setStrokingColor(0f);
        content.setLineDashPattern(new float[0], 0);
        for (int column = 0; column <= layout.columns; column++) {
            for (int row = 0; row <= layout.rows; row++) {
                float x = column * layout.width();
                float y = row * layout.height();
                line(content, x - MARK, y, x + MARK, y);
                line(content, x, y - MARK, x, y + MARK);
            }
        }
    }

    private static void line(PDPageContentStream content, float x1, float y1, float x2, float y2) throws IOException {
        content.moveTo(x1, y1);
        content.lineTo(x2, y2);
        content.stroke();
    }

    private void card(PDPageContentStream content, CardFonts fonts, VotingCard card, float left, float top)
            throws IOException {
        float scale = layout.scale;
        float width = layout.width() - 2 * CardLayout.MARGIN;
        CardFonts.write(content, fonts.bold, 13 * scale, left, top - 12 * scale, width, language.title);
        String where = sites.isEmpty() ? card.poll().value() : card.poll() + " · " + sites;
        CardFonts.write(content, fonts.plain, 8 * scale, left, top - 25 * scale, width, where);
        float qrBottom = top - 33 * scale - layout.qrSize;
        QrDrawing.draw(content, card.qrText(), left, qrBottom, layout.qrSize);
        float right = left + layout.qrSize + 8 * scale;
        float beside = width - layout.qrSize - 8 * scale;
        CardFonts.write(content, fonts.plain, 8 * scale, right, top - 50 * scale, beside, language.type);
        String[] groups = card.code().toString().split("-", -1);
        for (int group = 0; group < groups.length; group++) {
            CardFonts.write(
                    content, fonts.fixed, 18 * scale, right, top - (74 + 23 * group) * scale, beside, groups[group]);
        }
        CardFonts.write(content, fonts.plain, 7 * scale, right, top - 140 * scale, beside, language.once);
        CardFonts.write(content, fonts.plain, 7 * scale, right, top - 150 * scale, beside, language.secret);
    }
}
