package eu.urne.api.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sound of an MP3 file (ISO/IEC 11172-3, section 2.4.1.3): its frames, without any tag before or behind them. */
final class Mp3 {

    private static final int HEADER = 4;
    private static final int TAG_HEADER = 10;
    private static final int LEAST_FRAMES = 3;
    private static final int[] KBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final List<String> TAGS = List.of("TAG", "APETAGEX", "LYRICSBEGIN", "ID3", "3DI");

    private Mp3() {}

    /**
     * The frames of a file.
     *
     * @throws RefusedFileException if something else stands between or behind them
     */
    static byte[] frames(byte[] file) throws RefusedFileException {
        int begin = behindTags(file);
        int at = begin;
        int count = 0;
        while (isWhole(file, at)) {
            at += frameLength(file, at);
            count++;
        }
        if (count < LEAST_FRAMES) {
            throw new RefusedFileException("the sound is damaged, or no MP3: save it as MP3 anew");
        }
        if (!isTag(file, at) && !isCut(file, at) && !isZero(file, at)) {
            throw new RefusedFileException("the sound is damaged at byte %,d: save it as MP3 anew".formatted(at));
        }
        ByteArrayOutputStream sound = new ByteArrayOutputStream(at - begin);
        sound.write(file, begin, at - begin);
        return sound.toByteArray();
    }

    /** Whether three frames follow each other from here on; one alone may be chance. */
    static boolean isFrame(byte[] file, int from) {
        int at = from;
        for (int i = 0; i < LEAST_FRAMES; i++) {
            if (!isWhole(file, at)) {
                return false;
            }
            at += frameLength(file, at);
        }
        return true;
    }

    /** Behind tags ID3v2 (id3.org, section 3.1) and the zeros that may follow them. */
    private static int behindTags(byte[] file) {
        int at = 0;
        while (begins(file, at, "ID3") && file.length - at >= TAG_HEADER) {
            int size = 0;
            for (int i = 6; i < TAG_HEADER; i++) {
                size = size << 7 | (file[at + i] & 0x7f);
            }
            boolean footer = (file[at + 5] & 0x10) != 0;
            long behind = (long) at + TAG_HEADER + size + (footer ? TAG_HEADER : 0);
            at = (int) Math.min(file.length, behind);
        }
        while (at < file.length && file[at] == 0) {
            at++;
        }
        return at;
    }

    private static boolean isWhole(byte[] file, int at) {
        int length = frameLength(file, at);
        return length > 0 && length <= file.length - at;
    }

    /** The last frame, where a recording was broken off. */
    private static boolean isCut(byte[] file, int at) {
        return file.length - at < HEADER || frameLength(file, at) > file.length - at;
    }

    private static boolean isZero(byte[] file, int from) {
        for (int i = from; i < file.length; i++) {
            if (file[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTag(byte[] file, int at) {
        return TAGS.stream().anyMatch(tag -> begins(file, at, tag));
    }

    private static boolean begins(byte[] file, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        if (file.length - at < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (file[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** In bytes, from the header there; 0 if there is no header of layer III. */
    private static int frameLength(byte[] file, int at) {
        if (file.length - at < HEADER || file[at] != (byte) 0xff || (file[at + 1] & 0xe6) != 0xe2) {
            return 0;
        }
        int version = file[at + 1] >> 3 & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
        int bits = file[at + 2] >> 4 & 15;
        int rate = file[at + 2] >> 2 & 3;
        if (version == 1 || bits == 0 || bits == 15 || rate == 3) {
            return 0;
        }
        boolean first = version == 3;
        int hertz = RATES[rate] >> (first ? 0 : version == 2 ? 1 : 2);
        int kbits = (first ? KBITS_1 : KBITS_2)[bits];
        return (first ? 144 : 72) * kbits * 1000 / hertz + (file[at + 2] >> 1 & 1);
    }
}
