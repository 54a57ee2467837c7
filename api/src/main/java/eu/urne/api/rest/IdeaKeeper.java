package eu.urne.api.rest;

import eu.urne.api.rest.ProposalBodies.RevisionBody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.Blob;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.budget.Attachment;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Idea;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the words of ideas outside the log before the log names them, and only if it does. */
final class IdeaKeeper {

    private final Engine engine;

    IdeaKeeper(Engine engine) {
        this.engine = engine;
    }

    /**
     * Sends a command with an idea whose words are kept.
     *
     * @param command what is asked, with the idea
     * @throws ProblemException if an attachment was not uploaded, or the idea makes no sense
     */
    Answer send(BudgetId budget, RevisionBody body, Function<Idea, Object> command, CommandOrigin origin) {
        Optional<Answer.Accepted> earlier = engine.commands().find(origin.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        body.attachments().forEach(this::checkUploaded);
        BlobStore blobs = engine.blobs();
        BlobHash text = blobs.putIdea(budget.value(), body.words(), BlobStore.freshSalt());
        Answer answer;
        try {
            Idea idea = new Idea(text, body.category(), body.place(), body.attachments());
            answer = engine.commands().send(command.apply(idea), origin);
        } catch (IllegalArgumentException e) {
            blobs.erase(text);
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
        // where the store fails it is unknown whether the log names the text, so it stays
        boolean named = answer instanceof Answer.Accepted accepted && !accepted.repeated();
        if (!named) {
            blobs.erase(text);
        }
        return answer;
    }

    private void checkUploaded(Attachment attachment) {
        Blob blob = engine.blobs()
                .find(attachment.blob())
                .orElseThrow(() ->
                        new ProblemException(Problem.UNKNOWN, "attachments: there is no file " + attachment.blob()));
        if (!blob.type().equals(attachment.type()) || blob.content().length != attachment.bytes()) {
            throw new ProblemException(
                    Problem.INVALID,
                    "attachments: the file " + attachment.blob() + " is " + blob.type() + " of " + blob.content().length
                            + " bytes");
        }
    }
}
