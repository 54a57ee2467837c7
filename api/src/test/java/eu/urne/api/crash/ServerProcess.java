package eu.urne.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.urne.api.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code urne serve} as a process of its own, that can be killed at any moment. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("Urne answers at (http://\\S+)/\\R");
    private static final Pattern VERIFIER_KEY = Pattern.compile("Verifier key: (\\S+)\\R");

    private final Process process;
    private final Path out;
    private final Path err;

    /** Starts a server; it does not answer yet. */
    ServerProcess(Path data, Path output, String staffKey, String... options) throws IOException {
        out = Files.createTempFile(output, "serve-", ".out");
        err = Files.createTempFile(output, "serve-", ".err");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("URNE_STAFF_KEYS", staffKey);
        process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    /** Waits until it answers. */
    ServerProcess awaitAnswers() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive() || hasTold());
        assertThat(hasTold()).as("the server answers; it said: %s", read(err)).isTrue();
        return this;
    }

    private boolean hasTold() {
        String said = read(out);
        return ADDRESS.matcher(said).find() && VERIFIER_KEY.matcher(said).find();
    }

    /** All lines of its log so far. */
    String log() {
        return read(err);
    }

    URI address() {
        return URI.create(told(ADDRESS));
    }

    String verifierKey() {
        return told(VERIFIER_KEY);
    }

    private String told(Pattern pattern) {
        Matcher matcher = pattern.matcher(read(out));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing is finished, flushed or closed. Returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Kills it after so many milliseconds, unless it ends before. */
    void killAfter(int delayMs) {
        try {
            assertThat(process.waitFor(delayMs, TimeUnit.MILLISECONDS))
                    .as("the server has ended by itself")
                    .isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    /** SIGTERM: it is asked to end. */
    void end() {
        process.destroy();
    }

    /** Waits until it is gone. */
    int exitCode() {
        awaitEnd();
        return process.exitValue();
    }

    /** Waits until it is gone. */
    void awaitEnd() {
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
