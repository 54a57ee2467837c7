package eu.urne.api.cards;

import java.util.List;

/**
 * A page that is given to one person.
 *
 * @param addressee printed at the right; empty for nobody
 * @param paragraphs of its text
 * @param code in large print; empty for none
 * @param qr what its QR code says; empty for none
 * @param small lines in small print of fixed width, such as hashes
 */
public record Letter(
        String title, String addressee, List<String> paragraphs, String code, String qr, List<String> small) {

    /** Copies the lists. */
    public Letter {
        paragraphs = List.copyOf(paragraphs);
        small = List.copyOf(small);
    }
}
