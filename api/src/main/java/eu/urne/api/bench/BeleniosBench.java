package eu.urne.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same kind of election (one question, twenty choices) in Belenios, verified by {@code belenios-tool}, where that
 * is installed: a measure from the field. Its ballots carry zero-knowledge proofs, which ours do not need since they
 * are opened one by one.
 */
final class BeleniosBench {

    private static final String TOOL = "belenios-tool";
    private static final String GROUP = "BELENIOS-2048";
    private static final int OPTIONS = 20;
    private static final long TIMEOUT_S = 600;

    private final Path folder;
    private final int ballots;

    BeleniosBench(Path folder, int ballots) {
        this.folder = folder;
        this.ballots = ballots;
    }

    /**
     * Makes an election with these ballots and has it verified.
     *
     * @return ballots a second, on the one core that the tool uses; empty if the tool is not installed
     * @throws IOException if the tool fails
     */
    Optional<Double> ballotsPerSecond() throws IOException, InterruptedException {
        if (!installed()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        setUp();
        vote();
        long start = System.nanoTime();
        run(List.of("election", "verify"), Optional.empty());
        return Optional.of(ballots / ((System.nanoTime() - start) / 1e9));
    }

    private static boolean installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(part -> Files.isExecutable(Path.of(part, TOOL)));
    }

    private void setUp() throws IOException, InterruptedException {
        String uuid = run(List.of("setup", "generate-token"), Optional.empty()).strip();
        run(
                List.of(
                        "setup",
                        "generate-credentials",
                        "--count",
                        String.valueOf(ballots),
                        "--group",
                        GROUP,
                        "--uuid",
                        uuid),
                Optional.empty());
        run(List.of("setup", "generate-trustee-key", "--group", GROUP), Optional.empty());
        Files.move(only(".pubkey"), folder.resolve("public_keys.jsons"));
        run(List.of("setup", "make-trustees"), Optional.empty());
        Files.move(only(".pubcreds"), folder.resolve("public_creds.json"));
        String answers =
                IntStream.range(0, OPTIONS).mapToObj(i -> "\"o" + i + "\"").collect(Collectors.joining(","));
        Files.writeString(folder.resolve("template.json"), """
                {"description":"","name":"bench","administrator":"bench","credential_authority":"server",
                "questions":[{"answers":[%s],"min":0,"max":%d,"question":"q"}]}""".formatted(answers, OPTIONS));
        run(
                List.of("setup", "make-election", "--uuid", uuid, "--group", GROUP, "--template", "template.json"),
                Optional.empty());
        run(List.of("archive", "init"), Optional.empty());
    }

    private void vote() throws IOException, InterruptedException {
        Path credential = folder.resolve("credential");
        Path choice = folder.resolve("choice");
        List<String> bits =
                IntStream.range(0, OPTIONS).mapToObj(i -> String.valueOf(i % 2)).toList();
        Files.writeString(choice, "[[" + String.join(",", bits) + "]]");
        for (String line : Files.readAllLines(only(".privcreds"))) {
            Files.writeString(credential, line.substring(line.indexOf(' ') + 1) + "\n");
            String ballot = run(
                    List.of("election", "generate-ballot", "--privcred", "credential", "--ballot", "choice"),
                    Optional.empty());
            Path file = Files.writeString(folder.resolve("ballot"), ballot);
            run(List.of("archive", "add-event", "--type=Ballot"), Optional.of(file));
        }
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new IOException(TOOL + " has written no file " + ending));
        }
    }

    private String run(List<String> arguments, Optional<Path> input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOL));
        command.addAll(arguments);
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        input.ifPresent(file -> builder.redirectInput(file.toFile()));
        Process process = builder.start();
        if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(TOOL + " " + arguments + " does not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(TOOL + " " + arguments + " ended with " + process.exitValue());
        }
        return Files.readString(output);
    }
}
