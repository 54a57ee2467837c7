package eu.urne.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.AgendaOrder;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.CandidacyCommand.CloseCandidacies;
import eu.urne.engine.council.CandidacyCommand.StandForCouncil;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilCommand.EstablishCouncil;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawCommand.FreezePool;
import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.Membership;
import eu.urne.engine.council.Procedure;
import eu.urne.engine.council.Quorum;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.roll.Person;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawSpec.Cell;
import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.Shortage;
import eu.urne.engine.sortition.Slip;
import eu.urne.engine.store.LogName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server with a youth council of six seats or more, driven by commands: two of three seats for the north, the others
 * for the south.
 */
public final class CouncilTown implements AutoCloseable {

    /** The council. */
    public static final CouncilId YOUTH = new CouncilId("youth");

    /** Its draw. */
    public static final DrawId DRAW = new DrawId("youth-2027");

    /** First day of the seats. */
    public static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    /** The key of the staff. */
    public static final String KEY = "a-key-of-the-staff-for-these-tests";

    private static final int SEATS = 6;
    private static final int CANDIDATES = 20;
    private static final List<String> DICE = List.of("3 6 1 1 5 2 4 6 3 2");
    private static final Attribute DISTRICT =
            new Attribute("district", Attribute.Source.RESIDENCE, null, List.of("nord", "sud"));
    private static final List<Quota> QUOTAS =
            List.of(new Quota("district", 3, 4, "nord"), new Quota("district", 2, 3, "sud"));

    private final Server server;
    private final Clock clock;
    private final int seats;
    private final int standing;
    private int commands;

    /** Starts it; its clock begins before 2027. */
    public CouncilTown(Path folder, Clock clock) {
        this(folder, clock, SEATS);
    }

    /** Starts it with so many seats, a multiple of three. */
    public CouncilTown(Path folder, Clock clock, int seats) {
        this.clock = clock;
        this.seats = seats;
        this.standing = Math.max(CANDIDATES, 2 * seats);
        this.server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(KEY), clock));
    }

    /** The server. */
    public Server server() {
        return server;
    }

    /** Its engine. */
    public Engine engine() {
        return server.engine();
    }

    /** Waits until everything can be seen. */
    private void seen() {
        assertThat(server.views().await(engine().log().reader().lastPosition(), Duration.ofSeconds(10)))
                .isTrue();
    }

    /** With a council of that title. */
    public CouncilTown established(String title) {
        Procedure procedure =
                new Procedure(5, new Quorum(1, 2), Majority.SIMPLE, true, 1, false, 3, AgendaOrder.ALTERNATE);
        accepted(new EstablishCouncil(
                new CouncilTerms(YOUTH, title, "youth", null, Membership.PERSONS, seats, 24, procedure, true)));
        return this;
    }

    /** With the draw announced and everybody standing. */
    public CouncilTown announced() {
        return announced(new Composition.Strata(
                List.of("district"),
                List.of(new Cell(2 * seats / 3, List.of("nord")), new Cell(seats / 3, List.of("sud"))),
                new Shortage.Empty()));
    }

    private CouncilTown announced(Composition composition) {
        DrawTerms terms = new DrawTerms(
                DRAW,
                YOUTH,
                seats,
                FROM,
                LocalDate.of(2029, 1, 1),
                new AgeBetween(11, 20, FROM),
                List.of(DISTRICT),
                composition,
                null);
        accepted(origin -> engine().draws().announce(terms, origin));
        IntStream.range(0, standing).forEach(i -> accepted(new StandForCouncil(DRAW, person(i))));
        return this;
    }

    /** With the pool frozen; the dice are thrown so long from now. */
    public CouncilTown frozen(Duration wait) {
        return frozen(wait, null);
    }

    /** With the pool frozen for quotas instead of strata, on so many panels of one ticket each. */
    public CouncilTown frozenWithQuotas(Duration wait) {
        announced(new Composition.Quotas(QUOTAS));
        List<List<Integer>> tickets = new ArrayList<>();
        for (int shift = 0; shift < 10; shift++) {
            tickets.add(panel(shift));
        }
        return frozen(wait, PanelList.of(tickets));
    }

    /** Four of the north and two of the south, others for each shift. */
    private List<Integer> panel(int shift) {
        return Stream.concat(
                        of("nord").skip(shift % 9).limit(4),
                        of("sud").skip(shift % 5).limit(2))
                .toList();
    }

    private Stream<Integer> of(String district) {
        return IntStream.range(0, standing)
                .filter(i -> pool().candidates().get(i).attributes().containsValue(district))
                .boxed();
    }

    private CouncilTown frozen(Duration wait, @Nullable PanelList panels) {
        accepted(new CloseCandidacies(DRAW));
        accepted(new FreezePool(
                DRAW,
                pool(),
                panels,
                List.of(new Source(
                        new PublicRandomness.Dice(10, "Dix dés lancés à la mairie", 6),
                        clock.millis() + wait.toMillis())),
                engine().log().checkpoint(LogName.REGISTER).note(),
                clock.millis()));
        return this;
    }

    /** With the values told by somebody; told by two, members are drawn. */
    public CouncilTown told(String by) {
        accepted(origin ->
                engine().draws().read(DRAW, DICE, new CommandOrigin(origin.id(), "staff/" + by, clock.millis())));
        return this;
    }

    /** With members drawn: the pool is frozen for a day, and two persons tell the dice. */
    public CouncilTown drawn(String title, Consumer<Duration> pass) {
        Duration day = Duration.ofDays(1);
        established(title).announced().frozen(day);
        pass.accept(day);
        return told("one").told("two");
    }

    /** Who is in reserve. */
    public List<Integer> others() {
        return ((CouncilDraw.Drawn) engine().draws().draw(DRAW))
                .reserve().values().stream().flatMap(List::stream).toList();
    }

    private static Person person(int number) {
        return new Person("%032x".formatted(number + 1));
    }

    private Pool pool() {
        return new Pool(
                IntStream.range(0, standing).mapToObj(CouncilTown::candidate).toList());
    }

    private static Candidate candidate(int number) {
        Hash salt = Hash.of(TreeHash.sha256(("salt" + number).getBytes(StandardCharsets.UTF_8)));
        return new Slip(
                        Map.of("district", number % 3 == 0 ? "sud" : "nord"),
                        DRAW.value(),
                        person(number).pseudonym(),
                        salt)
                .candidate();
    }

    /** Sends a command that is accepted. */
    public void accepted(Object command) {
        accepted(origin -> engine().commands().send(command, origin));
    }

    /** Does a step that is accepted. */
    public void accepted(Function<CommandOrigin, Answer> step) {
        Answer answer = step.apply(new CommandOrigin("test-" + commands++, "staff/one", clock.millis()));
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        seen();
    }

    @Override
    public void close() {
        server.close();
    }
}
