package eu.urne.api.rest;

import eu.urne.engine.receipt.Picture;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.receipt.TypedCode;
import java.util.List;

/**
 * The code of a receipt in JSON and on pages (docs/formats/receipt.md).
 *
 * @param text English words and characters, as in addresses
 * @param characters {@code XXXX-XXXX}
 * @param pictures four emoji
 * @param words what the pictures show
 */
public record CodeReply(String text, String characters, List<String> pictures, Words words) {

    /**
     * The words of the four pictures.
     *
     * @param fr in French
     * @param en in English
     */
    public record Words(List<String> fr, List<String> en) {

        /** In French or, for any other language, in English. */
        public List<String> in(String language) {
            return language.equals("fr") ? fr : en;
        }
    }

    /** The code as we tell it. */
    public static CodeReply of(ReceiptCode code) {
        return new CodeReply(code.text(), code.shownCharacters(), code.pictures());
    }

    /** A code as it was typed: there may be no pictures. */
    public static CodeReply of(TypedCode.Legible code) {
        return new CodeReply(code.text(), code.shownCharacters(), code.pictures());
    }

    /** Words and characters, as somebody of that language would type them. */
    public String in(String language) {
        return String.join(" ", words.in(language)) + (pictures.isEmpty() ? "" : " ") + characters;
    }

    private CodeReply(String text, String characters, List<Picture> pictures) {
        this(
                text,
                characters,
                pictures.stream().map(Picture::emoji).toList(),
                new Words(
                        pictures.stream().map(Picture::french).toList(),
                        pictures.stream().map(Picture::english).toList()));
    }
}
