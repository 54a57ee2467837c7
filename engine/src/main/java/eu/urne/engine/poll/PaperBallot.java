package eu.urne.engine.poll;

import eu.urne.engine.log.TreeHash;
import java.nio.charset.StandardCharsets;

/**
 * The ballot of a sheet of paper: a function of the sheet's seed and its choice alone (docs/formats/ballot.md, section
 * 7), so that two persons who read the same make the same ballot, and its id says nothing to who has not the sheet.
 */
public final class PaperBallot {

    /** Authorisation of ballots on paper. */
    public static final String AUTHORISATION = "paper";

    private static final String LABEL = "paper";
    private static final byte[] PREFIX = "urne-paper-v1\n".getBytes(StandardCharsets.US_ASCII);

    private PaperBallot() {}

    /** Whether tokens issued under this label are those of sheets of paper, in a poll with the channel. */
    public static boolean isLabel(String label) {
        return label.equals(LABEL) || label.startsWith(LABEL + "-");
    }

    /** The ballot with this choice on the sheet of this seed, as {@link BallotCodec} encodes the choice. */
    public static SealedBallot seal(PollDefinition definition, TokenSeed sheet, byte[] plaintext) {
        Hash hash = definition.hash();
        byte[] secret = TreeHash.sha256(PREFIX, hash.bytes(), sheet.bytes(), plaintext);
        return Suite1.seal(definition.terms(), hash, sheet, AUTHORISATION, 0, plaintext, secret);
    }

    /** The plaintext for a sheet that says nothing valid: it is counted as null. */
    public static byte[] invalid(PollDefinition definition) {
        return new byte
                [BallotWidth.plaintext(
                        definition.terms().limits(), definition.options().size())];
    }
}
