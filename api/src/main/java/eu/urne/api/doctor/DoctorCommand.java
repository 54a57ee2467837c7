package eu.urne.api.doctor;

import eu.urne.api.settings.SettingOptions;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code urne doctor}: tells what is wrong with an installation. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tells what is wrong with an installation, one sentence each with what to do. Changes nothing.",
        footer = {
            "",
            "Run it as the user of the server, with the same settings. Exit code 0 if all is well,",
            "1 if something should be looked at, 2 if something is wrong."
        })
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Looks; see the class for the exit code. */
    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Finding> findings = examined();
        findings.forEach(finding -> out.printf("%-6s %s%n", finding.level().word(), finding.sentence()));
        out.flush();
        return findings.stream()
                .mapToInt(finding -> finding.level().exitCode())
                .max()
                .orElse(0);
    }

    private List<Finding> examined() {
        try {
            return new Doctor(options.settings(), Instant.now()).findings();
        } catch (IllegalArgumentException e) {
            return List.of(Finding.wrong(String.valueOf(e.getMessage()).replaceAll("\\R", " ")));
        }
    }
}
