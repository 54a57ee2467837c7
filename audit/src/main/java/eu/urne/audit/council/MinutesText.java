package eu.urne.audit.council;

import eu.urne.audit.crypto.Bytes;
import java.util.List;
import java.util.SortedMap;

/**
 * What a version of minutes says (docs/formats/councils.md, section 9).
 *
 * @param meeting the part of the meeting's stream for which it stands
 * @param motions those of the streams of its motions, by id
 * @param inOrder whether the ids of the motions ascend
 * @param items ids of the agenda's items with a note, in order; empty for the one on the whole
 * @param facts the bytes of facts and notes, for comparing
 * @param statement what is signed
 */
public record MinutesText(
        Part meeting,
        SortedMap<String, Part> motions,
        boolean inOrder,
        List<String> items,
        Bytes facts,
        Bytes statement) {

    /**
     * The beginning of a stream.
     *
     * @param events number of entries
     * @param root of the tree over them
     */
    public record Part(int events, Bytes root) {}
}
