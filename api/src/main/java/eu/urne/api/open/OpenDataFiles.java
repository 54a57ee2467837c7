package eu.urne.api.open;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.open.PublishedElection;
import eu.urne.engine.pabulib.PbDocument;
import eu.urne.engine.pabulib.PbWriter;
import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.PollId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The open data of polls as files: to open all ballots of a poll takes a second per some thousand, so it is done once.
 * The files follow from the log; a new start makes them anew.
 */
public final class OpenDataFiles {

    private static final long PATIENCE_S = 20;

    private final Engine engine;
    private final PublisherSettings settings;
    private final Path folder;
    private final ReentrantLock making = new ReentrantLock();

    /**
     * Files in a folder of their own; what another start has left there is deleted.
     *
     * @throws UncheckedIOException if the folder cannot be used
     */
    public OpenDataFiles(Engine engine, PublisherSettings settings, Path folder) {
        this.engine = engine;
        this.settings = settings;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            for (Path file : list(folder)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be used", e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /**
     * A file of a poll whose outcome is declared.
     *
     * @param format {@code csv}, {@code json} or {@code pb}
     * @return empty where the format has no such polls, or the outcome is not declared
     */
    public Optional<Path> file(PollId poll, String format) {
        if (!Files.exists(path(poll, "json"))) {
            make(poll);
        }
        return Optional.of(path(poll, format)).filter(Files::exists);
    }

    private Path path(PollId poll, String format) {
        return folder.resolve(poll + "." + format);
    }

    private void make(PollId poll) {
        try {
            if (!making.tryLock(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new ProblemException(Problem.BUSY, "open data are being written; try again later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.UNAVAILABLE, "the server ends");
        }
        try {
            if (!Files.exists(path(poll, "json"))) {
                engine.polls().opened(poll).ifPresent(this::write);
            }
        } finally {
            making.unlock();
        }
    }

    private void write(OpenedPoll opened) {
        PollId poll = opened.definition().terms().poll();
        write(path(poll, "csv"), out -> PollCsv.write(opened, out));
        Optional<PbDocument> election = PublishedElection.of(opened, settings.publisher(), settings.zone());
        election.ifPresent(document -> write(path(poll, "pb"), out -> PbWriter.write(document, out)));
        // last, since it says that all are there
        replace(path(poll, "json"), out -> PollJson.write(opened, settings.zone(), out));
    }

    private interface Text {
        void to(Writer out) throws IOException;
    }

    private interface Bytes {
        void to(OutputStream out) throws IOException;
    }

    private static void write(Path file, Text text) {
        replace(file, bytes -> {
            Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            text.to(out);
            out.flush();
        });
    }

    private static void replace(Path file, Bytes bytes) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                bytes.to(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("open data cannot be written to " + file, e);
        }
    }
}
