package eu.urne.engine.receipt;

import eu.urne.engine.log.Crockford;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person typed to find an entry (docs/formats/receipt.md, section 3). */
public sealed interface TypedCode {

    /** Most characters that are read. */
    int MAX_LENGTH = 200;

    /**
     * A code.
     *
     * @param pictures whose words were typed: four, or none
     * @param number that the characters are, 40 bits
     */
    record Legible(List<Picture> pictures, long number) implements TypedCode {

        /** Takes a copy of the pictures. */
        public Legible {
            pictures = List.copyOf(pictures);
        }

        /** The characters as they are shown: {@code XXXX-XXXX}. */
        public String shownCharacters() {
            return ReceiptCode.shown(Crockford.digits(number, ReceiptCode.CHARACTERS));
        }

        /** In the one form in which it stands in addresses, however it was typed. */
        public String text() {
            return Stream.concat(pictures.stream().map(Picture::english), Stream.of(shownCharacters()))
                    .collect(Collectors.joining("-"));
        }

        /** Whether that code was meant: the characters fit, and so do the words, where any were typed. */
        public boolean means(ReceiptCode code) {
            return number == code.number() && (pictures.isEmpty() || pictures.equals(code.pictures()));
        }
    }

    /**
     * No code: one of the words has no picture.
     *
     * @param word in {@code a-z 0-9}
     */
    record UnknownWord(String word) implements TypedCode {}

    /** No code: there are not eight characters of the alphabet, alone or behind four words. */
    record NoCharacters() implements TypedCode {}

    /** Reads what was typed: case, accents and what stands between the parts do not matter. */
    static TypedCode read(String typed) {
        if (typed.length() > MAX_LENGTH) {
            return new NoCharacters();
        }
        List<String> parts = Arrays.stream(Pictures.plain(typed).split("[^a-z0-9]+", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        if (String.join("", parts).length() == ReceiptCode.CHARACTERS) {
            return code(List.of(), parts);
        }
        if (parts.size() <= ReceiptCode.PICTURES) {
            return new NoCharacters();
        }
        List<Picture> pictures = new ArrayList<>();
        for (String word : parts.subList(0, ReceiptCode.PICTURES)) {
            Optional<Picture> picture = Pictures.named(word);
            if (picture.isEmpty()) {
                return new UnknownWord(word);
            }
            pictures.add(picture.get());
        }
        return code(pictures, parts.subList(ReceiptCode.PICTURES, parts.size()));
    }

    private static TypedCode code(List<Picture> pictures, List<String> parts) {
        String characters = Crockford.plain(String.join("", parts));
        return Crockford.isDigits(characters, ReceiptCode.CHARACTERS)
                ? new Legible(pictures, Crockford.number(characters))
                : new NoCharacters();
    }
}
