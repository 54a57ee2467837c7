package eu.urne.api.vote;

import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code urne paper enter}: what one person reads on one sheet of paper. */
@Command(
        name = "enter",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Enters one sheet of paper; once two persons entered it alike, its ballot is cast.",
        footer = {
            "",
            "The choice is sealed here; the server learns whether two persons read the same, not",
            "what. Each person needs a staff key of her own. Exit codes: 0 entered or cast, 1 two",
            "persons read the sheet differently and both must enter it anew, 2 refused. Examples:",
            "  urne paper enter --staff-key-file anne.key --poll adults --card 7H2K-9QWX-M3ZT --choose a,c",
            "  urne paper enter --staff-key-file anne.key --poll adults --card 7H2K-9QWX-M3ZT --invalid",
        })
public final class PaperEnterCommand implements Callable<Integer> {

    private static final int DISPUTED = 1;

    @Mixin
    private StaffServer server = new StaffServer();

    @Option(names = "--poll", required = true, paramLabel = "ID", description = "Id of the poll.")
    private String poll = "";

    @Option(names = "--card", required = true, description = "Short code of the sheet, or text of its QR code.")
    private String card = "";

    @ArgGroup(multiplicity = "1")
    private Read read = new Read();

    private static final class Read {
        @Option(
                names = "--choose",
                split = ",",
                paramLabel = "ID",
                description = "Options that are marked; best first for rankings; id=points for points;"
                        + " id=grade for each option, 0 the worst, for grades; for, against or abstain for a"
                        + " motion.")
        private List<String> options = List.of();

        @Option(names = "--blank", description = "Nothing is marked.")
        private boolean blank;

        @Option(names = "--invalid", description = "What is marked is no valid choice.")
        private boolean invalid;
    }

    @Spec
    private @Nullable CommandSpec spec;

    /** Enters, and casts where two persons agree; 0, 1 at a dispute, or 2 with one sentence. */
    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try (RestClient rest = server.client()) {
            String path = "/api/polls/" + new PollId(poll);
            SealedBallot ballot = ballot(PollDefinition.read(rest.get(path).get("definition")));
            rest.command(
                    path + "/paper",
                    Map.of("token", ballot.token(), "commitment", ballot.id()),
                    UUID.randomUUID().toString());
            String state = rest.staffGet(path + "/paper/" + ballot.token())
                    .path("state")
                    .asString("");
            switch (state) {
                case "agreed" -> {
                    JsonNode reply = rest.post(path + "/ballots", BallotCast.of(ballot));
                    commandLine
                            .getErr()
                            .println("two persons read the same: the ballot is in, entry " + reply.get("index"));
                    commandLine.getOut().print(reply.get("receipt").stringValue());
                    commandLine.getOut().flush();
                }
                case "disputed" ->
                    commandLine
                            .getErr()
                            .println("another person read something else: look at the sheet again, both enter it anew");
                case "cast" -> commandLine.getErr().println("the ballot of this sheet is in already");
                default -> commandLine.getErr().println("entered; another person must enter this sheet too");
            }
            return state.equals("disputed") ? DISPUTED : 0;
        }
    }

    private SealedBallot ballot(PollDefinition definition) {
        byte[] plaintext = read.invalid
                ? PaperBallot.invalid(definition)
                : new BallotCodec(definition)
                        .encode(new ChoiceText(definition).choice(read.blank ? List.of() : read.options));
        return PaperBallot.seal(
                definition, CardText.seed(card, definition.terms().poll()), plaintext);
    }
}
