package eu.urne.audit.cli;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.mirror.Follower;
import eu.urne.audit.mirror.Look;
import eu.urne.audit.mirror.Mirror;
import eu.urne.audit.note.Policy;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.source.SiteEvidence;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne audit follow}: keeps a mirror of a log and watches that it only grows. */
@Command(
        name = "follow",
        header = "Keeps a mirror of a log and watches that it only grows.",
        description = {
            "",
            "Every new checkpoint must continue all that were seen before: its signature is good, and the entries "
                    + "mirrored and the new ones give its root. One line is printed for each change. The mirror is "
                    + "evidence at any moment, also after a sudden end: 'urne audit verify DIR' checks it in full.",
            "",
            "Without --vkey the first key that the site shows is trusted and kept.",
            ""
        },
        footer = {
            "",
            "Exit codes:",
            "  0  all is well (--once)",
            "  1  what the log has signed does not fit: a fork, entries taken back, another",
            "     key; with --once also: no quorum, entries that break the form",
            "  2  the mirror cannot be used; with --once also: the site does not answer",
            "     with what it should",
            "",
            "Examples:",
            "  urne audit follow https://vote.example.org --mirror vote",
            "  urne audit follow https://vote.example.org --mirror vote --policy witnesses.txt"
        })
final class FollowCommand implements Callable<Integer> {
    private static final int MAX_EVERY_S = 86_400;
    private static final int MAX_REASON = 500;

    @Parameters(index = "0", paramLabel = "URL", description = "http(s)://host, or the address of its /log/ folder.")
    private String url = "";

    @Option(
            names = "--mirror",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the mirror: new, empty or a mirror.")
    private Path folder = Path.of("mirror");

    @Option(
            names = "--vkey",
            paramLabel = "KEY",
            description = "The verifier key of the log, from a source that you trust.")
    private @Nullable String vkey;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "A policy (c2sp.org/tlog-policy): which witnesses must have cosigned a checkpoint.")
    private @Nullable String policy;

    @Option(names = "--once", description = "Look once and end.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Time between two looks (default: ${DEFAULT-VALUE}).")
    private int everyS = 30;

    @Spec
    private @Nullable CommandSpec spec;

    private final InstantSource clock = InstantSource.system();
    private String said = "";
    private boolean troubled;
    private boolean keyTold;

    @Override
    public Integer call() throws UnreadableEvidenceException, IOException {
        if (everyS < 1 || everyS > MAX_EVERY_S) {
            throw new UnreadableEvidenceException("--every must be from 1 to " + MAX_EVERY_S + ", not " + everyS);
        }
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new UnreadableEvidenceException(url + " is not an address that begins with http:// or https://");
        }
        Optional<VerifierKey> given = vkey == null ? Optional.empty() : Optional.of(TrustOptions.key(vkey));
        Optional<Policy> trusted = policy == null ? Optional.empty() : Optional.of(PolicyFile.read(policy));
        try (Ending ending = Ending.onSignal();
                EvidenceSource site = SiteEvidence.open(url);
                Mirror mirror = Mirror.open(folder);
                ProgressLine progress = ProgressLine.onTerminal()) {
            out().println("following " + site.name() + " into " + folder + ", which holds " + mirror.size()
                    + " entries");
            Follower follower = Follower.of(mirror, site, given, trusted, progress, ending);
            boolean goOn = true;
            while (goOn) {
                Optional<Integer> end = look(follower, trusted, progress, ending);
                if (end.isPresent()) {
                    return end.get();
                }
                goOn = ending.pause(Duration.ofSeconds(everyS));
            }
            return AuditCli.VERIFIED;
        }
    }

    /** Looks once, prints what is new, and gives an exit code if that was the last look. */
    private Optional<Integer> look(Follower follower, Optional<Policy> trusted, ProgressLine progress, Ending ending)
            throws UnreadableEvidenceException {
        try {
            Look look = follower.look();
            progress.close();
            tellKey(follower, trusted);
            if (once || troubled || !(look instanceof Look.Same)) {
                say(LookText.line(look));
            }
            troubled = false;
            return once || look instanceof Look.Contradicted ? Optional.of(exitCode(look)) : Optional.empty();
        } catch (UnreadableEvidenceException e) {
            progress.close();
            if (once) {
                throw e;
            }
            if (!ending.ended()) {
                say("cannot read: " + StrictText.printable(String.valueOf(e.getMessage()), MAX_REASON));
            }
            troubled = true;
            return Optional.empty();
        }
    }

    private static int exitCode(Look look) {
        return switch (look) {
            case Look.Same same -> AuditCli.VERIFIED;
            case Look.Stopped stopped -> AuditCli.VERIFIED;
            case Look.Grown grown -> grown.arrivals().malformed() == 0 ? AuditCli.VERIFIED : AuditCli.WRONG;
            case Look.NotTrusted refused -> AuditCli.WRONG;
            case Look.Contradicted wrong -> AuditCli.WRONG;
        };
    }

    private void tellKey(Follower follower, Optional<Policy> trusted) {
        if (!keyTold) {
            follower.key().ifPresent(key -> {
                boolean given = vkey != null
                        || trusted.stream().anyMatch(policy -> policy.logs().contains(key));
                out().println("key " + key + (given ? "" : "; unverified: not given from outside"));
            });
            keyTold = true;
        }
    }

    /** Prints a line with the time; the same text is not repeated. */
    private void say(String text) {
        if (!text.equals(said)) {
            out().println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + text);
            out().flush();
            said = text;
        }
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        return spec.commandLine().getOut();
    }
}
