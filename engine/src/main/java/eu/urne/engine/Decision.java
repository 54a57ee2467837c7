package eu.urne.engine;

import java.util.List;

/**
 * What the domain answers to a command.
 *
 * @param <E> events of the stream
 */
public sealed interface Decision<E> {

    /** These events happen, all or none; an empty list says that nothing has to change. */
    record Accepted<E>(List<E> events) implements Decision<E> {}

    /** An expected no. */
    record Refused<E>(Refusal refusal) implements Decision<E> {}

    /** Accepted with this event. */
    static <E> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Accepted with these two events. */
    static <E> Decision<E> accept(E first, E second) {
        return new Accepted<>(List.of(first, second));
    }

    /** Refused for this reason. */
    static <E> Decision<E> refuse(Refusal.Reason reason, String sentence) {
        return new Refused<>(new Refusal(reason, sentence));
    }
}
