package eu.urne.api.trial;

import eu.urne.api.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, of this very program, which can be ended, killed, paused and started again. */
public final class Node implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Urne answers at (http://\\S+)/");
    private static final Pattern KEY = Pattern.compile("Verifier key: (\\S+)");
    private static final int ENDED_BY_SIGTERM = 143;
    private static final Duration END = Duration.ofSeconds(60);

    private final Path folder;
    private final Path errors;
    private final Map<String, String> environment;
    private final List<String> javaOptions;
    private @Nullable Process process;
    private volatile CompletableFuture<URI> address = new CompletableFuture<>();
    private volatile String verifierKey = "";

    /**
     * A node that does not run yet.
     *
     * @param folder its data folder
     * @param errors the file to which what it says on standard error is appended, in all its lives
     * @param environment its settings, as variables; it gets no others
     */
    public Node(Path folder, Path errors, Map<String, String> environment, List<String> javaOptions) {
        this.folder = folder;
        this.errors = errors;
        this.environment = Map.copyOf(environment);
        this.javaOptions = List.copyOf(javaOptions);
    }

    /** Its data folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Starts it; it does not answer yet.
     *
     * @param more options of {@code urne serve}
     */
    public void start(String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(archive());
        command.addAll(javaOptions);
        command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
        command.addAll(List.of("-Ddisable-axoniq-console-message=true", Main.class.getName(), "serve", "--port", "0"));
        command.addAll(List.of("--data", folder.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("URNE_"));
        builder.environment().putAll(environment);
        CompletableFuture<URI> told = new CompletableFuture<>();
        address = told;
        try {
            Process started = builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            process = started;
            Thread.ofPlatform().daemon().start(() -> listen(started, told));
        } catch (IOException e) {
            throw new TrialException("no server can be started: " + e.getMessage(), e);
        }
    }

    /** The archive of classes that this process was started with: a server takes it as well. */
    private static List<String> archive() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                .toList();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private void listen(Process started, CompletableFuture<URI> told) {
        String found = "";
        try (BufferedReader lines = started.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher where = ADDRESS.matcher(line);
                Matcher key = KEY.matcher(line);
                if (where.find()) {
                    found = where.group(1);
                } else if (key.find()) {
                    verifierKey = key.group(1);
                    told.complete(URI.create(found));
                }
            }
        } catch (IOException e) {
            told.completeExceptionally(e);
        }
        told.completeExceptionally(new IOException("it has ended"));
    }

    /** Where it answers; empty if it has not answered since it was started. It may have ended since. */
    public Optional<URI> address() {
        CompletableFuture<URI> told = address;
        return told.isDone() && !told.isCompletedExceptionally() ? Optional.of(told.join()) : Optional.empty();
    }

    /**
     * Waits until it answers.
     *
     * @throws TrialException if it ends instead, or does not within that time
     */
    public URI awaitAddress(Duration patience) {
        try {
            return address.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new TrialException("the server in " + folder + " does not start; it said: " + lastWords(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(errors);
            return lines.isEmpty() ? "nothing" : lines.getLast();
        } catch (IOException e) {
            return "nothing";
        }
    }

    /** The verifier key that it told when it was started. */
    public String verifierKey() {
        return verifierKey;
    }

    /** Its process. */
    public long pid() {
        return running().pid();
    }

    private Process running() {
        Process known = process;
        if (known == null) {
            throw new IllegalStateException("the node was never started");
        }
        return known;
    }

    /** Whether it runs, or is paused. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** SIGKILL: nothing is finished, flushed or closed. Returns when it is gone. */
    public void kill() {
        running().destroyForcibly();
        awaitEnd();
    }

    /**
     * SIGTERM, as its operator ends it. Returns when it is gone.
     *
     * @throws TrialException if it does not end by that
     */
    public void end() {
        running().destroy();
        int code = awaitEnd();
        if (code != ENDED_BY_SIGTERM) {
            throw new TrialException("the server in " + folder + " ended with " + code + ", not by SIGTERM");
        }
    }

    private int awaitEnd() {
        try {
            if (!running().waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                throw new TrialException("the server in " + folder + " does not end");
            }
            return running().exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** SIGSTOP: it does nothing until it is resumed, and cannot know. */
    public void pause() {
        Shell.run("kill", "-STOP", String.valueOf(pid()));
    }

    /** SIGCONT. */
    public void resume() {
        Shell.run("kill", "-CONT", String.valueOf(pid()));
    }

    private static TrialException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new TrialException("interrupted", e);
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
