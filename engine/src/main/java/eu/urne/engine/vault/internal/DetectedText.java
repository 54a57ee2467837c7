package eu.urne.engine.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text of a stream in UTF-8 or Windows-1252. Which of them it is, is decided at the first byte beyond ASCII, by what
 * follows it: UTF-8 if there is a mark at the beginning, or as many characters of UTF-8 as bytes that break it. What
 * cannot be read is U+FFFD. Needs no more memory for a long text than for a short one.
 */
public final class DetectedText extends Reader {

    private static final int WINDOW = 65_536;

    private final InputStream in;
    private final byte[] window = new byte[WINDOW];
    private int from;
    private int to;
    private boolean ended;
    private long quotes;
    private @Nullable CharsetDecoder decoder;
    private @Nullable Charset charset;

    /**
     * Reads from here.
     *
     * @throws UnreadableTextException in one sentence, if it is no such text
     */
    public DetectedText(InputStream in) throws IOException, UnreadableTextException {
        this.in = in;
        fill();
        if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) {
            throw new UnreadableTextException("the file is written in UTF-16; save it as UTF-8");
        }
        if (starts('P', 'K', 3, 4)) {
            throw new UnreadableTextException("the file is a spreadsheet or archive; save it as CSV");
        }
        for (int i = from; i < to; i++) {
            if (window[i] == 0) {
                throw new UnreadableTextException("the file is no text");
            }
        }
        if (starts(0xef, 0xbb, 0xbf)) {
            from = 3;
            decode(StandardCharsets.UTF_8);
        }
    }

    private boolean starts(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= to || (window[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The encoding; UTF-8 where everything was ASCII up to now. */
    public Charset charset() {
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    /** Quotation marks up to now. */
    public long quotes() {
        return quotes;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = 0;
        while (read == 0 && length > 0) {
            if (from == to) {
                fill();
            }
            if (from == to && ended) {
                return -1;
            }
            read = decoder == null ? ascii(into, offset, length) : decoded(decoder, into, offset, length);
            if (read == 0 && decoder == null) {
                fill();
                decode(looksLikeUtf8() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
            }
        }
        for (int i = offset; i < offset + read; i++) {
            quotes += into[i] == '"' ? 1 : 0;
        }
        return read;
    }

    private int ascii(char[] into, int offset, int length) {
        int read = 0;
        while (read < length && from < to && window[from] >= 0) {
            into[offset + read++] = (char) window[from++];
        }
        return read;
    }

    private int decoded(CharsetDecoder decoder, char[] into, int offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(window, from, to - from);
        CharBuffer chars = CharBuffer.wrap(into, offset, length);
        decoder.decode(bytes, chars, ended);
        int read = chars.position() - offset;
        boolean stuck = read == 0 && bytes.position() == from;
        from = bytes.position();
        if (stuck) {
            if (length < 2) {
                throw new IOException("a character needs room for two");
            }
            fill();
        }
        return read;
    }

    private void decode(Charset chosen) {
        charset = chosen;
        decoder = chosen.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Moves what is not read yet to the front, and reads until the window is full or the stream ends. */
    private void fill() throws IOException {
        System.arraycopy(window, from, window, 0, to - from);
        to -= from;
        from = 0;
        int read = in.readNBytes(window, to, WINDOW - to);
        ended = read < WINDOW - to;
        to += read;
    }

    private boolean looksLikeUtf8() {
        int good = 0;
        int broken = 0;
        for (int i = from; i < to; ) {
            int length = sequence(i);
            if (length == 0) {
                broken++;
                i++;
            } else {
                good += length > 1 ? 1 : 0;
                i += length;
            }
        }
        return good >= broken;
    }

    /** Length of the character that begins there; 0 if there is none. One that the window cuts off counts as ASCII. */
    private int sequence(int at) {
        int lead = window[at] & 0xff;
        int length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 4;
        if (lead >= 0x80 && (lead < 0xc2 || lead > 0xf4)) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if (at + i == to) {
                return ended ? 0 : 1;
            }
            if ((window[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
