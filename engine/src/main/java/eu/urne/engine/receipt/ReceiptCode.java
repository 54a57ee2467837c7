package eu.urne.engine.receipt;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.Crockford;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.store.StoredEntry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The code by which people find an entry again (docs/formats/receipt.md). It proves nothing: others may have the same.
 *
 * @param pictures four
 * @param characters eight digits of Crockford's base32, without hyphen
 */
public record ReceiptCode(List<Picture> pictures, String characters) {

    static final int PICTURES = 4;
    static final int CHARACTERS = 8;

    private static final int BITS = 40;
    private static final String BALLOT_CAST = "urne.poll.BallotCast.v1";

    /** Checks the numbers. */
    public ReceiptCode {
        if (pictures.size() != PICTURES || !Crockford.isDigits(characters, CHARACTERS)) {
            throw new IllegalArgumentException("a code has four pictures and eight characters");
        }
        pictures = List.copyOf(pictures);
    }

    /** The code of a ballot with that id, and of any entry with that leaf hash. */
    public static ReceiptCode of(Hash hash) {
        byte[] bytes = hash.bytes();
        long number = number(bytes);
        List<Picture> pictures = IntStream.range(0, PICTURES)
                .mapToObj(i -> Pictures.of(bytes[i]))
                .toList();
        return new ReceiptCode(pictures, Crockford.digits(number, CHARACTERS));
    }

    /** The {@link #number()} of the code of that hash. */
    public static long number(Hash hash) {
        return number(hash.bytes());
    }

    private static long number(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong(PICTURES) >>> (Long.SIZE - BITS);
    }

    /** The code of an entry: a ballot's follows from its id, which the tablet knew before it was sent. */
    public static ReceiptCode of(StoredEntry stored) {
        Entry entry = EntryCodec.read(stored.sealed());
        return of(
                entry.type().equals(BALLOT_CAST)
                        ? EngineJson.MAPPER
                                .treeToValue(entry.data(), BallotCast.class)
                                .ballot()
                                .id()
                        : Hash.of(TreeHash.leaf(stored.sealed())));
    }

    /** The number that the characters are, 40 bits: the key under which the code is found. */
    public long number() {
        return Crockford.number(characters);
    }

    /** The characters as they are shown: {@code XXXX-XXXX}. */
    public String shownCharacters() {
        return shown(characters);
    }

    static String shown(String characters) {
        return characters.substring(0, CHARACTERS / 2) + "-" + characters.substring(CHARACTERS / 2);
    }

    /** English words and characters, as it stands in receipts and addresses. */
    public String text() {
        return pictures.stream().map(Picture::english).collect(Collectors.joining("-")) + "-" + shownCharacters();
    }

    @Override
    public String toString() {
        return text();
    }
}
