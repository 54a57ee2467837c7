package eu.urne.engine.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The 256 pictures of codes, in their fixed order (docs/formats/receipt.md, section 2). */
public final class Pictures {

    /** How many there are. */
    public static final int COUNT = 256;

    private static final List<Picture> ALL = load();
    private static final Map<String, Picture> BY_WORD = byWord();

    private Pictures() {}

    private static List<Picture> load() {
        try (InputStream file = Pictures.class.getResourceAsStream("pictures.tsv")) {
            if (file == null) {
                throw new IllegalStateException("the list of pictures is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Pictures::picture)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture picture(String line) {
        String[] cells = line.split("\t", -1);
        return new Picture(HexFormat.fromHexDigits(cells[0]), cells[1], cells[2], cells[3]);
    }

    private static Map<String, Picture> byWord() {
        Map<String, Picture> words = new HashMap<>();
        ALL.forEach(picture ->
                Stream.of(picture.french(), picture.english()).forEach(word -> words.put(plain(word), picture)));
        return Map.copyOf(words);
    }

    /** The pictures, by number. */
    public static List<Picture> all() {
        return ALL;
    }

    /** The picture that a byte chooses. */
    static Picture of(byte number) {
        return ALL.get(Byte.toUnsignedInt(number));
    }

    /** The picture of a word of either language, as {@link #plain} writes it. */
    static Optional<Picture> named(String plainWord) {
        return Optional.ofNullable(BY_WORD.get(plainWord));
    }

    /** A text without what people leave out or add when they type: case, accents, ligatures. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
    }
}
