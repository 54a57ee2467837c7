package eu.urne.api.rest;

import eu.urne.engine.Answer;
import eu.urne.engine.store.LogName;
import java.util.Locale;

/**
 * The answer to a command whose events are durable, signed and included.
 *
 * @param index of its last event in the log
 * @param events how many it has
 * @param log {@code public} or {@code register}
 * @param code of the receipt, for people
 * @param receipt as text (docs/formats/log.md, section 9)
 */
record ReceiptReply(long index, int events, String log, CodeReply code, String receipt) {

    static ReceiptReply of(Answer.Accepted answer) {
        return new ReceiptReply(
                answer.receipt().index(),
                answer.events(),
                name(answer.log()),
                CodeReply.of(answer.code()),
                answer.receipt().text());
    }

    private static String name(LogName log) {
        return log.name().toLowerCase(Locale.ROOT);
    }
}
