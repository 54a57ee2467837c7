package eu.urne.engine.vault;

import eu.urne.engine.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that reads a generated file of so many lines into a vault, and prints what became of it. */
final class LargeImport {

    private LargeImport() {}

    /** Arguments: folder, number of lines. */
    public static void main(String[] arguments) throws IOException {
        long lines = Long.parseLong(arguments[1]);
        try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]), "test.example/log");
                Vault vault = TestVault.open(data)) {
            long begun = System.nanoTime();
            var answer = vault.imports()
                    .read(TestVault.REGISTER, new GeneratedFile(lines), ImportMode.GOOD_LINES, TestVault.ORIGIN);
            if (answer instanceof VaultAnswer.Done<ImportReport>(ImportReport report)) {
                System.out.println(report.accepted() + " accepted, " + report.refused() + " refused");
            }
            System.err.println((System.nanoTime() - begun) / 1_000_000 + " ms");
        }
    }

    /** Persons with accents; every thousandth line is wrong. */
    private static final class GeneratedFile extends InputStream {

        private final long lines;
        private long line;
        private int at;
        private byte[] text = "nom;prénom;date de naissance;commune;quartier;école\n".getBytes(StandardCharsets.UTF_8);

        GeneratedFile(long lines) {
            this.lines = lines;
        }

        @Override
        public int read() {
            if (at == text.length) {
                if (line == lines) {
                    return -1;
                }
                line++;
                String date = line % 1000 == 0 ? "31/02/2014" : (1 + line % 28) + "/" + (1 + line % 12) + "/2014";
                text = ("D’Été-" + line + ";Zoé;" + date + ";Saint-Quentin;Quartier " + line % 8 + ";Jean Macé\n")
                        .getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return text[at++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = 0;
            for (int next = read(); next >= 0; next = read < length ? read() : -1) {
                into[offset + read++] = (byte) next;
            }
            return read == 0 && length > 0 ? -1 : read;
        }
    }
}
