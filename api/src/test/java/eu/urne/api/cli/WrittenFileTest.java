package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFileTest {

    @TempDir
    private Path folder;

    private final TallyRun run = new TallyRun();

    @Test
    void keepsWhatStoodThereWhereWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "before");

        assertThatThrownBy(() -> WrittenFile.write(file, out -> {
                    out.write("half");
                    throw new IOException("full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + ": the file cannot be written.");

        assertThat(file).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void replacesTheFileBehindALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WrittenFile.write(link, out -> out.write("after"));

        assertThat(file).hasContent("after");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void theTallyWritesOverNothingThatItReadsOrWrites() throws IOException {
        String small =
                Files.writeString(folder.resolve("small.pb"), TallyRun.SMALL).toString();
        String other = folder.resolve("other").toString();
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(small));

        assertThat(run.tally("--svg", small, small)).isEqualTo(2);
        assertThat(run.tally("--write", folder + "/./small.pb", small)).isEqualTo(2);
        assertThat(run.tally("--write", link.toString(), small)).isEqualTo(2);
        assertThat(run.tally("--report", small, small)).isEqualTo(2);
        assertThat(run.tally("--svg", other, "--write", other, small)).isEqualTo(2);

        assertThat(run.out.toString()).isEmpty();
        assertThat(run.err.toString().lines()).hasSize(5).allSatisfy(line -> assertThat(line)
                .endsWith(": the file to write is also read, or written by another option."));
        assertThat(Path.of(small)).hasContent(TallyRun.SMALL);
        assertThat(Path.of(other)).doesNotExist();
    }
}
