package eu.urne.api.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sound of an OGG file with one stream of Vorbis (Vorbis I, sections 4.2 and 5) or Opus (RFC 7845, section 5): its
 * comments, where names, places and covers stand, are replaced by none.
 */
final class Ogg {

    private static final int SEGMENT = 255;
    private static final int MOST_SEGMENTS = 255;
    private static final int MAX_HEADERS = 1_000_000;

    private Ogg() {}

    private enum Codec {
        VORBIS("\u0001vorbis", 3, "\u0003vorbis" + "\0".repeat(8) + "\u0001"),
        OPUS("OpusHead", 2, "OpusTags" + "\0".repeat(8));

        private final String magic;
        private final int headers;
        private final String noComment;

        Codec(String magic, int headers, String noComment) {
            this.magic = magic;
            this.headers = headers;
            this.noComment = noComment;
        }

        static Codec of(byte[] packet) throws RefusedFileException {
            String text = new String(packet, StandardCharsets.ISO_8859_1);
            return Arrays.stream(values())
                    .filter(codec -> text.startsWith(codec.magic))
                    .findFirst()
                    .orElseThrow(() ->
                            new RefusedFileException("the OGG file holds no Vorbis or Opus sound: save it as MP3"));
        }
    }

    /**
     * The file without comments.
     *
     * @throws RefusedFileException if it is damaged, or holds more than one sound
     */
    static byte[] withoutComments(byte[] file) throws RefusedFileException {
        List<OggPage> pages = pages(file);
        Codec codec = Codec.of(pages.getFirst().body());
        List<byte[]> headers = new ArrayList<>();
        int sound = 0;
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        while (headers.size() < codec.headers) {
            if (sound == pages.size()) {
                throw new RefusedFileException("the sound is cut off: send it again, whole");
            }
            cut(pages.get(sound), packet, headers);
            sound++;
        }
        if (headers.size() > codec.headers || packet.size() > 0) {
            throw new RefusedFileException("the sound is damaged: save it as OGG anew");
        }
        headers.set(1, codec.noComment.getBytes(StandardCharsets.ISO_8859_1));
        List<OggPage> kept = new ArrayList<>();
        kept.add(pages.getFirst());
        kept.addAll(paged(headers.subList(1, headers.size()), pages.getFirst().serial()));
        kept.addAll(pages.subList(sound, pages.size()));
        return bytes(kept);
    }

    private static List<OggPage> pages(byte[] file) throws RefusedFileException {
        List<OggPage> pages = new ArrayList<>();
        for (int at = 0; at < file.length; at += pages.getLast().length()) {
            OggPage page = OggPage.read(file, at);
            boolean first = pages.isEmpty();
            if (first != page.has(OggPage.FIRST)
                    || (!first && page.serial() != pages.getFirst().serial())) {
                throw new RefusedFileException("the OGG file holds more than one sound: save it as MP3");
            }
            pages.add(page);
        }
        return pages;
    }

    /** Cuts the packets that end on a page, and begins the next one. */
    private static void cut(OggPage page, ByteArrayOutputStream packet, List<byte[]> packets)
            throws RefusedFileException {
        int at = 0;
        for (byte lace : page.lacing()) {
            int length = lace & 0xff;
            packet.write(page.body(), at, length);
            at += length;
            if (packet.size() > Uploads.MAX_BYTES / 2) {
                throw new RefusedFileException("the sound is damaged: save it as OGG anew");
            }
            if (length < SEGMENT) {
                packets.add(packet.toByteArray());
                packet.reset();
            }
        }
    }

    /** Puts packets on as few pages as they need. */
    private static List<OggPage> paged(List<byte[]> packets, int serial) throws RefusedFileException {
        ByteArrayOutputStream lacing = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            body.writeBytes(packet);
            for (int left = packet.length; left >= SEGMENT; left -= SEGMENT) {
                lacing.write(SEGMENT);
            }
            lacing.write(packet.length % SEGMENT);
        }
        if (body.size() > MAX_HEADERS) {
            throw new RefusedFileException("the sound is damaged: save it as OGG anew");
        }
        return pagesOf(lacing.toByteArray(), body.toByteArray(), serial);
    }

    private static List<OggPage> pagesOf(byte[] lacing, byte[] body, int serial) {
        List<OggPage> pages = new ArrayList<>();
        int at = 0;
        for (int from = 0; from < lacing.length; from += MOST_SEGMENTS) {
            byte[] laces = Arrays.copyOfRange(lacing, from, Math.min(lacing.length, from + MOST_SEGMENTS));
            int length = 0;
            boolean ends = false;
            for (byte lace : laces) {
                length += lace & 0xff;
                ends |= (lace & 0xff) < SEGMENT;
            }
            boolean continued = from > 0 && (lacing[from - 1] & 0xff) == SEGMENT;
            byte[] part = Arrays.copyOfRange(body, at, at + length);
            pages.add(new OggPage(continued ? OggPage.CONTINUED : 0, ends ? 0 : -1, serial, laces, part));
            at += length;
        }
        return pages;
    }

    private static byte[] bytes(List<OggPage> pages) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int number = 0; number < pages.size(); number++) {
            file.writeBytes(pages.get(number).bytes(number));
        }
        return file.toByteArray();
    }
}
