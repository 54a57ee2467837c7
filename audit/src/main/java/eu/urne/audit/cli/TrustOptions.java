package eu.urne.audit.cli;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user trusts: the options that commands share which verify evidence. */
final class TrustOptions {
    @Option(
            names = "--vkey",
            paramLabel = "KEY",
            description = "The verifier key of the log, from a source that you trust.")
    private @Nullable String vkey;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "A policy (c2sp.org/tlog-policy): which witnesses must have cosigned the checkpoint.")
    private @Nullable String policy;

    /** Lets a verification demand what the user trusts. */
    Verification demandedOf(Verification verification) throws UnreadableEvidenceException {
        Verification demanding = vkey == null ? verification : verification.withKey(key(vkey));
        return policy == null ? demanding : demanding.withPolicy(PolicyFile.read(policy));
    }

    /** Reads a verifier key of the command line. */
    static VerifierKey key(String text) throws UnreadableEvidenceException {
        try {
            return VerifierKey.parse(text.strip());
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException("the key of --vkey " + e.getMessage());
        }
    }
}
