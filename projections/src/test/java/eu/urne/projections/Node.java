package eu.urne.projections;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.works.PlanCommand.OpenPlanLine;
import eu.urne.engine.works.PlanEvent.PlanLineOpened;
import eu.urne.engine.works.PlanLine;
import eu.urne.engine.works.PlanLineId;
import eu.urne.projections.internal.ViewsFollower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingEventProcessor;

/** A node of an installation; what happens in it are lines of a plan. */
final class Node implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final DataDirectory data;
    private final Engine engine;
    private final String name;
    private int lines;
    final Views views;

    private Node(Path folder, StoreSettings stores, Duration claim) {
        this.data = DataDirectory.open(folder, "city.example/log", stores);
        this.views = Views.open(data, claim);
        this.engine = Engine.start(data, 0, views::follow);
        this.name = folder.getFileName().toString();
    }

    /**
     * Starts a node.
     *
     * @param installation folder with the folders of its nodes; the first one makes the keys
     * @param claim how long it keeps the right to build the views when it has fallen silent
     */
    static Node start(Path installation, String name, StoreSettings stores, Duration claim) throws IOException {
        Path folder = Files.createDirectories(installation.resolve(name));
        Path keys = installation.resolve("first/keys");
        if (Files.exists(keys) && !Files.exists(folder.resolve("keys"))) {
            Files.createDirectory(folder.resolve("keys"));
            try (Stream<Path> all = Files.list(keys)) {
                for (Path key : all.toList()) {
                    Files.copy(key, folder.resolve("keys").resolve(key.getFileName()));
                }
            }
        }
        return new Node(folder, stores, claim);
    }

    DataDirectory data() {
        return data;
    }

    /** Puts lines into the plan; the position behind them. */
    long plan(int count) {
        for (int i = 0; i < count; i++) {
            String line = name + "-" + lines++;
            var command = new OpenPlanLine(new PlanLine(new PlanLineId(line), "Aires de jeux", 2026, 100));
            assertThat(engine.commands().send(command, new CommandOrigin(line, "staff/a", 0)))
                    .isInstanceOf(Answer.Accepted.class);
        }
        return engine.log().reader().lastPosition();
    }

    /** Whether this node is the one that builds the views. */
    boolean builds() {
        return !engine.axon()
                .eventProcessingConfiguration()
                .eventProcessor(ViewsFollower.PROCESSOR, TrackingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .isEmpty();
    }

    /** The lines of the plan that this node shows, in order. */
    List<String> shown() {
        return views.plan().plan(null, 0, 10_000).lines().items().stream()
                .map(line -> line.line().value())
                .toList();
    }

    /** It shows every line that stands in the log, once, in the order of the log. */
    void assertWhole() {
        assertThat(views.await(engine.log().reader().lastPosition(), LONG)).isTrue();
        List<String> told = engine.log().reader().eventsAfter(0, 10_000).stream()
                .map(entry -> Engine.serializer().told(entry.sealed()).event())
                .flatMap(event -> event instanceof PlanLineOpened opened ? Stream.of(opened.line()) : Stream.empty())
                .map(PlanLineId::value)
                .toList();
        assertThat(shown()).isEqualTo(told);
    }

    /** Ends in order. */
    @Override
    public void close() {
        engine.close();
        views.close();
        data.close();
    }
}
