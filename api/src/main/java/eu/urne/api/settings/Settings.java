package eu.urne.api.settings;

import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What an installation was told: by options of the command line, else by the environment, else by a file, else what
 * {@link Setting} says. Every value that is here is allowed. A blank value is none. Its text shows nothing.
 */
public final class Settings {

    private static final String VARIABLES = "URNE_";

    /** Variables of the launcher, the tests and the build, which are no settings. */
    private static final Pattern NO_SETTINGS = Pattern.compile("URNE_(JAVA_OPTS|APPROVE|TEST_\\w*|SERVICE_\\w*)");

    private final Map<Setting, String> given;

    private Settings(Map<Setting, String> given) {
        this.given = given;
    }

    /**
     * Reads and checks all of them; writes nothing.
     *
     * @param options of the command line
     * @param environment variables by name
     * @param file with lines {@code name=value}, in UTF-8
     * @throws IllegalArgumentException in one sentence that names the setting, where it was said and what is allowed
     */
    public static Settings read(Map<Setting, String> options, Map<String, String> environment, Optional<Path> file) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        file.ifPresent(path -> readFile(path, given));
        readEnvironment(environment, given);
        options.forEach(
                (setting, value) -> put(given, setting, value, setting.option().orElse(setting.key())));
        Settings settings = new Settings(given);
        settings.stores();
        settings.onlyOne(Setting.VAULT_KEY, Setting.VAULT_KEY_FILE);
        return settings;
    }

    /**
     * The settings of the environment, with some of them told.
     *
     * @throws IllegalArgumentException as {@link #read} does
     */
    public static Settings of(Map<Setting, String> told) {
        return read(told, System.getenv(), Optional.empty());
    }

    /**
     * The same with other values for some.
     *
     * @throws IllegalArgumentException as {@link #read} does
     */
    public Settings with(Map<Setting, String> others) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.putAll(given);
        all.putAll(others);
        return read(all, Map.of(), Optional.empty());
    }

    private static void readFile(Path file, Map<Setting, String> given) {
        Properties lines = new Once();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of settings " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the file of settings " + file + ": " + e.getMessage(), e);
        }
        for (String key : lines.stringPropertyNames()) {
            Setting setting = Setting.named(key)
                    .orElseThrow(() -> new IllegalArgumentException(
                            key + ": there is no such setting (in " + file + "); docs/configuration.md has all"));
            put(given, setting, lines.getProperty(key), file.toString());
        }
        if (given.keySet().stream().anyMatch(setting -> setting.option().isEmpty()) && othersRead(file)) {
            throw new IllegalArgumentException(
                    "the file of settings " + file + " holds a secret and can be read by others; chmod o-r " + file);
        }
    }

    /** Refuses a second value for a name, which would silently win. */
    private static final class Once extends Properties {

        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalArgumentException(key + " is there twice");
            }
            return super.put(key, value);
        }
    }

    private static boolean othersRead(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static void readEnvironment(Map<String, String> environment, Map<Setting, String> given) {
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                put(given, setting, value, setting.variable());
            }
        }
        Set<String> known =
                Set.of(Arrays.stream(Setting.values()).map(Setting::variable).toArray(String[]::new));
        environment.keySet().stream()
                .filter(name -> name.startsWith(VARIABLES) && !known.contains(name))
                .filter(name -> !NO_SETTINGS.matcher(name).matches())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            name + ": there is no such setting; docs/configuration.md has all");
                });
    }

    private static void put(Map<Setting, String> given, Setting setting, String text, String where) {
        String value = text.strip();
        if (value.isEmpty()) {
            given.remove(setting);
            return;
        }
        if (!setting.kind().accepts(value)) {
            String quoted = setting.isOpen() ? "\"" + value + "\" is wrong: " : "";
            throw new IllegalArgumentException(
                    setting.key() + ": " + quoted + setting.kind().allowed() + " is needed (in " + where + ")");
        }
        given.put(setting, value);
    }

    private void onlyOne(Setting one, Setting other) {
        if (isGiven(one) && isGiven(other)) {
            throw new IllegalArgumentException("set one of " + one.key() + " and " + other.key() + ", not both");
        }
    }

    /** Whether somebody has told it. */
    public boolean isGiven(Setting setting) {
        return given.containsKey(setting);
    }

    /** What was told, or what holds without. */
    public String text(Setting setting) {
        return given.getOrDefault(setting, setting.standard());
    }

    /** What was told, or what holds without; empty if that is nothing. */
    public Optional<String> told(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    /** A number; empty if it is {@code off}. */
    public OptionalLong number(Setting setting) {
        String text = text(setting);
        return text.equals(Kind.OFF) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    /** A size in bytes. */
    public long bytes(Setting setting) {
        return DataSize.parse(text(setting)).toBytes();
    }

    /** A time. */
    public Duration time(Setting setting) {
        return DurationStyle.SIMPLE.parse(text(setting));
    }

    /** The words of a list, in their order. */
    public List<String> words(Setting setting) {
        return words(text(setting));
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * Where the log and the tables beside it are.
     *
     * @throws IllegalArgumentException in one sentence, if a setting is missing, or one is told that has no use
     */
    public StoreSettings stores() {
        return switch (text(Setting.STORE)) {
            case "postgresql" -> {
                unused(Setting.EVENTSTOREDB_CONNECTION);
                yield postgresql().orElseThrow(() -> needed(Setting.POSTGRESQL_URL));
            }
            case "eventstoredb" ->
                new StoreSettings.EventStoreDb(
                        told(Setting.EVENTSTOREDB_CONNECTION)
                                .orElseThrow(() -> needed(Setting.EVENTSTOREDB_CONNECTION)),
                        postgresql());
            default -> {
                unused(Setting.POSTGRESQL_URL);
                unused(Setting.EVENTSTOREDB_CONNECTION);
                yield new StoreSettings.Sqlite();
            }
        };
    }

    private Optional<StoreSettings.Postgresql> postgresql() {
        onlyOne(Setting.POSTGRESQL_PASSWORD, Setting.POSTGRESQL_PASSWORD_FILE);
        String password = told(Setting.POSTGRESQL_PASSWORD_FILE)
                .map(file -> contentOf(Path.of(file)))
                .orElse(text(Setting.POSTGRESQL_PASSWORD));
        return told(Setting.POSTGRESQL_URL)
                .map(url -> new StoreSettings.Postgresql(url, text(Setting.POSTGRESQL_USER), password));
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    Setting.POSTGRESQL_PASSWORD_FILE.key() + ": the file " + file + " cannot be read", e);
        }
    }

    private IllegalArgumentException needed(Setting setting) {
        return new IllegalArgumentException(
                setting.key() + ": it is needed with " + Setting.STORE.key() + "=" + text(Setting.STORE));
    }

    private void unused(Setting setting) {
        if (isGiven(setting)) {
            throw new IllegalArgumentException(setting.key() + ": it has no use with " + Setting.STORE.key() + "="
                    + text(Setting.STORE) + "; take it away, or choose the store");
        }
    }
}
