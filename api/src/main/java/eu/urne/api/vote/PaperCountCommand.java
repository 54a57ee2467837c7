package eu.urne.api.vote;

import eu.urne.engine.poll.PollId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urne paper count}: how many sheets one person found in the urn. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tells how many sheets of paper you found in the urn; another person must find as many.")
public final class PaperCountCommand implements Callable<Integer> {

    @Mixin
    private StaffServer server = new StaffServer();

    @Option(names = "--poll", required = true, paramLabel = "ID", description = "Id of the poll.")
    private String poll = "";

    @Option(names = "--found", required = true, paramLabel = "N", description = "Number of sheets in the urn.")
    private long found;

    @Spec
    private @Nullable CommandSpec spec;

    /** Counts; 0, or 2 with one sentence. */
    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try (RestClient rest = server.client()) {
            PollId id = new PollId(poll);
            rest.command(
                    "/api/polls/" + id + "/paper/count",
                    Map.of("found", found),
                    UUID.randomUUID().toString());
            boolean alike = rest.staffGet("/api/polls/" + id + "/reconciliation")
                    .path("counts")
                    .has("found");
            commandLine
                    .getErr()
                    .println(
                            alike
                                    ? "two persons found " + found + " sheets, as many as were entered and cast"
                                    : "recorded; another person must find as many");
            return 0;
        }
    }
}
