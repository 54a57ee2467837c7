package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a file, decoded strictly.
 *
 * @param file the file's name without its folder
 * @param text its characters without a byte order mark
 */
public record PbText(String file, String text) {

    /** Files of more bytes than this are refused: the largest known has 40 million. */
    private static final long MAX_BYTES = 1L << 29;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * Reads and decodes a file.
     *
     * @throws PbException if it is no readable file, is empty, or is not UTF-8
     */
    public static PbText of(Path path) throws PbException {
        Path fileName = path.getFileName();
        String file = fileName == null ? path.toString() : fileName.toString();
        String text = decode(file, bytes(path, file));
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new PbException(file, 0, "", "the file is empty");
        }
        return new PbText(file, text);
    }

    /** Whether the last line has its end. */
    boolean endsWithLineEnd() {
        char last = text.charAt(text.length() - 1);
        return last == '\n' || last == '\r';
    }

    private static byte[] bytes(Path path, String file) throws PbException {
        if (Files.isDirectory(path)) {
            throw new PbException(file, 0, "", "this is a directory, not a file");
        }
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new PbException(file, 0, "", "the file has more than " + MAX_BYTES + " bytes");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new PbException(file, 0, "", "there is no such file");
        } catch (IOException e) {
            throw new PbException(file, 0, "", "the file cannot be read");
        }
    }

    private static String decode(String file, byte[] bytes) throws PbException {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = utf8.decode(in, out, true);
        if (result.isError()) {
            throw new PbException(
                    file,
                    lineAt(bytes, in.position()),
                    "",
                    "the text is not UTF-8 (byte " + String.format("0x%02x", bytes[in.position()]) + ")");
        }
        return out.flip().toString();
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }
}
