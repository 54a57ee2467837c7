package eu.urne.api.browser;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** What a camera sees before which a card is held: a film of one picture, in the format YUV4MPEG2. */
final class CardFilm {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 2;
    private static final byte PAPER = (byte) 235;
    private static final byte INK = 16;
    private static final byte GREY = (byte) 128;

    private CardFilm() {}

    /** Writes the film of a card whose QR code says a text. */
    static Path of(String text, Path file) throws IOException {
        byte[] picture = picture(text);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(StandardCharsets.US_ASCII));
            for (int frame = 0; frame < FRAMES; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(picture);
            }
        }
        return file;
    }

    private static byte[] picture(String text) {
        BitMatrix code = code(text);
        byte[] picture = new byte[WIDTH * HEIGHT * 3 / 2];
        Arrays.fill(picture, 0, WIDTH * HEIGHT, PAPER);
        Arrays.fill(picture, WIDTH * HEIGHT, picture.length, GREY);
        int left = (WIDTH - code.getWidth()) / 2;
        int top = (HEIGHT - code.getHeight()) / 2;
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    picture[(top + y) * WIDTH + left + x] = INK;
                }
            }
        }
        return picture;
    }

    private static BitMatrix code(String text) {
        try {
            return new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, HEIGHT, HEIGHT, Map.of(EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalStateException("a card's text fits a QR code", e);
        }
    }
}
