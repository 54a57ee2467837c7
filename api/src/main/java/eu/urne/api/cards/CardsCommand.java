package eu.urne.api.cards;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.CardPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code urne cards}: voting cards for a poll, made without any server. */
@Command(
        name = "cards",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes voting cards offline: sheets to print and files of public keys for the server.",
        footer = {
            "",
            "Writes NAME.pdf (secret: eight cards to a page, to be printed, cut and put into",
            "a bag; delete it afterwards) and NAME.json (public: the body of",
            "POST /api/polls/ID/cards). The secrets stand on the cards alone. With a plan there",
            "are two files for each batch; small sites share one, so that nobody is recognised.",
            "Labels paper and paper-… are sheets to vote on paper; with --definition, the poll as",
            "GET /api/polls/ID tells it, the options stand on them.",
            "",
            "Examples:",
            "  urne cards --poll children-2026 --count 205 --label all --out cards/all",
            "  urne cards --poll children-2026 --plan sites.csv --spare 10 --lang fr",
            "  urne cards --poll adults --count 60 --label paper-town-hall --definition poll.json",
            "A plan has the columns site, title and voters, as in",
            "  site;title;voters",
            "  vermandois;Centre social du Vermandois;31",
        })
public final class CardsCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Option(names = "--poll", required = true, paramLabel = "ID", description = "Id of the poll.")
    private String poll = "";

    @ArgGroup(multiplicity = "1")
    private HowMany howMany = new HowMany();

    private static final class HowMany {
        @Option(names = "--count", paramLabel = "N", description = "How many cards, 1 to 100000.")
        private @Nullable Integer count;

        @Option(names = "--plan", paramLabel = "FILE.csv", description = "Expected voters per site.")
        private @Nullable Path plan;
    }

    @Option(
            names = "--spare",
            paramLabel = "PERCENT",
            defaultValue = "10",
            description = "With a plan: cards above the expected voters (${DEFAULT-VALUE}).")
    private int spare = 10;

    @Option(
            names = "--label",
            defaultValue = "all",
            description = "With a count: label of the batch (${DEFAULT-VALUE}).")
    private String label = "all";

    @Option(
            names = "--definition",
            paramLabel = "FILE.json",
            description = "With a label of paper: the poll, whose options are printed.")
    private @Nullable Path definition;

    @Option(names = "--large", description = "Large print, two cards to a page.")
    private boolean large;

    @Option(names = "--lang", paramLabel = "LANG", defaultValue = "both", description = "fr, en or both.")
    private String language = "both";

    @Option(
            names = "--out",
            paramLabel = "NAME",
            description =
                    "Name of the files without ending (cards-ID); with a plan or without --out the label is added.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    /** Makes the cards; 0, or 2 with one sentence. */
    @Override
    public Integer call() throws IOException {
        run(Objects.requireNonNull(spec).commandLine().getOut());
        return 0;
    }

    private void run(PrintWriter report) throws IOException {
        PollId id = new PollId(poll);
        CardLayout layout = large ? CardLayout.LARGE : CardLayout.NORMAL;
        CardLanguage language = CardLanguage.of(this.language);
        if (howMany.plan != null) {
            plan(id, howMany.plan, layout, language, report);
            return;
        }
        int count = howMany.count == null ? 0 : howMany.count;
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("--count must be from 1 to " + MOST + ", not " + count);
        }
        if (label.isBlank() || label.length() > 64) {
            throw new IllegalArgumentException("--label must have 1 to 64 characters");
        }
        Path name = out == null ? named(label) : out;
        CardBatch batch = new CardBatch(id, label, count, name);
        batch.refuseExisting();
        if (definition == null) {
            batch.write(new CardSheet(layout, language, "")::write, report);
        } else {
            batch.write(new PaperSheets(definition(id, definition), language)::write, report);
        }
    }

    private void plan(PollId id, Path file, CardLayout layout, CardLanguage language, PrintWriter report)
            throws IOException {
        CardPlan plan = CardPlan.of(PlanFile.read(file), spare);
        if (plan.cards() > MOST) {
            throw new IllegalArgumentException(
                    "--plan: " + plan.cards() + " cards are more than the " + MOST + " that are made at a time");
        }
        List<CardBatch> batches = plan.batches().stream()
                .map(batch -> new CardBatch(id, batch.label(), (int) batch.cards(), named(batch.label())))
                .toList();
        for (CardBatch batch : batches) {
            batch.refuseExisting();
        }
        for (int i = 0; i < batches.size(); i++) {
            String sites = plan.batches().get(i).sites().stream()
                    .map(CardPlan.Site::title)
                    .collect(Collectors.joining(", "));
            batches.get(i).write(new CardSheet(layout, language, sites)::write, report);
        }
        long voters = plan.batches().stream().mapToLong(CardPlan.Batch::voters).sum();
        report.println(plan.cards() + " cards under " + batches.size() + " labels for " + voters + " expected voters");
    }

    private Path named(String batch) {
        Path name = out == null ? Path.of("cards-" + poll) : out;
        return name.resolveSibling(name.getFileName() + "-" + batch.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    private PollDefinition definition(PollId id, Path file) throws IOException {
        if (!PaperBallot.isLabel(label)) {
            throw new IllegalArgumentException("--definition is for sheets with the label paper, or one of paper-…");
        }
        try {
            JsonNode json = EngineJson.MAPPER.readTree(Files.readString(file));
            PollDefinition read = PollDefinition.read(json.has("definition") ? json.get("definition") : json);
            if (!read.terms().poll().equals(id)) {
                throw new IllegalArgumentException("--definition: " + file + " is that of the poll "
                        + read.terms().poll());
            }
            return read;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("--definition: " + file + " is not the definition of a poll", e);
        }
    }
}
