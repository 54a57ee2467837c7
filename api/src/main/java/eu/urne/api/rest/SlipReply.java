package eu.urne.api.rest;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.vault.CandidateProof;
import java.util.List;
import java.util.Map;

/** The slip of a candidate, as docs/formats/draw.md, section 1, has it. */
public record SlipReply(
        Map<String, String> attributes,
        String draw,
        int index,
        List<Hash> proof,
        String pseudonym,
        Hash salt,
        int size) {

    /** The slip of this proof. */
    public static SlipReply of(CandidateProof proof) {
        return new SlipReply(
                proof.slip().attributes(),
                proof.slip().draw(),
                proof.index(),
                proof.proof(),
                proof.slip().pseudonym(),
                proof.slip().salt(),
                proof.size());
    }
}
