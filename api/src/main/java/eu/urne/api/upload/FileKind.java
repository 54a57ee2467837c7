package eu.urne.api.upload;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its first bytes. Name and told type of a file say nothing. */
enum FileKind {
    JPEG("JPEG", "\u00ff\u00d8\u00ff", Use.TAKEN),
    PNG("PNG", "\u0089PNG\r\n\u001a\n", Use.TAKEN),
    OGG("OGG", "OggS", Use.TAKEN),
    MP3("MP3", "ID3", Use.TAKEN),
    GIF("GIF", "GIF8", Use.PICTURE),
    WEBP("WebP", "RIFF....WEBP", Use.PICTURE),
    HEIC("HEIC", "....ftyphei", Use.PICTURE),
    HEIF("HEIC", "....ftypmif", Use.PICTURE),
    AVIF("AVIF", "....ftypavi", Use.PICTURE),
    TIFF_LITTLE("TIFF", "II*\u0000", Use.PICTURE),
    TIFF_BIG("TIFF", "MM\u0000*", Use.PICTURE),
    BMP("BMP", "BM", Use.PICTURE),
    SVG("SVG", "<svg", Use.PICTURE),
    WAV("WAV", "RIFF....WAVE", Use.SOUND),
    M4A("M4A", "....ftypM4A", Use.SOUND),
    FLAC("FLAC", "fLaC", Use.SOUND),
    VIDEO("a video", "....ftyp", Use.SOUND),
    WEBM("WebM", "\u001aE\u00df\u00a3", Use.SOUND);

    private enum Use {
        TAKEN,
        PICTURE,
        SOUND
    }

    private final String words;
    private final String magic;
    private final Use use;

    /** Each character of the magic is a byte; a dot stands for any. */
    FileKind(String words, String magic, Use use) {
        this.words = words;
        this.magic = magic;
        this.use = use;
    }

    /**
     * The kind of a file.
     *
     * @throws RefusedFileException if it is none that is taken
     */
    static FileKind of(byte[] file) throws RefusedFileException {
        if (file.length == 0) {
            throw new RefusedFileException("the file is empty");
        }
        Optional<FileKind> known =
                Arrays.stream(values()).filter(kind -> kind.begins(file)).findFirst();
        if (known.isEmpty() && Mp3.isFrame(file, 0)) {
            return MP3;
        }
        FileKind kind = known.orElseThrow(
                () -> new RefusedFileException("the file is no JPEG or PNG picture and no MP3 or OGG sound"));
        return switch (kind.use) {
            case TAKEN -> kind;
            case PICTURE ->
                throw new RefusedFileException(
                        "pictures must be JPEG or PNG, and this one is " + kind.words + ": save it as JPEG");
            case SOUND ->
                throw new RefusedFileException(
                        "sounds must be MP3 or OGG, and this file is " + kind.words + ": save it as MP3");
        };
    }

    private boolean begins(byte[] file) {
        if (file.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (magic.charAt(i) != '.' && magic.charAt(i) != (file[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** The name by which ImageIO knows a picture of this kind. */
    String format() {
        return name().toLowerCase(Locale.ROOT);
    }
}
