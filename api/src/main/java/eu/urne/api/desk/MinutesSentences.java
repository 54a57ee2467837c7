package eu.urne.api.desk;

import java.util.function.BiConsumer;

/** What sentences about minutes and their signers look like, and the end of their keys. */
final class MinutesSentences {

    private MinutesSentences() {}

    /** Tells all, in the order in which they are tried. */
    static void tell(BiConsumer<String, String> know) {
        know.accept("minutes: there are some of the meeting .*", "minutes-taken");
        know.accept("notes: .*", "minutes-notes");
        know.accept("signer: \\S+ is named otherwise", "signer-taken");
        know.accept("signer: the id .*", "signer-id");
        know.accept("signer: \\S+ (?:signs no longer|waits for no key)", "signer-state");
        know.accept("seat: a secretary signs for the office, .*", "signer-seat");
        know.accept("key: .*", "signer-key");
        know.accept("by: another person than who revoked .*", "signer-other");
    }
}
