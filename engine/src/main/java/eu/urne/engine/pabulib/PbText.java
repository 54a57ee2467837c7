package eu.urne.engine.pabulib;

import java.io.IOException;
import java.io.InputStream;
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

    /** Files of more bytes than this are refused, before memory runs out. */
    private static final int MAX_BYTES = 1 << 27;

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char REPLACEMENT = '\ufffd';

    /**
     * Reads and decodes a file.
     *
     * @throws PbException if it is no readable file, is empty, or is not UTF-8
     */
    public static PbText of(Path path) throws PbException {
        Path fileName = path.getFileName();
        String file = fileName == null ? path.toString() : fileName.toString();
        return of(file, bytes(path, file));
    }

    /**
     * Reads and decodes a stream to its end, or to where it exceeds what a file may have.
     *
     * @throws PbException if it is too long, is empty, or is not UTF-8
     * @throws IOException if it cannot be read
     */
    public static PbText of(String file, InputStream in) throws PbException, IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw tooLong(file);
        }
        return of(file, bytes);
    }

    /**
     * Decodes what has been read.
     *
     * @throws PbException if it is empty, or is not UTF-8
     */
    public static PbText of(String file, byte[] bytes) throws PbException {
        String text = decode(file, bytes);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new PbException(file, 0, "", "the file is empty");
        }
        return new PbText(file, text);
    }

    /** Whether the last line has its end. */
    public boolean endsWithLineEnd() {
        char last = text.charAt(text.length() - 1);
        return last == '\n' || last == '\r';
    }

    /** Whether there may be spaces between a quoted cell and the separators round it. */
    public boolean hasSpacesRoundQuotes() {
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            if (leadsToSeparator(at, -1) || leadsToSeparator(at, 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there are spaces from a place on, one at least, and then a separator or an end. */
    private boolean leadsToSeparator(int from, int step) {
        int at = from + step;
        while (isAt(at, " \t")) {
            at += step;
        }
        return at != from + step && (at < 0 || at == text.length() || isAt(at, ";\r\n"));
    }

    private boolean isAt(int place, String characters) {
        return place >= 0 && place < text.length() && characters.indexOf(text.charAt(place)) >= 0;
    }

    private static byte[] bytes(Path path, String file) throws PbException {
        if (Files.isDirectory(path)) {
            throw new PbException(file, 0, "", "this is a directory, not a file");
        }
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new PbException(file, 0, "", "this is not a regular file");
            }
            if (Files.size(path) > MAX_BYTES) {
                throw tooLong(file);
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new PbException(file, 0, "", "there is no such file");
        } catch (IOException e) {
            throw new PbException(file, 0, "", "the file cannot be read");
        }
    }

    private static PbException tooLong(String file) {
        return new PbException(file, 0, "", "the file has more than " + MAX_BYTES + " bytes");
    }

    /** The lenient decoder is much faster than the strict one and puts U+FFFD for what is no UTF-8. */
    private static String decode(String file, byte[] bytes) throws PbException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(file, bytes);
        }
        return text;
    }

    private static void requireUtf8(String file, byte[] bytes) throws PbException {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = utf8.decode(in, CharBuffer.allocate(bytes.length), true);
        if (result.isError()) {
            String found = String.format("0x%02x", bytes[in.position()]);
            throw new PbException(file, lineAt(bytes, in.position()), "", "the text is not UTF-8 (byte " + found + ")");
        }
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
