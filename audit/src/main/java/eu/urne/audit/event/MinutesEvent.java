package eu.urne.audit.event;

import eu.urne.audit.council.MinutesText;
import eu.urne.audit.crypto.Bytes;

/** Events of the stream of minutes (docs/formats/councils.md, section 9). */
public sealed interface MinutesEvent extends Event {

    /** Gives the council's id. */
    String council();

    /** Gives the meeting's id. */
    String meeting();

    /** Gives the version, from 1. */
    int version();

    /**
     * There is a first version.
     *
     * @param council the council's id
     * @param meeting the meeting's id
     * @param version 1
     * @param text what it says
     */
    record MinutesDrafted(String council, String meeting, int version, MinutesText text) implements MinutesEvent {}

    /**
     * There is another version.
     *
     * @param council the council's id
     * @param meeting the meeting's id
     * @param version from 2
     * @param text what it says
     */
    record MinutesCorrected(String council, String meeting, int version, MinutesText text) implements MinutesEvent {}

    /**
     * Somebody stands by a version.
     *
     * @param council the council's id
     * @param meeting the meeting's id
     * @param version the version
     * @param chair whether as the chair; else as the secretary
     * @param signer the signer's id
     * @param key number of the key
     * @param signature 64 bytes
     */
    record MinutesSigned(
            String council, String meeting, int version, boolean chair, String signer, int key, Bytes signature)
            implements MinutesEvent {}

    /**
     * Both have signed.
     *
     * @param council the council's id
     * @param meeting the meeting's id
     * @param version the version
     */
    record MinutesPublished(String council, String meeting, int version) implements MinutesEvent {}
}
