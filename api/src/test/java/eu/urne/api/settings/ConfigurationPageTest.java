package eu.urne.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/configuration.md is made from the settings. */
class ConfigurationPageTest {

    private static final Path WRITTEN = Path.of("target", "configuration.md");
    private static final Path APPROVED = Path.of("..", "docs", "configuration.md");

    @Test
    void thePageShowsEverySettingAsTheCodeHasIt() throws IOException {
        String page = page();
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, page);

        assertThat(Files.exists(APPROVED) ? Files.readString(APPROVED) : "")
                .as("docs/configuration.md; if the change is meant, copy api/%s there", WRITTEN)
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder text = new StringBuilder("""
                # Settings

                Every setting of `./urne serve`, `./urne doctor` and the other commands that open an
                installation. This page is made from the code, and a test compares it.

                A setting is told by an option of the command line, else by a variable of the
                environment, else by a line of the file that `--config FILE` names; the first of
                these that tells it counts. `urne.postgresql.url` is `--postgresql-url`,
                `URNE_POSTGRESQL_URL`, or in the file

                    urne.postgresql.url=jdbc:postgresql://db.example:5432/urne

                Secrets have no option, because every user of a machine can list the command lines
                of all. A file that holds a secret must not be readable by others. An empty value is
                none.

                All settings are checked before anything is written. An unknown name, in the file or
                as a variable that begins with `URNE_`, a wrong value and a setting that is missing
                or has no use beside the others end the start with exit code 2 and one sentence. A
                file may hold no other lines than these. In Kubernetes set `enableServiceLinks:
                false`: it makes variables of its own for a service named urne, such as `URNE_PORT`.
                """);
        for (Setting.Group group : Setting.Group.values()) {
            text.append("\n## ").append(group.title()).append("\n\n");
            text.append("| setting | takes | without it | what it does |\n|---|---|---|---|\n");
            Arrays.stream(Setting.values())
                    .filter(setting -> setting.group() == group)
                    .forEach(setting -> text.append(row(setting)));
        }
        return text.toString();
    }

    private static String row(Setting setting) {
        String secret = setting.option().isEmpty() ? ", secret: no option" : "";
        String without = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
        return "| `" + setting.key() + "` | " + setting.kind().allowed() + secret + " | " + without + " | "
                + setting.does() + " |\n";
    }
}
