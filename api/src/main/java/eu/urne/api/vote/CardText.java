package eu.urne.api.vote;

import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.roll.CardCode;
import java.util.Base64;

/** What a person types or scans from a card or a sheet of paper. */
final class CardText {

    private static final String QR_PREFIX = "urne:card:1:";

    private CardText() {}

    /**
     * The seed that the text stands for.
     *
     * @param text short code, or text of the QR code
     * @throws IllegalArgumentException in one sentence, if it is neither, or is for another poll
     */
    static TokenSeed seed(String text, PollId poll) {
        if (!text.startsWith(QR_PREFIX)) {
            return CardCode.parse(text).seed(poll);
        }
        String[] parts = text.substring(QR_PREFIX.length()).split(":", 2);
        if (!parts[0].equals(poll.value()) || parts.length != 2) {
            throw new IllegalArgumentException("--card: this card is for the poll " + parts[0]);
        }
        return new TokenSeed(Base64.getUrlDecoder().decode(parts[1]));
    }
}
