package eu.urne.audit.cli;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.code.ReceiptCode;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.note.Policy;
import eu.urne.audit.note.Receipt;
import eu.urne.audit.note.VerifierKey;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne audit receipt}: verifies the receipt of one entry (docs/formats/log.md, section 9). */
@Command(
        name = "receipt",
        header = "Verifies a receipt: that an entry is in the log.",
        description = {
            "",
            "With --vkey it verifies that the log has signed the checkpoint of the receipt, with --entry that the "
                    + "entry is in the tree of that checkpoint. Only both together prove that the log has the entry.",
            "",
            "With --entry it also computes the entry's code and compares it with the one that the receipt tells.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 verified, 1 the receipt is wrong, 2 it could not be read",
            "",
            "Examples:",
            "  urne audit receipt my-receipt.txt --vkey vote.example.org+1a2b3c4d+AZ... --entry my-entry.json",
            "  urne audit receipt my-receipt.txt --entry my-entry.json"
        })
final class ReceiptCommand implements Callable<Integer> {
    private static final int MAX_CODE = 100;

    @Parameters(index = "0", paramLabel = "FILE", description = "The receipt.")
    private String receiptFile = "";

    @Option(
            names = "--vkey",
            paramLabel = "KEY",
            description = "The verifier key of the log, from a source that you trust.")
    private @Nullable String vkey;

    @Option(names = "--entry", paramLabel = "FILE", description = "The exact bytes of the entry.")
    private @Nullable String entryFile;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "A policy (c2sp.org/tlog-policy): logs, and which witnesses must have cosigned.")
    private @Nullable String policyFile;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws UnreadableEvidenceException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (vkey == null && entryFile == null && policyFile == null) {
            throw new UnreadableEvidenceException(
                    "a receipt alone proves nothing: give --vkey or --policy, --entry or both");
        }
        VerifierKey key = vkey == null ? null : TrustOptions.key(vkey);
        Policy policy = policyFile == null ? null : PolicyFile.read(policyFile);
        byte[] receipt = SmallFile.read(receiptFile, Receipt.MAX_BYTES);
        byte[] entry = entryFile == null ? null : SmallFile.read(entryFile, EntryReader.MAX_BYTES);
        try {
            verify(Receipt.parse(receipt), key, policy, entry, out);
            return AuditCli.VERIFIED;
        } catch (MalformedException e) {
            out.println("NOT verified: the receipt " + e.getMessage());
            return AuditCli.WRONG;
        } finally {
            out.flush();
        }
    }

    private static void verify(
            Receipt receipt,
            @Nullable VerifierKey given,
            @Nullable Policy policy,
            byte @Nullable [] entryBytes,
            PrintWriter out)
            throws MalformedException {
        String origin = receipt.checkpoint().origin();
        out.println("origin    " + origin);
        out.println("index     " + number(receipt.index()) + " of "
                + number(receipt.checkpoint().size()) + " entries");
        VerifierKey key = given == null && policy != null ? policy.log(origin).orElse(null) : given;
        if (key != null) {
            receipt.note().verify(key);
            if (!origin.equals(key.name())) {
                throw new MalformedException("has another origin than the name of the key");
            }
        }
        out.println("key       " + (key == null ? "unverified: not given" : key.toString()));
        if (policy != null) {
            if (key == null) {
                throw new MalformedException("is of the log " + origin + ", which the policy does not name");
            }
            out.println("cosigned  " + String.join(", ", policy.demand(receipt.note(), key)));
        }
        if (entryBytes == null) {
            out.println("code      " + unproved(receipt));
        } else {
            GivenEntry read = GivenEntry.read(entryBytes);
            if (!receipt.proves(entryBytes)) {
                throw new MalformedException("does not prove this entry: its hashes do not lead to the checkpoint");
            }
            out.println("entry     " + read.entry().type().text() + ", id "
                    + read.entry().id());
            out.println("code      " + proved(receipt, read.code()));
        }
        out.println();
        out.println("verified: " + verdict(receipt, key != null, entryBytes != null));
    }

    /** An entry with the code that follows from it. */
    private record GivenEntry(Entry entry, ReceiptCode code) {
        static GivenEntry read(byte[] bytes) throws MalformedException {
            try {
                return new GivenEntry(EntryReader.read(bytes), ReceiptCode.ofEntry(bytes));
            } catch (MalformedException e) {
                throw new MalformedException("comes with an entry that is wrong: " + e.getMessage());
            }
        }
    }

    private static String unproved(Receipt receipt) {
        return receipt.extra() == null
                ? "none"
                : StrictText.printable(receipt.extra(), MAX_CODE) + ", unverified: no entry was given";
    }

    private static String proved(Receipt receipt, ReceiptCode code) throws MalformedException {
        String told = receipt.extra();
        if (told != null && !told.equals(code.text())) {
            throw new MalformedException("tells the code '" + StrictText.printable(told, MAX_CODE)
                    + "', but that of the entry is '" + code.text() + "'");
        }
        return code.shown() + (told == null ? ", computed; the receipt tells none" : ", as the receipt tells");
    }

    private static String verdict(Receipt receipt, boolean signed, boolean included) {
        String size = number(receipt.checkpoint().size());
        if (signed && included) {
            return "the log has this entry at index " + number(receipt.index()) + " of " + size;
        }
        return signed
                ? "the log has signed a checkpoint of " + size + " entries; no entry was given"
                : "the entry is in the tree of the receipt; its key is unverified: not given";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
