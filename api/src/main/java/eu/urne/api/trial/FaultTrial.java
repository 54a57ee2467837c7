package eu.urne.api.trial;

import eu.urne.api.trial.Voters.Acknowledged;
import eu.urne.api.vote.DerivedSecrets;
import eu.urne.api.vote.RestClient;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.engine.EngineJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Damages an installation while people vote, round after round, and checks after each that no acknowledged ballot is
 * lost or doubled, that there is one history, that its evidence verifies and that the read models are those of the log
 * (docs/reliability.md).
 */
public final class FaultTrial {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration CALM = Duration.ofSeconds(90);
    private static final int DEVICES = 12;
    private static final int SENT_AGAIN = 20;

    /**
     * What is tried.
     *
     * @param onPostgres two nodes on PostgreSQL, else one on SQLite
     * @param seed of all choices
     * @param first number of the first round
     * @param rounds how many
     * @param same whether all of them are the first one
     * @param ballots cast in a round
     * @param verifyEvery after how many rounds the evidence is verified and the read models are built anew
     */
    public record Order(
            boolean onPostgres, long seed, int first, int rounds, boolean same, int ballots, int verifyEvery) {}

    private final Order order;
    private final Path folder;
    private final PrintWriter out;
    private final Figures figures = new Figures();
    private final String staffKey;
    private final DerivedSecrets secrets;

    /** A trial with files in a folder, which must be empty and which every user can reach. */
    public FaultTrial(Order order, Path folder, PrintWriter out) {
        this.order = order;
        this.folder = folder;
        this.out = out;
        byte[] secret = ByteBuffer.allocate(32).putLong(order.seed()).array();
        this.secrets = new DerivedSecrets(secret, new byte[0]);
        this.staffKey = secrets.staffKey(0);
    }

    /**
     * Runs it.
     *
     * @throws TrialException in one sentence, at the first thing that must not be
     */
    public void run() throws IOException {
        try (Installation installation = Installation.start(folder, order.onPostgres(), staffKey)) {
            out.printf("%s; seed %d%n", installation, order.seed());
            History history = new History(installation.nodes().getFirst().verifierKey());
            TrialPoll poll = prepare(installation);
            try (Voters voters = new Voters(installation.nodes(), poll, history)) {
                rounds(installation, voters, history);
                finish(installation, poll, voters, history);
            }
        }
    }

    private TrialPoll prepare(Installation installation) {
        int perRound = order.ballots() + installation.nodes().size();
        try (RestClient staff = staff(installation)) {
            return TrialPoll.open("trial", secrets, order.rounds() * perRound, staff);
        }
    }

    private RestClient staff(Installation installation) {
        return new RestClient(installation.nodes().getFirst().awaitAddress(START), staffKey);
    }

    private void rounds(Installation installation, Voters voters, History history) throws IOException {
        int perRound = order.ballots() + installation.nodes().size();
        for (int i = 0; i < order.rounds(); i++) {
            int round = order.first() + (order.same() ? 0 : i);
            Choice choice = Choice.of(
                    order.seed(),
                    round,
                    installation.faults(),
                    installation.nodes().size());
            out.println(choice);
            out.flush();
            try {
                round(installation, voters, history, choice, i * perRound);
                if ((i + 1) % order.verifyEvery() == 0) {
                    verify(installation, voters.http());
                    rebuild(installation, voters.http(), choice.node());
                }
            } catch (TrialException e) {
                throw new TrialException(
                        "%s: %s; replay with --seed %d --round %d"
                                .formatted(choice, e.getMessage(), order.seed(), round),
                        e);
            }
        }
    }

    private void round(Installation installation, Voters voters, History history, Choice choice, int firstVoter)
            throws IOException {
        int probes = firstVoter + order.ballots();
        long retriesBefore = voters.retries();
        Future<List<Acknowledged>> cast = voters.cast(firstVoter, probes, DEVICES, choice.paceMs());
        Moment.pass(choice.afterMs());
        installation.inject(choice);
        Moment.pass(choice.lastingMs());
        double seconds;
        try (ExecutorService probing = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            installation.heal(choice);
            List<Future<Long>> answered = new ArrayList<>();
            for (int i = 0; i < installation.nodes().size(); i++) {
                Node node = installation.nodes().get(i);
                int voter = probes + i;
                answered.add(probing.submit(() -> {
                    voters.nanosUntilAnswer(node, voter);
                    return System.nanoTime() - begin;
                }));
            }
            long longest = 0;
            for (Future<Long> each : answered) {
                longest = Math.max(longest, Voters.of(each));
            }
            seconds = longest / 1e9;
        }
        List<Acknowledged> done = Voters.of(cast);
        long voted = System.nanoTime();
        awaitCalm(installation, voters.http());
        double behind = (System.nanoTime() - voted) / 1e9;
        check(installation, voters, history, choice);
        long sentAgain = voters.retries() - retriesBefore;
        figures.add(choice.fault(), seconds, behind, sentAgain);
        out.printf(
                "  answered again after %.2f s, views %.2f s behind the last ballot; %,d ballots, %,d entries,"
                        + " %,d checkpoints, %,d sent again%n",
                seconds, behind, done.size(), history.size(), history.checkpoints(), sentAgain);
        out.flush();
    }

    private void check(Installation installation, Voters voters, History history, Choice choice) {
        for (Node node : installation.nodes()) {
            if (!node.isAlive()) {
                throw new TrialException("the node in " + node.folder() + " has ended by itself");
            }
        }
        for (Node node : installation.nodes()) {
            history.read(voters.http(), node.address().orElseThrow());
        }
        history.checkOnce();
        List<Acknowledged> all = voters.all();
        all.forEach(each -> history.check(each.cause(), each.receipt()));
        if (history.ballots() != all.size()) {
            throw new TrialException(
                    history.ballots() + " ballots stand in the log, and " + all.size() + " are acknowledged");
        }
        List<Acknowledged> some = new ArrayList<>(all);
        Collections.shuffle(some, new Random(order.seed() + choice.round()));
        for (Acknowledged each : some.subList(0, Math.min(SENT_AGAIN, some.size()))) {
            installation.nodes().forEach(node -> voters.sendAgain(each, node));
        }
    }

    /** Waits until every node has heard of all, and its read models too. */
    private void awaitCalm(Installation installation, Http http) {
        long end = System.nanoTime() + CALM.toNanos();
        while (true) {
            List<String> states = installation.nodes().stream()
                    .map(node -> state(http, node.address().orElseThrow()))
                    .distinct()
                    .toList();
            if (states.size() == 1 && states.getFirst().endsWith(" 0")) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new TrialException(
                        "the nodes do not come to rest; log sizes and what views are behind: " + states);
            }
            Moment.pass(50);
        }
    }

    private static String state(Http http, URI server) {
        var health = EngineJson.MAPPER.readTree(http.get(server, "/health"));
        return health.get("logSize") + " " + health.get("viewsLag");
    }

    private void verify(Installation installation, Http http) throws IOException {
        Path zip = folder.resolve("evidence.zip");
        Node node = installation.nodes().getFirst();
        Files.write(zip, http.get(node.address().orElseThrow(), "/api/evidence.zip"));
        try (EvidenceSource source = EvidenceSource.open(zip.toString())) {
            Report report = Verification.of(source)
                    .withKey(new History(node.verifierKey()).key())
                    .run();
            if (!report.verified()) {
                throw new TrialException("the evidence does not verify: " + report.findings());
            }
        } catch (UnreadableEvidenceException e) {
            throw new TrialException("the evidence cannot be read: " + e.getMessage(), e);
        }
    }

    /** Ends a node, has it build its read models anew, and compares. */
    private void rebuild(Installation installation, Http http, int number) {
        Node node = installation.nodes().get(number);
        node.end();
        ViewsImage before = installation.views(node);
        node.start("--rebuild");
        node.awaitAddress(START);
        awaitCalm(installation, http);
        before.compare(installation.views(node));
    }

    private void finish(Installation installation, TrialPoll poll, Voters voters, History history) throws IOException {
        long counted;
        try (RestClient staff = staff(installation)) {
            counted = poll.count(staff);
        }
        awaitCalm(installation, voters.http());
        installation
                .nodes()
                .forEach(node -> history.read(voters.http(), node.address().orElseThrow()));
        int acknowledged = voters.all().size();
        if (counted != acknowledged) {
            throw new TrialException(acknowledged + " ballots were acknowledged and " + counted + " counted");
        }
        verify(installation, voters.http());
        rebuild(installation, voters.http(), 0);
        figures.print(out);
        out.printf(
                "%d rounds, %,d ballots acknowledged and counted, %,d requests sent again, %,d entries,"
                        + " %,d different checkpoints seen; seed %d; nothing is lost, doubled or different.%n",
                order.rounds(), acknowledged, voters.retries(), history.size(), history.checkpoints(), order.seed());
        out.flush();
    }
}
