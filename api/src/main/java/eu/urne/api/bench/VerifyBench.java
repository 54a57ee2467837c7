package eu.urne.api.bench;

import com.sun.management.OperatingSystemMXBean;
import eu.urne.api.evidence.EvidenceWriter;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CastBallot;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.PollCommand.IssueCards;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.Token;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import eu.urne.engine.roll.RollCommand.HandOutCard;
import eu.urne.engine.store.LogName;
import eu.urne.engine.tally.Ballot;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Makes evidence of one poll through the engine, and has the audit module verify all of it. */
final class VerifyBench {

    private static final PollId POLL = new PollId("bench");
    private static final int OPTIONS = 20;
    private static final int CARDS_PER_COMMAND = 10_000;
    private static final int CALLERS = 64;
    private static final int BELENIOS_BALLOTS = 100;

    private final Path folder;
    private final int ballots;
    private final PrintWriter out;

    VerifyBench(Path folder, int ballots, PrintWriter out) {
        this.folder = folder;
        this.ballots = ballots;
        this.out = out;
    }

    void run() throws Exception {
        Path evidence = folder.resolve("evidence.zip");
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"), "bench.example/log");
                Engine engine = Engine.start(data, 0, axon -> {});
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(evidence))) {
            vote(engine);
            EvidenceWriter.write(engine.log(), LogName.PUBLIC, file);
        }
        out.printf("%,d ballots, evidence of %,d bytes%n", ballots, Files.size(evidence));
        out.printf("%-10s %10s %14s %22s %14s%n", "run", "seconds", "ballots/s", "ballots/s and core", "peak heap MB");
        double best = 0;
        for (int run = 1; run <= 3; run++) {
            best = Math.max(best, measure(run, evidence));
        }
        compare(best);
    }

    private void compare(double perCore) throws Exception {
        Optional<Double> belenios = new BeleniosBench(folder.resolve("belenios"), BELENIOS_BALLOTS).ballotsPerSecond();
        out.println(belenios.map(each -> String.format(
                        "belenios-tool verify, %d ballots: %.1f ballots/s on one core; %.0f times as many here",
                        BELENIOS_BALLOTS, each, perCore / each))
                .orElse("belenios-tool is not installed (Debian package belenios-tool): no comparison"));
        out.flush();
    }

    private double measure(int run, Path evidence) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        PeakHeap heap = PeakHeap.begin();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        Report report;
        try (EvidenceSource source = EvidenceSource.open(evidence.toString())) {
            report = Verification.of(source).run();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        long peak = heap.mebibytes();
        if (!report.verified()) {
            throw new IllegalStateException("the evidence does not verify: " + report.findings());
        }
        out.printf("%-10d %10.2f %14.0f %22.0f %14d%n", run, seconds, ballots / seconds, ballots / cpuSeconds, peak);
        out.flush();
        return ballots / cpuSeconds;
    }

    private void vote(Engine engine) throws Exception {
        PollDefinition definition = definition(engine);
        accepted(engine.polls().define(definition, origin("define")));
        List<Token> tokens = IntStream.range(0, ballots)
                .mapToObj(voter -> seed(voter).token())
                .toList();
        for (int from = 0; from < ballots; from += CARDS_PER_COMMAND) {
            List<Token> some = tokens.subList(from, Math.min(ballots, from + CARDS_PER_COMMAND));
            accepted(engine.commands().send(new IssueCards(POLL, "all", some), origin("cards-" + from)));
        }
        forAll(voter -> engine.commands().send(new AdmitVoter(POLL, person(voter)), origin("admit-" + voter)));
        forAll(voter -> engine.commands().send(new HandOutCard(POLL, person(voter)), origin("hand-" + voter)));
        accepted(engine.polls().open(POLL, origin("open")));
        BallotCodec codec = new BallotCodec(definition);
        Hash hash = definition.hash();
        forAll(voter -> {
            byte[] plaintext = codec.encode(Ballot.Approval.of(voter % OPTIONS, (voter + 7) % OPTIONS));
            SealedBallot ballot =
                    Suite1.seal(definition.terms(), hash, seed(voter), 0, plaintext, derive("sealing", voter));
            return engine.commands()
                    .send(new CastBallot(ballot), new CommandOrigin(ballot.id().hex(), "booth", 0));
        });
        accepted(engine.polls().close(POLL, origin("close")));
        accepted(engine.polls().reveal(POLL, origin("reveal")));
        accepted(engine.polls().declare(POLL, origin("declare")));
    }

    private void forAll(IntFunction<Answer> step) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int voter = 0; voter < ballots; voter++) {
                int current = voter;
                answers.add(callers.submit(() -> step.apply(current)));
            }
            for (Future<Answer> answer : answers) {
                accepted(answer.get());
            }
        }
    }

    private static void accepted(Answer answer) {
        if (!(answer instanceof Answer.Accepted)) {
            throw new IllegalStateException("refused: " + answer);
        }
    }

    private static PollDefinition definition(Engine engine) {
        PollTerms terms = new PollTerms(
                POLL,
                "Bench",
                new BallotKind.Approval(2),
                new Money(1_000_000, "EUR"),
                new CountingRule.Greedy(),
                "declared",
                "everybody",
                List.of("card"),
                false,
                1,
                engine.polls().trustees(POLL));
        List<PollOption> options = IntStream.range(0, OPTIONS)
                .mapToObj(i -> new PollOption("o" + i, "Option " + i, 100_000L + i))
                .toList();
        return new PollDefinition(terms, options);
    }

    private static CommandOrigin origin(String id) {
        return new CommandOrigin(id, "staff/bench", 0);
    }

    private static TokenSeed seed(int voter) {
        return new TokenSeed(derive("token", voter));
    }

    private static Person person(int voter) {
        return new Person(String.format("%032x", voter));
    }

    private static byte[] derive(String purpose, int number) {
        byte[] label = purpose.getBytes(StandardCharsets.US_ASCII);
        return TreeHash.sha256(label, ByteBuffer.allocate(4).putInt(number).array());
    }
}
