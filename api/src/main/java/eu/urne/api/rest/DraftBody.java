package eu.urne.api.rest;

import eu.urne.api.rest.ProposalBodies.RevisionBody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.budget.Attachment;
import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written so far of an idea; every member may be missing until it is handed in.
 *
 * @param title one line of 1 to 200 characters
 * @param text up to 10,000 characters
 * @param attachments files that were uploaded before
 */
record DraftBody(
        @Nullable Author author,
        @Nullable String title,
        @Nullable String text,
        @Nullable String category,
        @Nullable Place place,
        @Nullable List<Attachment> attachments) {

    /**
     * Who hands it in.
     *
     * @throws ProblemException if nobody is named yet
     */
    Author submitter() {
        return present("author", author);
    }

    /**
     * The idea, once it is complete; text and attachments may stay away.
     *
     * @throws ProblemException that names what is missing or wrong
     */
    RevisionBody idea() {
        try {
            return new RevisionBody(
                    present("title", title),
                    text == null ? "" : text,
                    present("category", category),
                    present("place", place),
                    attachments == null ? List.of() : attachments);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T present(String member, @Nullable T value) {
        if (value == null) {
            throw new ProblemException(Problem.INVALID, member + ": the draft has none yet");
        }
        return value;
    }
}
