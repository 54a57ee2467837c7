package eu.urne.api.vote;

import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.ShownOrder;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.receipt.ReceiptCode;
import java.io.PrintWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code urne vote}: one ballot with one card, sealed and signed on this machine. */
@Command(
        name = "vote",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Casts one ballot with a voting card and prints its receipt.",
        footer = {
            "",
            "The choice is sealed and signed here; the server sees neither it nor the card's",
            "secret. Examples:",
            "  urne vote --poll children-2026 --card 7H2K-9QWX-M3ZT --choose garden",
            "  urne vote --poll adults --card urne:card:1:adults:iz... --choose a,c,b",
            "  urne vote --poll points --card 7H2K-9QWX-M3ZT --choose a=3,b=2",
            "  urne vote --poll schools --card 7H2K-9QWX-M3ZT --choose a=4,b=0,c=2",
            "  urne vote --poll motion-7 --card 7H2K-9QWX-M3ZT --choose against",
            "  urne vote --poll children-2026 --card 7H2K-9QWX-M3ZT --blank",
            "  urne vote --poll children-2026 --card 7H2K-9QWX-M3ZT --list",
        })
public final class VoteCommand implements Callable<Integer> {

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "${DEFAULT-VALUE}")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--poll", required = true, paramLabel = "ID", description = "Id of the poll.")
    private String poll = "";

    @Option(names = "--card", required = true, description = "Short code or text of the QR code.")
    private String card = "";

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    private static final class Choice {
        @Option(
                names = "--choose",
                split = ",",
                paramLabel = "ID",
                description = "Options; best first for rankings; id=points for points; id=grade for"
                        + " each option, 0 the worst, for grades; for, against or abstain for a motion.")
        private List<String> options = List.of();

        @Option(names = "--blank", description = "A blank ballot.")
        private boolean blank;

        @Option(
                names = "--list",
                description = "No ballot: show the options, in the order that this card's holder sees.")
        private boolean list;
    }

    @Spec
    private @Nullable CommandSpec spec;

    /** Casts; 0, or 2 with one sentence. */
    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try (RestClient rest = new RestClient(server, "")) {
            PollId id = new PollId(poll);
            PollDefinition definition =
                    PollDefinition.read(rest.get("/api/polls/" + id).get("definition"));
            TokenSeed seed = CardText.seed(card, id);
            if (choice.list) {
                list(definition, seed, commandLine.getOut());
                return 0;
            }
            SealedBallot ballot = seal(definition, seed);
            JsonNode reply = rest.post("/api/polls/" + id + "/ballots", BallotCast.of(ballot));
            commandLine.getErr().println("your ballot is in, entry " + reply.get("index") + ", id " + ballot.id());
            commandLine.getErr().println("its code: " + shown(ReceiptCode.of(ballot.id())));
            commandLine.getErr().println("look it up: " + server.resolve("/receipts/" + ReceiptCode.of(ballot.id())));
            commandLine.getOut().print(reply.get("receipt").stringValue());
            commandLine.getOut().flush();
            return 0;
        }
    }

    /** The code as this side computes it, whatever the server says. */
    private static String shown(ReceiptCode code) {
        return code.pictures().stream()
                .map(picture -> picture.emoji() + " " + picture.english() + "  ")
                .collect(Collectors.joining("", "", code.shownCharacters()));
    }

    /** The options in the order in which the holder of this card sees them. */
    private static void list(PollDefinition definition, TokenSeed seed, PrintWriter out) {
        ShownOrder.of(definition, seed.token())
                .forEach(option -> out.println((option.id() + "  " + option.title()).replaceAll("\\p{Cntrl}", "")));
        out.flush();
    }

    private SealedBallot seal(PollDefinition definition, TokenSeed seed) {
        byte[] plaintext = new BallotCodec(definition)
                .encode(new ChoiceText(definition).choice(choice.blank ? List.of() : choice.options));
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return Suite1.seal(definition.terms(), definition.hash(), seed, 0, plaintext, secret);
    }
}
