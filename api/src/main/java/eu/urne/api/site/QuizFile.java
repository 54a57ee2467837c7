package eu.urne.api.site;

import eu.urne.engine.EngineJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The questions of the quiz: those of the file {@code quiz.yaml} in the data folder, else those that come with the
 * program. The file is read at every request: an edit is seen at once, and it is small.
 */
public final class QuizFile {

    private static final String BUILT_IN = "/eu/urne/api/pages/children/quiz.yaml";
    private static final long MOST_BYTES = 200_000;

    private static final YAMLMapper MAPPER = EngineJson.configure(YAMLMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;

    /** The file, which need not exist. */
    public QuizFile(Path file) {
        this.file = file;
    }

    /**
     * The questions as they are now.
     *
     * @throws QuizException in one sentence, if the file cannot be read
     */
    public Quiz read() {
        if (!Files.exists(file)) {
            return builtIn();
        }
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new QuizException(name + ": it is larger than " + MOST_BYTES + " bytes");
            }
            return parse(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new QuizException(name + ": it is not in UTF-8");
        } catch (IOException e) {
            throw new QuizException(name + ": it cannot be read");
        }
    }

    static Quiz builtIn() {
        try (InputStream in = Objects.requireNonNull(QuizFile.class.getResourceAsStream(BUILT_IN))) {
            return parse("quiz.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the questions of the program cannot be read", e);
        }
    }

    private static Quiz parse(String name, String text) {
        try {
            Quiz quiz = MAPPER.readValue(text, Quiz.class);
            if (quiz == null) {
                throw new QuizException(name + ": it is empty");
            }
            return quiz;
        } catch (JacksonException e) {
            throw new QuizException(name + line(e) + ": " + sentence(e));
        }
    }

    private static String line(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : ", line " + location.getLineNr();
    }

    private static String sentence(JacksonException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException own && own.getMessage() != null) {
                return own.getMessage();
            }
        }
        String field = e.getPath().isEmpty()
                ? ""
                : String.valueOf(e.getPath().getLast().getPropertyName());
        if (e instanceof PropertyBindingException) {
            return field + ": there is no such member";
        }
        if (e.getPath().isEmpty()) {
            return e.getOriginalMessage().strip().replaceAll("(?s)\\R.*", "");
        }
        return (field.equals("null") ? "an entry" : field) + ": it is missing, or has the wrong form";
    }
}
