package eu.urne.audit.event;

import eu.urne.audit.crypto.Bytes;

/** Events of a sheet of paper before its ballot is cast (docs/formats/ballot.md, section 7). */
public sealed interface PaperEvent extends Event {

    /** Gives the poll id. */
    String poll();

    /** Gives the token of the sheet, 32 bytes. */
    Bytes token();

    /** Gives the stream. */
    default String stream() {
        return "ballot/" + poll() + "/" + token().hex();
    }

    /**
     * A person has entered the sheet.
     *
     * @param poll poll id
     * @param token token of the sheet
     * @param by who
     * @param commitment id of the ballot as that person made it, 64 hex digits
     */
    record Entered(String poll, Bytes token, String by, String commitment) implements PaperEvent {}

    /**
     * Two persons have entered it differently.
     *
     * @param poll poll id
     * @param token token of the sheet
     */
    record Disputed(String poll, Bytes token) implements PaperEvent {}

    /**
     * Two persons have entered it alike.
     *
     * @param poll poll id
     * @param token token of the sheet
     * @param commitment id of the ballot, 64 hex digits
     */
    record Agreed(String poll, Bytes token, String commitment) implements PaperEvent {}
}
