package eu.urne.api.cards;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws QR codes as squares, sharp at any size. */
final class QrDrawing {

    private static final int QUIET_MODULES = 4;

    private QrDrawing() {}

    /** Draws the code of a text, its quiet zone included, into the square with that lower left corner. */
    static void draw(PDPageContentStream content, String text, float left, float bottom, float side)
            throws IOException {
        BitMatrix modules = matrix(text);
        float size = side / modules.getWidth();
        content.setNonStrokingColor(0f);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    content.addRect(left + x * size, bottom + side - (y + 1) * size, size, size);
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
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_MODULES));
        } catch (WriterException e) {
            throw new IllegalStateException("a card's text fits a QR code", e);
        }
    }
}
