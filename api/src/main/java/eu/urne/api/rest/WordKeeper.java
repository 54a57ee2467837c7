package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.budget.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the texts of councils outside the log before the log names them, and only if it does. */
public final class WordKeeper {

    /** The media type of a text. */
    public static final String TYPE = "text/plain;charset=UTF-8";

    private static final int MOST = 20_000;

    private final Engine engine;

    /** Keeps texts for this engine. */
    public WordKeeper(Engine engine) {
        this.engine = engine;
    }

    /**
     * Sends a command with a text that is kept.
     *
     * @param text 1 to 20,000 characters
     * @param command what is asked, with the name of the text
     * @throws ProblemException if the text, or the command with it, makes no sense
     */
    public Answer send(String text, Function<BlobHash, Object> command, CommandOrigin origin) {
        return keep(List.of(text), names -> engine.commands().send(command.apply(names.getFirst()), origin), origin);
    }

    /**
     * Takes a step with texts that are kept.
     *
     * @param texts each of 1 to 20,000 characters
     * @param step what is asked, with the names of the texts in their order
     * @throws ProblemException if a text, or the step with them, makes no sense
     */
    public Answer keep(List<String> texts, Function<List<BlobHash>, Answer> step, CommandOrigin origin) {
        Optional<Answer.Accepted> earlier = engine.commands().find(origin.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        BlobStore blobs = engine.blobs();
        List<byte[]> contents = texts.stream().map(WordKeeper::bytes).toList();
        List<BlobHash> names = contents.stream()
                .map(content -> blobs.put(TYPE, content, BlobStore.freshSalt()))
                .toList();
        Answer answer;
        try {
            answer = step.apply(names);
        } catch (IllegalArgumentException e) {
            names.forEach(blobs::erase);
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
        // where the store fails it is unknown whether the log names the texts, so they stay
        boolean named = answer instanceof Answer.Accepted accepted && !accepted.repeated();
        if (!named) {
            names.forEach(blobs::erase);
        }
        return answer;
    }

    /**
     * Sends a command with a text that may be left out.
     *
     * @param text null for none
     * @throws ProblemException if the text, or the command, makes no sense
     */
    public Answer sendWithOrWithout(
            @Nullable String text, Function<@Nullable BlobHash, Object> command, CommandOrigin origin) {
        if (text != null) {
            return send(text, command, origin);
        }
        try {
            return engine.commands().send(command.apply(null), origin);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** A text as it is kept: with line ends of one kind. */
    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static byte[] bytes(String text) {
        String lines = lines(text);
        try {
            Texts.checkText("text", lines, 1, MOST);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
        return lines.getBytes(StandardCharsets.UTF_8);
    }
}
