package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.cli.Main;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** The command line, and what it has said. */
final class CommandTrial {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The exit code of a command. */
    int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    /** A command that ends well. */
    void works(String... arguments) {
        assertThat(run(arguments)).as("%s%s", out, err).isZero();
    }

    /** A command that says only this, and that it has failed. */
    void refused(String sentence, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).hasLineCount(1);
    }

    /** What was told since the last call. */
    String told() {
        String told = out + err.toString();
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return told;
    }

    /** What the verifier says of the evidence that a server exports. */
    static Report audited(Voting voting, Path folder) throws Exception {
        Path archive = Files.write(
                folder.resolve("evidence.zip"),
                voting.client.get("/api/evidence.zip").bytes());
        try (EvidenceSource evidence = EvidenceSource.open(archive.toString())) {
            return Verification.of(evidence).run();
        }
    }
}
