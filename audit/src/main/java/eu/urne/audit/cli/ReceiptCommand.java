package eu.urne.audit.cli;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.entry.Entry;
import eu.urne.audit.entry.EntryReader;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Receipt;
import eu.urne.audit.note.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
    @Parameters(index = "0", paramLabel = "FILE", description = "The receipt.")
    private String receiptFile = "";

    @Option(
            names = "--vkey",
            paramLabel = "KEY",
            description = "The verifier key of the log, from a source that you trust.")
    private @Nullable String vkey;

    @Option(names = "--entry", paramLabel = "FILE", description = "The exact bytes of the entry.")
    private @Nullable String entryFile;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws UnreadableEvidenceException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (vkey == null && entryFile == null) {
            throw new UnreadableEvidenceException("a receipt alone proves nothing: give --vkey, --entry or both");
        }
        VerifierKey key = vkey == null ? null : VerifyCommand.key(vkey);
        byte[] receipt = read(receiptFile, Receipt.MAX_BYTES);
        byte[] entry = entryFile == null ? null : read(entryFile, EntryReader.MAX_BYTES);
        try {
            verify(receipt, key, entry, out);
            return AuditCli.VERIFIED;
        } catch (MalformedException e) {
            out.println("NOT verified: the receipt " + e.getMessage());
            return AuditCli.WRONG;
        } finally {
            out.flush();
        }
    }

    private static void verify(byte[] bytes, @Nullable VerifierKey key, byte @Nullable [] entryBytes, PrintWriter out)
            throws MalformedException {
        Receipt receipt = Receipt.parse(bytes);
        out.println("origin    " + receipt.checkpoint().origin());
        out.println("index     " + number(receipt.index()) + " of "
                + number(receipt.checkpoint().size()) + " entries");
        if (key != null) {
            receipt.note().verify(key);
            if (!receipt.checkpoint().origin().equals(key.name())) {
                throw new MalformedException("has another origin than the name of the key");
            }
        }
        out.println("key       " + (key == null ? "unverified: not given" : key.toString()));
        if (entryBytes != null) {
            Entry entry = entry(entryBytes);
            if (!receipt.proves(entryBytes)) {
                throw new MalformedException("does not prove this entry: its hashes do not lead to the checkpoint");
            }
            out.println("entry     " + entry.type().text() + ", id " + entry.id());
        }
        out.println();
        out.println("verified: " + verdict(receipt, key != null, entryBytes != null));
    }

    private static Entry entry(byte[] bytes) throws MalformedException {
        try {
            return EntryReader.read(bytes);
        } catch (MalformedException e) {
            throw new MalformedException("comes with an entry that is wrong: " + e.getMessage());
        }
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

    private static byte[] read(String file, int maxBytes) throws UnreadableEvidenceException {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            byte[] bytes = stream.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new UnreadableEvidenceException(file + " has more than " + number(maxBytes) + " bytes");
            }
            return bytes;
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableEvidenceException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
