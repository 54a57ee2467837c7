package eu.urne.audit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleArchive;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.hostile.SmallProcess.Ended;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that lie about themselves are wrong (exit code 1), are told in a sentence, and take no memory. */
class HostileArchiveTest {
    private static final String HEAP = "128m";
    private static final int CENTRAL = 46;

    private final Map<String, byte[]> files =
            new TreeMap<>(new ExampleElection().play().log().files());

    @TempDir
    private Path folder;

    private Ended verify(byte[] archive) throws Exception {
        return SmallProcess.verify(Files.write(folder.resolve("evidence.zip"), archive), HEAP);
    }

    private static void isWrong(Ended ended, String sentence) {
        assertThat(ended.text()).contains(sentence).doesNotContain("Exception").doesNotContain("Error");
        assertThat(ended.exit()).isEqualTo(1);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int directory(byte[] archive) {
        return little(archive).getInt(archive.length - 6);
    }

    @Test
    void fileThatInflatesAThousandfoldIsReadUpToItsBound() throws Exception {
        files.put("tile/entries/000.p/70", new byte[100_000_000]);

        isWrong(verify(ExampleArchive.deflated(files)), "tile/entries/000.p/70: has more than 16,777,472 bytes");
    }

    @Test
    void historyThatInflatesAThousandfoldIsReadUpToItsFirstWrongNote() throws Exception {
        files.put("history", new byte[100_000_000]);

        isWrong(verify(ExampleArchive.deflated(files)), "history: note 0 is not a signed note");
    }

    @Test
    void filesThatLieUponEachOtherAreWrong() throws Exception {
        byte[] archive = ExampleArchive.stored(files);
        int first = directory(archive);
        int nameLength = little(archive).getShort(first + 28);
        int second = first + CENTRAL + nameLength;
        little(archive).putInt(second + 42, 0);

        isWrong(verify(archive), "evidence.zip: history does not begin where the file before it ends");
    }

    @Test
    void fileThatClaimsFourGigabytesIsWrong() throws Exception {
        byte[] archive = ExampleArchive.stored(files);
        little(archive).putInt(directory(archive) + 20, -2).putInt(directory(archive) + 24, -2);

        isWrong(verify(archive), "evidence.zip: checkpoint reaches into the archive's directory");
    }

    @Test
    void fileThatClaimsToInflateToFourGigabytesIsReadToItsEnd() throws Exception {
        byte[] archive = ExampleArchive.deflated(files);
        int first = directory(archive);
        int stored = little(archive).getInt(first + 20);
        little(archive).putInt(first + 24, -2).putInt(30 + "checkpoint".length() + stored + 12, -2);

        isWrong(verify(archive), "checkpoint: has fewer bytes than the archive says");
    }

    @Test
    void endRecordThatClaimsMillionsOfFilesIsWrong() throws Exception {
        isWrong(
                verify(zip64(2_000_001, 0, 0)),
                "evidence.zip: the archive has bytes between its directory and its end");
        isWrong(verify(zip64(2_000_001, 4, 0)), "evidence.zip: the archive has more than 2,000,000 files");
        isWrong(verify(zip64(2_000_000, 4, 0)), "evidence.zip: the archive has a directory that is cut off");
    }

    @Test
    void numbersOfSixtyFourBitsThatOverflowAreWrong() throws Exception {
        String sentence = "evidence.zip: the archive has ZIP64 end records that contradict its end record";
        isWrong(verify(zip64(1, Long.MAX_VALUE, 4 - Long.MAX_VALUE)), sentence);
        isWrong(verify(zip64(1, -1, 5)), sentence);
        isWrong(verify(zip64(-1, 4, 0)), sentence);
    }

    /** Four bytes that look like a file, then end records with these numbers. */
    private static byte[] zip64(long count, long offset, long length) {
        ByteBuffer zip = ByteBuffer.allocate(4 + 56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50);
        zip.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putLong(0);
        zip.putLong(count).putLong(count).putLong(length).putLong(offset);
        zip.putInt(0x07064b50).putInt(0).putLong(4).putInt(1);
        zip.putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1);
        zip.putInt((int) Math.min(length, 0xffff_ffffL)).putInt((int) Math.min(offset, 0xffff_ffffL));
        return zip.putShort((short) 0).array();
    }

    @Test
    void twoMillionFilesAreTakenWithinTheMemoryOfTheLauncher() throws Exception {
        Path zip = folder.resolve("evidence.zip");
        manyFiles(zip, 2_000_000);

        Ended ended = SmallProcess.verify(zip, "512m");

        assertThat(ended.text()).contains("has no file 'vkey'").doesNotContain("Error");
        assertThat(ended.exit()).isEqualTo(2);
    }

    /** Empty stored files whose names are numbers. */
    private static void manyFiles(Path zip, int count) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(zip), 1 << 20))) {
            byte[] name = new byte[64];
            for (int i = 0; i < count; i++) {
                out.write(local(named(name, i)));
            }
            for (int i = 0; i < count; i++) {
                out.write(central(named(name, i), i * 94L));
            }
            long offset = count * 94L;
            long length = count * 110L;
            out.write(zip64(count, offset, length), 4, 56);
            ByteBuffer locator = ByteBuffer.allocate(42).order(ByteOrder.LITTLE_ENDIAN);
            locator.putInt(0x07064b50).putInt(0).putLong(offset + length).putInt(1);
            locator.putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1);
            out.write(locator.putInt((int) length).putInt((int) offset).array());
        }
    }

    private static byte[] named(byte[] name, int number) {
        for (int place = 63, rest = number; place >= 0; place--, rest /= 10) {
            name[place] = (byte) ('0' + rest % 10);
        }
        return name;
    }

    private static byte[] local(byte[] name) {
        ByteBuffer header = ByteBuffer.allocate(94).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x04034b50).putShort((short) 10).putShort((short) 0x0800).putShort((short) 0);
        return header.putInt(0x0041_0000)
                .putInt(0)
                .putLong(0)
                .putInt(64)
                .put(name)
                .array();
    }

    private static byte[] central(byte[] name, long offset) {
        ByteBuffer header = ByteBuffer.allocate(110).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x02014b50).putShort((short) 10).putShort((short) 10).putShort((short) 0x0800);
        header.putShort((short) 0).putInt(0x0041_0000).putInt(0).putLong(0).putInt(64);
        return header.putShort((short) 0)
                .putLong(0)
                .putInt((int) offset)
                .put(name)
                .array();
    }

    @Test
    void archiveInAnArchiveIsNotLookedInto() throws Exception {
        Map<String, byte[]> outer = new LinkedHashMap<>(files);
        outer.put("inner.zip", ExampleArchive.deflated(files));

        isWrong(verify(ExampleArchive.stored(outer)), "inner.zip: is no file of a log of 70 entries");
    }
}
