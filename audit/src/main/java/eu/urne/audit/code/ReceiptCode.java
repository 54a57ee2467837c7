package eu.urne.audit.code;

import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TreeHash;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The code of an entry: four pictures and eight characters (docs/formats/receipt.md, section 1).
 *
 * @param emoji four pictures
 * @param words their English words
 * @param characters eight, with a hyphen in the middle
 */
public record ReceiptCode(List<String> emoji, List<String> words, String characters) {
    private static final int PICTURES = 4;
    private static final int BYTES = 9;
    private static final int CHARACTERS = 8;
    private static final int RADIX = 32;
    private static final String JAVA_DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final String CROCKFORD_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String BALLOT_CAST = "urne.poll.BallotCast.v1";

    /** Takes copies of the lists. */
    public ReceiptCode {
        emoji = List.copyOf(emoji);
        words = List.copyOf(words);
    }

    /**
     * Computes the code of an entry from its bytes.
     *
     * @param bytes the exact bytes of the entry
     * @throws MalformedException if they are no entry, or one of a ballot that breaks the format
     */
    public static ReceiptCode ofEntry(byte[] bytes) throws MalformedException {
        Entry entry = EntryReader.read(bytes);
        return entry.type().text().equals(BALLOT_CAST)
                ? ofHash(HexFormat.of().parseHex(Ballot.read(entry.data()).id()))
                : ofHash(TreeHash.leaf(bytes));
    }

    /**
     * Computes the code that a hash gives.
     *
     * @param hash the id of a ballot, or the leaf hash of any other entry: 32 bytes
     */
    static ReceiptCode ofHash(byte[] hash) {
        List<PictureList.Picture> pictures = IntStream.range(0, PICTURES)
                .mapToObj(i -> PictureList.get(hash[i] & 0xff))
                .toList();
        return new ReceiptCode(
                pictures.stream().map(PictureList.Picture::emoji).toList(),
                pictures.stream().map(PictureList.Picture::word).toList(),
                characters(new BigInteger(1, Arrays.copyOfRange(hash, PICTURES, BYTES))));
    }

    private static String characters(BigInteger number) {
        String digits = number.toString(RADIX);
        StringBuilder text = new StringBuilder("0".repeat(CHARACTERS - digits.length()));
        digits.chars().forEach(digit -> text.append(CROCKFORD_DIGITS.charAt(JAVA_DIGITS.indexOf(digit))));
        return text.insert(CHARACTERS / 2, '-').toString();
    }

    /** Gives the text of the code, as it stands in receipts. */
    public String text() {
        return String.join("-", words) + "-" + characters;
    }

    /** Gives pictures, words and characters for a person to read. */
    public String shown() {
        return IntStream.range(0, PICTURES)
                .mapToObj(i -> emoji.get(i) + " " + words.get(i) + "  ")
                .collect(Collectors.joining("", "", characters));
    }
}
