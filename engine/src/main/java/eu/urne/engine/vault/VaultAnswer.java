package eu.urne.engine.vault;

import eu.urne.engine.Refusal;

/**
 * What the vault answers: a result, or an expected no.
 *
 * @param <T> the result
 */
public sealed interface VaultAnswer<T> {

    /** It is done. */
    record Done<T>(T result) implements VaultAnswer<T> {}

    /** It is refused; nothing has changed. */
    record Refused<T>(Refusal refusal) implements VaultAnswer<T> {}

    /** Refused for this reason. */
    static <T> VaultAnswer<T> refuse(Refusal.Reason reason, String sentence) {
        return new Refused<>(new Refusal(reason, sentence));
    }
}
