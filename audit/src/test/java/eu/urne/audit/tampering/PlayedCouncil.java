package eu.urne.audit.tampering;

import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleLog;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.AgendaItem.By;
import eu.urne.engine.council.AgendaOrder;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.CandidacyCommand.CloseCandidacies;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilCommand.EstablishCouncil;
import eu.urne.engine.council.CouncilCommand.ReviseCouncil;
import eu.urne.engine.council.CouncilCommand.VacateSeat;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawCommand.AnswerRole;
import eu.urne.engine.council.DrawCommand.FreezePool;
import eu.urne.engine.council.DrawCommand.OfferRole;
import eu.urne.engine.council.DrawCommand.OpenRole;
import eu.urne.engine.council.DrawCommand.PassOverCandidate;
import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.MeetingCall;
import eu.urne.engine.council.MeetingCommand.AddAgendaItem;
import eu.urne.engine.council.MeetingCommand.EvaluateQuorum;
import eu.urne.engine.council.MeetingCommand.GiveProxy;
import eu.urne.engine.council.MeetingCommand.PublishAgenda;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.MeetingCommand.WithdrawAgendaItem;
import eu.urne.engine.council.MeetingCommand.WithdrawProxy;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Membership;
import eu.urne.engine.council.MotionCommand.AnswerOpinion;
import eu.urne.engine.council.MotionCommand.CastVote;
import eu.urne.engine.council.MotionCommand.CorrectVote;
import eu.urne.engine.council.MotionCommand.CountHands;
import eu.urne.engine.council.MotionCommand.DecideAmendment;
import eu.urne.engine.council.MotionCommand.DeclareConflict;
import eu.urne.engine.council.MotionCommand.PutAmendment;
import eu.urne.engine.council.MotionCommand.PutMotion;
import eu.urne.engine.council.MotionCommand.ReviseText;
import eu.urne.engine.council.MotionCommand.WithdrawMotion;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.MotionTerms;
import eu.urne.engine.council.OpinionAnswer;
import eu.urne.engine.council.PassOver;
import eu.urne.engine.council.Presence;
import eu.urne.engine.council.Procedure;
import eu.urne.engine.council.Quorum;
import eu.urne.engine.council.Role;
import eu.urne.engine.council.VacancyReason;
import eu.urne.engine.council.Vote;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.council.Voting;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.sortition.DrawSpec.Cell;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Shortage;
import eu.urne.engine.sortition.Slip;
import eu.urne.engine.store.LogName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A council's first months, played by the engine: a draw, a replacement, a meeting with three motions, and another one
 * of which there are minutes.
 */
final class PlayedCouncil implements AutoCloseable {

    private static final String ORIGIN = "vote.example.org/2026";
    private static final long NOW = 1_790_000_000_000L;
    private static final CouncilId YOUTH = new CouncilId("youth");
    private static final DrawId DRAW = new DrawId("youth-1");
    private static final MeetingId MEETING = new MeetingId("first");
    private static final MeetingId SECOND = new MeetingId("second");
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);
    private static final BlobHash TEXT = new BlobHash("ab".repeat(32));
    private static final List<String> DICE = List.of("3 6 1 1 5 2 4 6 3 2");

    private final DataDirectory data;
    private final Engine engine;
    private int commands;

    /** An engine whose public log has the key of an {@link ExampleLog}. */
    PlayedCouncil(Path folder) throws IOException {
        Path key = Files.createDirectories(folder.resolve("keys")).resolve("public.key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, ExampleBytes.base64(ExampleLog.seed(ORIGIN)) + "\n");
        data = DataDirectory.open(folder, ORIGIN);
        engine = Engine.start(data, NOW, axon -> {});
    }

    private void send(Object command) {
        step("anne", origin -> engine.commands().send(command, origin));
    }

    private void step(String by, Function<CommandOrigin, Answer> step) {
        Answer answer = step.apply(new CommandOrigin("c" + commands++, "staff/" + by, NOW + commands));
        if (!(answer instanceof Answer.Accepted)) {
            throw new AssertionError(answer.toString());
        }
    }

    /** Plays all of it, and gives the public log, signed by an example's key. */
    ExampleLog play() {
        draw();
        seats();
        meeting();
        rollCall();
        hands();
        send(put("logo", Voting.HANDS, false));
        send(new WithdrawMotion(YOUTH, new MotionId("logo"), "Later"));
        step("anne", origin -> engine.meetings().close(YOUTH, MEETING, origin));
        secondMeeting();
        new PlayedMinutes(engine, YOUTH, SECOND, this::step).play();
        return log();
    }

    private static CouncilTerms terms(int seats) {
        Procedure procedure =
                new Procedure(5, new Quorum(1, 2), Majority.SIMPLE, true, 1, true, 3, AgendaOrder.ALTERNATE);
        return new CouncilTerms(YOUTH, "Youth", "youth", "nord", Membership.PERSONS, seats, 24, procedure, true);
    }

    private void draw() {
        send(new EstablishCouncil(terms(5)));
        send(new ReviseCouncil(terms(6), "One more"));
        Attribute district = new Attribute("district", Attribute.Source.RESIDENCE, null, List.of("nord", "sud"));
        Composition composition = new Composition.Strata(
                List.of("district"),
                List.of(new Cell(4, List.of("nord")), new Cell(2, List.of("sud"))),
                new Shortage.All());
        DrawTerms terms = new DrawTerms(
                DRAW,
                YOUTH,
                6,
                FROM,
                FROM.plusYears(2),
                new AgeBetween(11, 20, FROM),
                List.of(district),
                composition,
                18);
        step("anne", origin -> engine.draws().announce(terms, origin));
        send(new CloseCandidacies(DRAW));
        Pool pool = new Pool(IntStream.range(0, 14)
                .mapToObj(i -> new Slip(
                                Map.of("district", i % 3 == 0 ? "sud" : "nord"),
                                DRAW.value(),
                                "p" + i,
                                new Hash("%064x".formatted(i + 1)))
                        .candidate())
                .toList());
        send(new FreezePool(
                DRAW,
                pool,
                null,
                List.of(new Source(new PublicRandomness.Dice(10, "Ten dice", 6), NOW + 500)),
                engine.log().checkpoint(LogName.REGISTER).note(),
                NOW + 100));
        commands += 1_000;
        step("anne", origin -> engine.draws().read(DRAW, DICE, origin));
        step("bruno", origin -> engine.draws().read(DRAW, DICE, origin));
    }

    private void seats() {
        Drawn drawn = (Drawn) engine.draws().draw(DRAW);
        int first = drawn.reserve().get(drawn.seats().getFirst().cell()).getFirst();
        send(new OpenRole(DRAW, new Role("jury", "Jury", 2)));
        send(new OfferRole(DRAW, first, "jury"));
        send(new AnswerRole(DRAW, first, "jury", true));
        send(new PassOverCandidate(DRAW, first, PassOver.DECLINED));
        send(new VacateSeat(YOUTH, 1, FROM.plusDays(3), VacancyReason.RESIGNED));
        step("anne", origin -> engine.draws().replace(YOUTH, 1, FROM.plusDays(5), origin));
    }

    private void meeting() {
        MeetingCall call =
                new MeetingCall("First", DAY.minusDays(6), DAY, LocalTime.of(18, 30), "Town hall", true, null);
        step("anne", origin -> engine.meetings().call(YOUTH, MEETING, call, origin));
        send(new AddAgendaItem(YOUTH, MEETING, new AgendaItem("rules", By.CITY, null, "Rules", null, null)));
        send(new AddAgendaItem(YOUTH, MEETING, new AgendaItem("bus", By.MEMBER, 2, "Bus", TEXT, new MotionId("bus"))));
        send(new AddAgendaItem(YOUTH, MEETING, new AgendaItem("old", By.RESIDENT, null, "Old", null, null)));
        send(new WithdrawAgendaItem(YOUTH, MEETING, "old", "Done"));
        send(new PublishAgenda(YOUTH, MEETING));
        send(new GiveProxy(YOUTH, MEETING, 6, 2));
        send(new GiveProxy(YOUTH, MEETING, 5, 1));
        send(new WithdrawProxy(YOUTH, MEETING, 5));
        step("anne", origin -> engine.meetings().open(YOUTH, MEETING, 1, origin));
        IntStream.rangeClosed(1, 4)
                .forEach(seat ->
                        send(new RecordAttendance(YOUTH, MEETING, seat, seat == 4 ? Presence.REMOTE : Presence.ROOM)));
        send(new EvaluateQuorum(YOUTH, MEETING));
    }

    private static PutMotion put(String motion, Voting voting, boolean advisory) {
        return new PutMotion(
                YOUTH,
                new MotionId(motion),
                new MotionTerms(motion, TEXT, 2, MEETING, Majority.SIMPLE, voting, advisory, advisory ? 30 : 0));
    }

    private void rollCall() {
        MotionId bus = new MotionId("bus");
        send(put("bus", Voting.ROLL_CALL, true));
        send(new PutAmendment(YOUTH, bus, 1, 3, TEXT));
        send(new DecideAmendment(YOUTH, bus, 1, new VoteCount(3, 1, 0)));
        send(new ReviseText(YOUTH, bus, 1, TEXT));
        send(new DeclareConflict(YOUTH, bus, 3));
        step("anne", origin -> engine.meetings().openVote(YOUTH, bus, origin));
        send(new CastVote(YOUTH, bus, 1, Vote.FOR));
        send(new CastVote(YOUTH, bus, 2, Vote.FOR));
        send(new CastVote(YOUTH, bus, 4, Vote.FOR));
        send(new CastVote(YOUTH, bus, 6, Vote.AGAINST));
        send(new CorrectVote(YOUTH, bus, 4, Vote.AGAINST, "Misheard"));
        step("anne", origin -> engine.meetings().declare(YOUTH, bus, origin));
        send(new AnswerOpinion(YOUTH, bus, OpinionAnswer.PARTLY, TEXT));
    }

    private void hands() {
        MotionId rules = new MotionId("rules");
        send(put("rules", Voting.HANDS, false));
        step("anne", origin -> engine.meetings().openVote(YOUTH, rules, origin));
        VoteCount votes = new VoteCount(2, 2, 1);
        step("anne", origin -> engine.commands()
                .send(new CountHands(YOUTH, rules, origin.by(), votes, Casting.FOR), origin));
        step("bruno", origin -> engine.commands()
                .send(new CountHands(YOUTH, rules, origin.by(), votes, Casting.FOR), origin));
        step("anne", origin -> engine.meetings().declare(YOUTH, rules, origin));
    }

    private void secondMeeting() {
        MeetingCall call =
                new MeetingCall("Second", DAY.minusDays(6), DAY, LocalTime.of(18, 30), "Town hall", true, null);
        step("anne", origin -> engine.meetings().call(YOUTH, SECOND, call, origin));
        send(new AddAgendaItem(YOUTH, SECOND, new AgendaItem("lamps", By.CITY, null, "Lamps", null, null)));
        send(new PublishAgenda(YOUTH, SECOND));
        MotionTerms lamps = new MotionTerms("lamps", TEXT, 2, SECOND, Majority.SIMPLE, Voting.HANDS, false, 0);
        send(new PutMotion(YOUTH, new MotionId("lamps"), lamps));
        send(new DeclareConflict(YOUTH, new MotionId("lamps"), 2));
        step("anne", origin -> engine.meetings().open(YOUTH, SECOND, 1, origin));
        step("anne", origin -> engine.meetings().close(YOUTH, SECOND, origin));
    }

    private ExampleLog log() {
        ExampleLog log = new ExampleLog(ORIGIN);
        engine.log().reader().range(LogName.PUBLIC, 0, 1_000).forEach(stored -> {
            log.entries().add(stored.sealed());
            log.commit();
        });
        return log;
    }

    @Override
    public void close() {
        engine.close();
        data.close();
    }
}
