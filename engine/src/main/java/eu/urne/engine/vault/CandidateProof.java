package eu.urne.engine.vault;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.Slip;
import java.util.List;

/**
 * With what a candidate proves her place in a frozen pool (docs/formats/draw.md, section 1).
 *
 * @param index in the pool, from 0
 * @param size of the pool
 * @param proof inclusion proof of her element
 */
public record CandidateProof(Slip slip, int index, int size, List<Hash> proof) {}
