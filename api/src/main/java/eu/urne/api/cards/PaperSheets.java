package eu.urne.api.cards;

import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.ShownOrder;
import eu.urne.engine.roll.VotingCard;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sheets to vote on paper, one to a page: the options with boxes, in the order of the sheet, and its code to enter. */
final class PaperSheets {

    private static final int MOST_OPTIONS = 30;
    private static final float MARGIN = 50;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float QR_SIDE = 130;
    private static final float ROOM = TOP - 60 - MARGIN - QR_SIDE - 20;

    private final PollDefinition definition;
    private final CardLanguage language;

    /**
     * Sheets of this poll.
     *
     * @throws IllegalArgumentException in one sentence, if its options do not fit a page
     */
    PaperSheets(PollDefinition definition, CardLanguage language) {
        if (definition.options().size() > MOST_OPTIONS) {
            throw new IllegalArgumentException("--definition: a sheet has room for " + MOST_OPTIONS + " options, not "
                    + definition.options().size());
        }
        this.definition = definition;
        this.language = language;
    }

    /**
     * Writes the sheets as PDF.
     *
     * @throws IOException if the stream fails
     */
    void write(List<VotingCard> sheets, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            CardFonts fonts = new CardFonts(document);
            for (VotingCard sheet : sheets) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    sheet(content, fonts, sheet);
                }
            }
            document.save(out);
        }
    }

    private void sheet(PDPageContentStream content, CardFonts fonts, VotingCard sheet) throws IOException {
        CardFonts.write(
                content,
                fonts.bold,
                18,
                MARGIN,
                TOP - 18,
                WIDTH,
                definition.terms().title());
        CardFonts.write(content, fonts.plain, 10, MARGIN, TOP - 38, WIDTH, language.mark);
        options(content, fonts, ShownOrder.of(definition, sheet.seed().token()));
        QrDrawing.draw(content, sheet.qrText(), MARGIN, MARGIN, QR_SIDE);
        float right = MARGIN + QR_SIDE + 16;
        float beside = WIDTH - QR_SIDE - 16;
        CardFonts.write(
                content,
                fonts.fixed,
                16,
                right,
                MARGIN + 80,
                beside,
                sheet.code().toString());
        CardFonts.write(content, fonts.plain, 9, right, MARGIN + 60, beside, language.sheet);
        CardFonts.write(
                content,
                fonts.plain,
                9,
                right,
                MARGIN + 46,
                beside,
                sheet.poll().value());
    }

    /** The options with their boxes, smaller the more there are. */
    private static void options(PDPageContentStream content, CardFonts fonts, List<PollOption> options)
            throws IOException {
        float step = Math.min(48, ROOM / options.size());
        float size = Math.min(14, step * 0.55f);
        for (int i = 0; i < options.size(); i++) {
            float y = TOP - 60 - (i + 1) * step;
            content.setStrokingColor(0f);
            content.setLineWidth(1.2f);
            content.addRect(MARGIN, y - size * 0.25f, size * 1.3f, size * 1.3f);
            content.stroke();
            String title = options.get(i).title().isBlank()
                    ? options.get(i).id()
                    : options.get(i).title();
            CardFonts.write(content, fonts.plain, size, MARGIN + size * 2.2f, y, WIDTH - size * 2.2f, title);
        }
    }
}
