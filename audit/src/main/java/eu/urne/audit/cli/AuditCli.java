package eu.urne.audit.cli;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.StrictText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code urne audit}: verifies evidence and receipts without asking anyone. */
@Command(
        name = "urne audit",
        version = "urne 0.1.0",
        header = "Verifies evidence and receipts of votes, offline and by itself.",
        synopsisSubcommandLabel = "verify|follow|receipt|draw|extract|record|explain|witness",
        subcommands = {
            VerifyCommand.class,
            FollowCommand.class,
            ReceiptCommand.class,
            DrawCommand.class,
            ExtractCommand.class,
            RecordCommand.class,
            ExplainCommand.class,
            WitnessCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  urne audit verify evidence.zip",
            "  urne audit verify https://vote.example.org --vkey \"$(cat key-from-the-town-hall.txt)\"",
            "  urne audit receipt my-receipt.txt --vkey KEY --entry my-entry.json",
            "",
            "'urne audit verify --help' tells more."
        })
public final class AuditCli {
    /** Nothing is wrong. */
    public static final int VERIFIED = 0;

    /** The evidence is wrong. */
    public static final int WRONG = 1;

    /** Nothing can be said: a file, an address or the command itself cannot be read. */
    public static final int UNREADABLE = 2;

    private static final int MAX_REASON = 500;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args what stands behind {@code audit}, such as {@code verify evidence.zip}
     */
    public static void main(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /**
     * Runs the command.
     *
     * @param out takes the report
     * @param err takes complaints
     * @param args what stands behind {@code audit}
     * @return 0 verified, 1 wrong, 2 not readable
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return new CommandLine(new AuditCli())
                    .setOut(out)
                    .setErr(err)
                    .setExecutionExceptionHandler((failure, command, parsed) -> complain(err, failure))
                    .execute(args);
        } catch (Error e) {
            return complain(err, e);
        }
    }

    private static int complain(PrintWriter err, Throwable failure) {
        err.println("cannot read: " + StrictText.printable(reason(failure), MAX_REASON));
        err.flush();
        return UNREADABLE;
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case UnreadableEvidenceException unreadable -> String.valueOf(unreadable.getMessage());
            case OutOfMemoryError memory -> "the evidence needs more memory; give Java more heap (-Xmx)";
            default -> "an unexpected fault of this verifier: " + failure;
        };
    }
}
