package eu.urne.api.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives a command one option for each setting that is no secret, and {@code --config}. */
public final class SettingOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "File with lines such as urne.store=postgresql (docs/configuration.md).")
    private @Nullable Path config;

    private final Map<Setting, String> told = new EnumMap<>(Setting.class);

    /** Adds the options to the command that this is mixed into. */
    @Spec(Spec.Target.MIXEE)
    void into(CommandSpec command) {
        for (Setting setting : Setting.values()) {
            setting.option()
                    .ifPresent(name -> command.addOption(OptionSpec.builder(name)
                            .paramLabel("VALUE")
                            .type(String.class)
                            .description(setting.does()
                                    + (setting.standard().isEmpty() ? "" : " Default: " + setting.standard()))
                            .setter(new OptionSetter(told, setting))
                            .build()));
        }
    }

    private record OptionSetter(Map<Setting, String> told, Setting setting)
            implements picocli.CommandLine.Model.ISetter {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T set(T value) {
            if (value == null) {
                return (T) told.remove(setting);
            }
            return (T) told.put(setting, value.toString());
        }
    }

    /**
     * What was told by options, the environment and the file.
     *
     * @throws IllegalArgumentException in one sentence, as {@link Settings#read} does
     */
    public Settings settings() {
        return Settings.read(told, System.getenv(), Optional.ofNullable(config));
    }
}
