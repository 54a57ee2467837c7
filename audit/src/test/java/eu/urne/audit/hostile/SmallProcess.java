package eu.urne.audit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The verifier's command line in a process with little memory. */
final class SmallProcess {
    private static final long PATIENCE_S = 120;

    private SmallProcess() {}

    /**
     * What came of it.
     *
     * @param exit the exit code
     * @param text all that was printed
     */
    record Ended(int exit, String text) {}

    static Ended verify(Path evidence, String heap) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "eu.urne.audit.cli.AuditCli",
                        "verify",
                        evidence.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the verifier does not end");
        }
        return new Ended(
                process.exitValue(),
                text.replace(evidence.toString(), evidence.getFileName().toString()));
    }
}
