package eu.urne.api.scenario;

import eu.urne.api.CannotStartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The demonstration: budgets and councils of a city, played into a data folder at its first start. */
public final class Demonstration {

    private static final List<String> PLAYED = List.of(
            "children-2022.yaml",
            "children-voting.yaml",
            "adults-digital.yaml",
            "children-running.yaml",
            "youth-council.yaml",
            "neighbourhood-councils.yaml",
            "senior-council.yaml");
    private static final String FINISHED = "demonstration";
    private static final String BEGUN = "demonstration-begun";
    private static final String CARDS = "demonstration-cards.txt";

    private final Path data;
    private final PrintWriter out;

    /**
     * A demonstration in a folder.
     *
     * @param out where is told what is played
     */
    public Demonstration(Path data, PrintWriter out) {
        this.data = data;
        this.out = out;
    }

    /**
     * Makes sure that the folder holds the demonstration: plays it where the folder is empty or a first start was
     * interrupted, and does nothing where it stands there.
     *
     * @param today the day around which it is played
     * @return a staff key that is valid there
     * @throws CannotStartException in one sentence, if the folder holds other data or cannot be written
     */
    public String prepare(LocalDate today) {
        List<Scenario> scenarios = PLAYED.stream()
                .map(name -> ScenarioReader.read(ScenarioFiles.examples(today), name))
                .toList();
        try {
            if (!Files.exists(data.resolve(FINISHED))) {
                clear();
                play(scenarios);
            }
            return new Stage(data, out).staffKey(scenarios.getFirst());
        } catch (IOException e) {
            throw new CannotStartException("the data folder " + data + " cannot be used: " + e.getMessage(), e);
        } catch (ScenarioException e) {
            throw new CannotStartException("the demonstration cannot be played: " + e.getMessage(), e);
        }
    }

    /** Deletes what an interrupted first start left, and nothing else. */
    private void clear() throws IOException {
        Files.createDirectories(data);
        List<Path> all;
        try (Stream<Path> files = Files.walk(data)) {
            all = files.filter(file -> !file.equals(data))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        Path begun = data.resolve(BEGUN);
        if (!all.isEmpty() && !all.contains(begun)) {
            throw new CannotStartException("the data folder " + data
                    + " holds data that are no demonstration; choose another folder with --data");
        }
        for (Path file : all) {
            if (!file.equals(begun)) {
                Files.delete(file);
            }
        }
        Files.writeString(begun, "A demonstration is being played into this folder.\n");
    }

    /** The file with the codes of cards to play with, a line for each: the poll and the code. */
    public Path cards() {
        return data.resolve(CARDS);
    }

    private void writeCards(Stage stage, List<Scenario> scenarios) throws IOException {
        List<String> lines = scenarios.stream()
                .flatMap(scenario -> stage.shownCards(scenario).values().stream())
                .flatMap(List::stream)
                .map(card -> card.poll() + " " + card.code())
                .toList();
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.write(Files.createFile(cards(), ownerOnly), lines);
    }

    private void play(List<Scenario> scenarios) throws IOException {
        out.println("Playing the demonstration, once; everything in it but the city's figures is invented.");
        Stage stage = new Stage(data, out);
        Stage.Played played = stage.play(scenarios, Pace.MAX, null);
        writeCards(stage, scenarios);
        Files.move(data.resolve(BEGUN), data.resolve(FINISHED));
        out.printf("%,d ideas, %,d ballots, %.0f s%n", played.ideas(), played.ballots(), played.millis() / 1_000.0);
        out.flush();
    }
}
