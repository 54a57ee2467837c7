package eu.urne.api.web;

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
 * Settings that a city may edit: those of a YAML file in the data folder, else those that come with the program. The
 * file is read at every request: an edit is seen at once, and it is small.
 *
 * @param <T> what the settings say
 */
public final class SettingsFile<T> {

    private static final long MOST_BYTES = 200_000;

    private static final YAMLMapper MAPPER = EngineJson.configure(YAMLMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final Class<T> type;
    private final String builtIn;

    /**
     * A file.
     *
     * @param file in the data folder; it need not exist
     * @param builtIn resource with the settings of the program
     */
    public SettingsFile(Path file, Class<T> type, String builtIn) {
        this.file = file;
        this.type = type;
        this.builtIn = builtIn;
    }

    /**
     * The settings as they are now.
     *
     * @throws SettingsException in one sentence, if the file cannot be read
     */
    public T read() {
        if (!Files.exists(file)) {
            return builtIn();
        }
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SettingsException(name + ": it is larger than " + MOST_BYTES + " bytes");
            }
            return parse(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new SettingsException(name + ": it is not in UTF-8");
        } catch (IOException e) {
            throw new SettingsException(name + ": it cannot be read");
        }
    }

    private T builtIn() {
        try (InputStream in = Objects.requireNonNull(SettingsFile.class.getResourceAsStream(builtIn))) {
            return parse(builtIn, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of the program cannot be read", e);
        }
    }

    private T parse(String name, String text) {
        try {
            T settings = MAPPER.readValue(text, type);
            if (settings == null) {
                throw new SettingsException(name + ": it is empty");
            }
            return settings;
        } catch (JacksonException e) {
            throw new SettingsException(name + line(e) + ": " + sentence(e));
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
