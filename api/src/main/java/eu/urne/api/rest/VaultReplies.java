package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Refusal;
import eu.urne.engine.vault.VaultAnswer;

/** Answers of the vault as results or problems. */
final class VaultReplies {

    private VaultReplies() {}

    /**
     * The result.
     *
     * @throws ProblemException if it was refused
     */
    static <T> T result(VaultAnswer<T> answer) {
        return switch (answer) {
            case VaultAnswer.Done<T>(T result) -> result;
            case VaultAnswer.Refused<T>(Refusal refusal) ->
                throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        };
    }

    /**
     * Checks which page of a list is asked for.
     *
     * @throws ProblemException if there is no such page
     */
    static void checkPage(int page, int size) {
        if (page < 0 || page > 1_000_000) {
            throw new ProblemException(Problem.INVALID, "page: it must be from 0 to 1000000");
        }
        if (size < 1 || size > 100) {
            throw new ProblemException(Problem.INVALID, "size: it must be from 1 to 100");
        }
    }
}
