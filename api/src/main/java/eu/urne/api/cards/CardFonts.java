package eu.urne.api.cards;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of a printed document: embedded, so that names with any accents come out. */
final class CardFonts {

    private static final float LEAST_SIZE = 6;
    private static final float STEP = 0.5f;
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    final PDFont plain;
    final PDFont bold;
    final PDFont fixed;

    /**
     * Fonts of this document.
     *
     * @throws IOException if they cannot be read
     */
    CardFonts(PDDocument document) throws IOException {
        plain = load(document, "DejaVuSans.ttf");
        bold = load(document, "DejaVuSans-Bold.ttf");
        fixed = load(document, "DejaVuSansMono.ttf");
    }

    private static PDFont load(PDDocument document, String file) throws IOException {
        try (InputStream font = CardFonts.class.getResourceAsStream(FOLDER + file)) {
            if (font == null) {
                throw new IllegalStateException("the font " + file + " is not on the class path");
            }
            return PDType0Font.load(document, font);
        }
    }

    /**
     * Writes a line, in smaller print if it is too long for its width.
     *
     * @param size of the font in points
     * @throws IOException if the stream fails
     */
    static void write(PDPageContentStream content, PDFont font, float size, float x, float y, float width, String text)
            throws IOException {
        float fitting = size;
        while (fitting > LEAST_SIZE && !fitting(font, fitting, width, text).equals(fitting(font, 0, width, text))) {
            fitting -= STEP;
        }
        content.beginText();
        content.setFont(font, fitting);
        content.newLineAtOffset(x, y);
        content.showText(fitting(font, fitting, width, text));
        content.endText();
    }

    /**
     * What of a text can be printed in a width: characters that the font lacks are left out, and what is too long ends
     * in three dots.
     *
     * @param size of the font in points
     * @param width in points
     */
    private static String fitting(PDFont font, float size, float width, String text) throws IOException {
        String shown = known(font, text);
        if (font.getStringWidth(shown) * size / 1000 <= width) {
            return shown;
        }
        int length = shown.length();
        while (length > 0 && font.getStringWidth(shown.substring(0, length) + "…") * size / 1000 > width) {
            length--;
        }
        return shown.substring(0, length).strip() + "…";
    }

    /**
     * A text in lines that fit a width, broken between words; characters that the font lacks are left out.
     *
     * @param size of the font in points
     * @param width in points
     */
    static List<String> lines(PDFont font, float size, float width, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : SPACES.split(known(font, text), -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) * size / 1000 > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** What of a text the font can print. */
    private static String known(PDFont font, String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (has(font, point)) {
                known.appendCodePoint(point);
            }
        });
        return known.toString().strip();
    }

    private static boolean has(PDFont font, int point) {
        try {
            font.encode(Character.toString(point));
            return !Character.isISOControl(point);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
