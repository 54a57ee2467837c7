package eu.urne.engine.council;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.council.CandidacyCommand.CloseCandidacies;
import eu.urne.engine.council.CandidacyCommand.StandForCouncil;
import eu.urne.engine.council.CouncilCommand.EstablishCouncil;
import eu.urne.engine.council.DrawCommand.FreezePool;
import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.roll.Person;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawSpec.Cell;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Shortage;
import eu.urne.engine.sortition.Slip;
import eu.urne.engine.store.LogName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** An engine with a youth council of six seats: four of the districts nord and two of sud, drawn among twenty. */
final class CouncilCity implements AutoCloseable {

    static final CouncilId YOUTH = new CouncilId("youth");
    static final DrawId DRAW = new DrawId("youth-2027");
    static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    static final LocalDate UNTIL = LocalDate.of(2029, 1, 1);
    static final int CANDIDATES = 20;
    static final List<String> DICE = List.of("3 6 1 1 5 2 4 6 3 2");

    private static final long NOW = atMs(LocalDate.of(2026, 11, 2));
    private static final long THROWN = NOW + 1_000;

    private final DataDirectory data;
    private Engine engine;
    private int commands;

    CouncilCity(Path folder) {
        data = DataDirectory.open(folder, "test.example/log");
        engine = Engine.start(data, NOW, axon -> {});
    }

    private static long atMs(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    static Procedure procedure() {
        return new Procedure(5, new Quorum(1, 2), Majority.SIMPLE, true, 1, true, 3, AgendaOrder.ALTERNATE);
    }

    static CouncilTerms terms(int seats) {
        return new CouncilTerms(
                YOUTH, "Conseil des jeunes", "youth", null, Membership.PERSONS, seats, 24, procedure(), true);
    }

    static DrawTerms drawTerms(DrawId draw) {
        Attribute district = new Attribute("district", Attribute.Source.RESIDENCE, null, List.of("nord", "sud"));
        Composition composition = new Composition.Strata(
                List.of("district"),
                List.of(new Cell(4, List.of("nord")), new Cell(2, List.of("sud"))),
                new Shortage.Empty());
        return new DrawTerms(
                draw, YOUTH, 6, FROM, UNTIL, new AgeBetween(11, 20, FROM), List.of(district), composition, null);
    }

    /** With the council. */
    CouncilCity established() {
        accepted(new EstablishCouncil(terms(6)));
        return this;
    }

    /** With the council, the draw announced, and everybody standing. */
    CouncilCity standing() {
        established();
        accepted(origin -> engine.draws().announce(drawTerms(DRAW), origin));
        IntStream.range(0, CANDIDATES).forEach(i -> accepted(new StandForCouncil(DRAW, person(i))));
        return this;
    }

    static Person person(int number) {
        return new Person("%032x".formatted(number + 1));
    }

    static Pool pool() {
        return new Pool(
                IntStream.range(0, CANDIDATES).mapToObj(CouncilCity::candidate).toList());
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

    FreezePool freezing() {
        return new FreezePool(
                DRAW,
                pool(),
                null,
                List.of(new Source(new PublicRandomness.Dice(10, "Dix dés", 6), THROWN)),
                engine.log().checkpoint(LogName.REGISTER).note(),
                NOW);
    }

    /** With the pool frozen. */
    CouncilCity frozen() {
        standing();
        accepted(new CloseCandidacies(DRAW));
        accepted(freezing());
        return this;
    }

    /** With members drawn and seated. */
    CouncilCity drawn() {
        frozen();
        read("staff/one", DICE);
        read("staff/two", DICE);
        return this;
    }

    Answer read(String by, List<String> values) {
        return engine.draws().read(DRAW, values, new CommandOrigin("test-" + commands++, by, THROWN));
    }

    Council.Established council() {
        return (Council.Established) engine.draws().council(YOUTH);
    }

    Engine engine() {
        return engine;
    }

    CouncilCity restarted() {
        engine.close();
        engine = Engine.start(data, NOW, axon -> {});
        return this;
    }

    CommandOrigin origin() {
        return new CommandOrigin("test-" + commands++, "staff/one", NOW);
    }

    void accepted(Object command) {
        accepted(origin -> engine.commands().send(command, origin));
    }

    void accepted(Function<CommandOrigin, Answer> step) {
        assertThat(step.apply(origin())).isInstanceOf(Answer.Accepted.class);
    }

    void unchanged(Object command) {
        assertThat(engine.commands().send(command, origin()))
                .as(command.toString())
                .isInstanceOf(Answer.Unchanged.class);
    }

    void refused(Object command, String sentence) {
        refused(origin -> engine.commands().send(command, origin), sentence);
    }

    void refused(Function<CommandOrigin, Answer> step, String sentence) {
        assertThat(step.apply(origin())).isInstanceOfSatisfying(Answer.Refused.class, answer -> assertThat(
                        answer.refusal().sentence())
                .isEqualTo(sentence));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        engine.close();
        data.close();
    }
}
