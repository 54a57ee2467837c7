package eu.urne.audit.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The pictures of codes, in the order of the list (docs/formats/receipt.md, section 2). */
final class PictureList {
    /** A picture and its English word. */
    record Picture(String emoji, String word) {}

    private static final int SIZE = 256;
    private static final int COLUMNS = 4;
    private static final List<Picture> PICTURES = read();

    private PictureList() {}

    /** Gives the picture with a number from 0 to 255. */
    static Picture get(int number) {
        return PICTURES.get(number);
    }

    private static List<Picture> read() {
        List<Picture> pictures = new ArrayList<>(SIZE);
        try (InputStream in = Objects.requireNonNull(PictureList.class.getResourceAsStream("pictures.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length != COLUMNS || Integer.parseInt(columns[0], 16) != pictures.size()) {
                    throw new IllegalStateException("line " + (pictures.size() + 1) + " of the pictures is wrong");
                }
                pictures.add(new Picture(columns[1], columns[3]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(pictures);
    }
}
