package eu.urne.audit.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The monitor ends at any step of its work with files; the mirror is evidence all the same, and the next run goes on.
 */
class SuddenEndTest {
    private static final Map<String, byte[]> OF_300 = ExampleSite.log(300).files();
    private static final Map<String, byte[]> OF_700 = ExampleSite.log(700).files();
    private static final Map<String, byte[]> OF_800 = ExampleSite.log(800).files();

    private final ExampleSite site = new ExampleSite();

    @TempDir
    private Path folder;

    /** The process was killed. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A disk under a process that is killed at a step; what it then writes is written by half. */
    private static final class DyingDisk implements Disk {
        private final Disk disk = new HastyDisk();
        private final int last;
        private int steps;

        DyingDisk(int last) {
            this.last = last;
        }

        private interface Step {
            void run() throws IOException;
        }

        private synchronized void step(Step whole, Step half) throws IOException {
            if (steps > last) {
                throw new Killed();
            }
            steps++;
            if (steps > last) {
                half.run();
                throw new Killed();
            }
            whole.run();
        }

        private static byte[] half(byte[] bytes) {
            return Arrays.copyOf(bytes, bytes.length / 2);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            step(() -> disk.write(file, bytes), () -> disk.write(file, half(bytes)));
        }

        @Override
        public void append(Path file, long length, byte[] bytes) throws IOException {
            step(() -> disk.append(file, length, bytes), () -> disk.append(file, length, half(bytes)));
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step(() -> disk.move(from, to), () -> {});
        }

        @Override
        public void createFolder(Path path) throws IOException {
            step(() -> disk.createFolder(path), () -> {});
        }

        @Override
        public void delete(Path path) throws IOException {
            step(() -> disk.delete(path), () -> {});
        }

        @Override
        public void sync(Path path) throws IOException {
            step(() -> disk.sync(path), () -> {});
        }
    }

    @Test
    void mirrorIsEvidenceAfterASuddenEndAtEveryStep() throws Exception {
        int steps = stepsOf(folder.resolve("whole"));
        assertThat(steps).isGreaterThan(25);
        for (int last = 0; last < steps; last++) {
            Monitor monitor = new Monitor(site, folder.resolve("killed-" + last));
            site.show(OF_300);
            monitor.look();
            site.show(OF_700);
            DyingDisk disk = new DyingDisk(last);

            assertThatThrownBy(() -> monitor.look(disk, Optional.empty(), new NoPauses()))
                    .as("step %d", last)
                    .isInstanceOf(Killed.class);

            monitor.assertHolds(
                    Files.readString(monitor.folder().resolve("checkpoint")).contains("\n300\n") ? 300 : 700);
            site.show(OF_800);
            assertThat(monitor.look()).isInstanceOf(Look.Grown.class);
            monitor.assertHolds(800);
            assertThat(monitor.names()).isEqualTo(OF_800.keySet());
            assertThat(monitor.beside()).containsExactly("lock");
        }
    }

    private int stepsOf(Path path) throws Exception {
        Monitor monitor = new Monitor(site, path);
        site.show(OF_300);
        monitor.look();
        site.show(OF_700);
        DyingDisk disk = new DyingDisk(Integer.MAX_VALUE);
        monitor.look(disk, Optional.empty(), new NoPauses());
        return disk.steps;
    }

    @Test
    void firstRunCanEndAtEveryStepToo() throws Exception {
        site.show(OF_300);
        for (int last = 0; last < 24; last++) {
            Monitor monitor = new Monitor(site, folder.resolve("first-" + last));
            DyingDisk disk = new DyingDisk(last);
            assertThatThrownBy(() -> monitor.look(disk, Optional.empty(), new NoPauses()))
                    .isInstanceOf(Killed.class);

            if (Files.exists(monitor.folder().resolve("checkpoint"))) {
                monitor.assertHolds(300);
            }
            monitor.look();
            monitor.assertHolds(300);
            assertThat(monitor.names()).isEqualTo(OF_300.keySet());
        }
    }
}
