package eu.urne.api.cards;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Token;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.roll.VotingCard;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urne cards}: voting cards for a poll, made without any server. */
@Command(
        name = "cards",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes voting cards offline: a sheet to print and a file of public keys for the server.",
        footer = {
            "",
            "Writes NAME.pdf (secret: eight cards to a page, to be printed, cut and put into",
            "a bag; delete it afterwards) and NAME.json (public: the body of",
            "POST /api/polls/ID/cards). The secrets stand on the cards alone.",
            "",
            "Example:",
            "  urne cards --poll children-2026 --count 205 --label all --out cards/all",
        })
public final class CardsCommand implements Callable<Integer> {

    private static final int FAILED = 2;
    private static final int MOST = 100_000;

    @Option(names = "--poll", required = true, paramLabel = "ID", description = "Id of the poll.")
    private String poll = "";

    @Option(names = "--count", required = true, paramLabel = "N", description = "How many cards, 1 to 100000.")
    private int count;

    @Option(names = "--label", defaultValue = "all", description = "Label of the batch (${DEFAULT-VALUE}).")
    private String label = "all";

    @Option(
            names = "--out",
            paramLabel = "NAME",
            description = "Name of the two files without ending (cards-ID-LABEL).")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    private record Batch(String label, List<Token> tokens) {}

    /** Makes the cards; 0, or 2 with one sentence. */
    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try {
            run(commandLine.getOut());
            return 0;
        } catch (FileAlreadyExistsException e) {
            commandLine.getErr().println(e.getFile() + " exists already; cards are never overwritten");
            return FAILED;
        } catch (IllegalArgumentException | IOException e) {
            commandLine.getErr().println(e.getMessage());
            return FAILED;
        }
    }

    private void run(PrintWriter report) throws IOException {
        PollId id = new PollId(poll);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("--count must be from 1 to " + MOST + ", not " + count);
        }
        if (label.isBlank() || label.length() > 64) {
            throw new IllegalArgumentException("--label must have 1 to 64 characters");
        }
        Path name = out == null ? Path.of("cards-" + id + "-" + label.replaceAll("[^A-Za-z0-9._-]", "_")) : out;
        Path sheet = name.resolveSibling(name.getFileName() + ".pdf");
        Path keys = name.resolveSibling(name.getFileName() + ".json");
        if (name.getParent() != null) {
            Files.createDirectories(name.getParent());
        }
        if (Files.exists(keys)) {
            throw new FileAlreadyExistsException(keys.toString());
        }
        List<VotingCard> cards = cards(id);
        try (OutputStream file = ownerOnly(sheet)) {
            new CardSheet().write(cards, file);
        }
        List<Token> tokens =
                cards.stream().map(card -> card.seed().token()).sorted().toList();
        Files.write(keys, EngineJson.MAPPER.writeValueAsBytes(new Batch(label, tokens)), StandardOpenOption.CREATE_NEW);
        report.println(count + " cards: " + sheet + " (secret, to print), " + keys + " (public keys, for the server)");
    }

    private static OutputStream ownerOnly(Path file) throws IOException {
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, permissions);
        return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE));
    }

    private List<VotingCard> cards(PollId id) {
        SecureRandom random = new SecureRandom();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("cards")
                .setInitialMax(count)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            return IntStream.range(0, count)
                    .parallel()
                    .mapToObj(i -> {
                        byte[] bytes = new byte[CardCode.LENGTH];
                        random.nextBytes(bytes);
                        VotingCard card = VotingCard.of(id, CardCode.of(bytes));
                        bar.step();
                        return card;
                    })
                    .toList();
        }
    }
}
