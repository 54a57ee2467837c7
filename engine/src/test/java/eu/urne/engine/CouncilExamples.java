package eu.urne.engine;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.AgendaOrder;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.CandidacyEvent;
import eu.urne.engine.council.CandidacyRefusal;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.Division;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.MeetingCall;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Membership;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.MinutesFacts;
import eu.urne.engine.council.MinutesNote;
import eu.urne.engine.council.MotionBallot;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.MotionTerms;
import eu.urne.engine.council.OpinionAnswer;
import eu.urne.engine.council.PassOver;
import eu.urne.engine.council.Presence;
import eu.urne.engine.council.Procedure;
import eu.urne.engine.council.Quorum;
import eu.urne.engine.council.SignatureText;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.SignerKey;
import eu.urne.engine.council.SignerRole;
import eu.urne.engine.council.SignerTerms;
import eu.urne.engine.council.VacancyReason;
import eu.urne.engine.council.Vote;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.council.Voting;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RefusalCode;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.DrawSpec.Cell;
import eu.urne.engine.sortition.Panel;
import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.Shortage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events of councils for {@link EventSnapshotsTest}. */
final class CouncilExamples {

    private static final CouncilId COUNCIL = new CouncilId("youth");
    private static final DrawId DRAW = new DrawId("youth-2027");
    private static final MeetingId MEETING = new MeetingId("2027-01");
    private static final MotionId MOTION = new MotionId("lamps");
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2029, 1, 1);
    private static final Hash HASH = new Hash("cd".repeat(32));
    private static final BlobHash BLOB = new BlobHash("ab".repeat(32));
    private static final Person PERSON = new Person("0123456789abcdef".repeat(2));
    private static final Procedure PROCEDURE =
            new Procedure(10, new Quorum(1, 3), Majority.SIMPLE, true, 1, true, 3, AgendaOrder.ALTERNATE);
    private static final List<Quota> QUOTAS = List.of(new Quota("gender", 1, 2, "f"));
    private static final Attribute GENDER = new Attribute("gender", Attribute.Source.TOLD, null, List.of("f", "m"));

    private CouncilExamples() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        councils(all);
        draws(all);
        pool(all);
        drawn(all);
        candidacies(all);
        meetings(all);
        motions(all);
        signers(all);
        votes(all);
        return all;
    }

    private static void put(Map<String, Object> all, String form, Object event) {
        all.put("urne.council." + event.getClass().getSimpleName() + ".v1" + form, event);
    }

    private static CouncilTerms terms() {
        return new CouncilTerms(
                COUNCIL, "Conseil des jeunes", "youth", null, Membership.PERSONS, 45, 24, PROCEDURE, true);
    }

    private static void councils(Map<String, Object> all) {
        put(all, "", new CouncilEvent.CouncilEstablished(COUNCIL, terms()));
        put(
                all,
                "-district",
                new CouncilEvent.CouncilEstablished(
                        new CouncilId("nord"),
                        new CouncilTerms(
                                new CouncilId("nord"),
                                "Conseil de quartier Nord",
                                "neighbourhood",
                                "nord",
                                Membership.ORGANISATIONS,
                                35,
                                36,
                                PROCEDURE,
                                false)));
        put(all, "", new CouncilEvent.CouncilRevised(COUNCIL, terms(), "Plus de places"));
        put(all, "", new CouncilEvent.SeatsOffered(COUNCIL, DRAW, 45, FROM, UNTIL));
        put(all, "", new CouncilEvent.OfferWithdrawn(COUNCIL, DRAW));
        put(all, "", new CouncilEvent.SeatsTaken(COUNCIL, DRAW, List.of(3, 1), FROM, UNTIL));
        put(all, "", new CouncilEvent.SeatVacated(COUNCIL, 2, FROM, VacancyReason.RESIGNED));
        put(all, "", new CouncilEvent.SeatFilled(COUNCIL, 2, FROM, DRAW, 7));
    }

    private static void draws(Map<String, Object> all) {
        Attribute age = new Attribute("age", Attribute.Source.AGE, FROM, List.of("11-14", "15-20"));
        Composition strata = new Composition.Strata(
                List.of("age"),
                List.of(new Cell(20, List.of("11-14")), new Cell(25, List.of("15-20"))),
                new Shortage.All());
        AgeBetween who = new AgeBetween(11, 20, FROM);
        put(
                all,
                "",
                new DrawEvent.DrawAnnounced(
                        DRAW, new DrawTerms(DRAW, COUNCIL, 45, FROM, UNTIL, who, List.of(age), strata, null)));
        put(
                all,
                "-consent",
                new DrawEvent.DrawAnnounced(
                        DRAW, new DrawTerms(DRAW, COUNCIL, 45, FROM, UNTIL, who, List.of(age), strata, 18)));
        put(
                all,
                "-quotas",
                new DrawEvent.DrawAnnounced(
                        DRAW,
                        new DrawTerms(
                                DRAW,
                                COUNCIL,
                                2,
                                FROM,
                                UNTIL,
                                who,
                                List.of(GENDER),
                                new Composition.Quotas(QUOTAS),
                                null)));
    }

    private static void pool(Map<String, Object> all) {
        put(all, "", new DrawEvent.CandidatesListed(DRAW, 0, List.of(new Candidate(Map.of("gender", "f"), HASH))));
        put(all, "", new DrawEvent.PanelsListed(DRAW, 0, List.of(new Panel(List.of(0, 1), 3))));
        List<PublicRandomness> dice = List.of(new PublicRandomness.Dice(10, "Dix dés", 6));
        put(
                all,
                "",
                new DrawEvent.PoolFrozen(
                        DRAW,
                        90,
                        HASH,
                        new DrawSpec.Strata(List.of(), List.of(new Cell(45, List.of())), dice, new Shortage.Empty()),
                        List.of(1_800_000_000_000L),
                        "note"));
        put(
                all,
                "-quotas",
                new DrawEvent.PoolFrozen(
                        DRAW,
                        90,
                        HASH,
                        new DrawSpec.Quotas(new PanelList.Frozen(HASH, 3), QUOTAS, dice, 2),
                        List.of(1_800_000_000_000L),
                        "note"));
    }

    private static void drawn(Map<String, Object> all) {
        put(all, "", new DrawEvent.RandomnessRead(DRAW, "staff/one", List.of("3 6 1 1 5 2 4 6 3 2")));
        put(all, "", new DrawEvent.MembersDrawn(DRAW, HASH, List.of(new DrawEvent.GivenSeat(4, 0))));
        put(all, "", new DrawEvent.ReserveOrdered(DRAW, 0, 0, List.of(2, 0, 1)));
        put(all, "", new DrawEvent.CandidatePassedOver(DRAW, 2, PassOver.DECLINED));
        put(all, "", new DrawEvent.RoleOpened(DRAW, "jury", "Jury", 12));
        put(all, "", new DrawEvent.RoleOffered(DRAW, 0, "jury"));
        put(all, "", new DrawEvent.RoleAnswered(DRAW, 0, "jury", true));
        put(all, "", new DrawEvent.DrawCalledOff(DRAW, "Trop peu de candidatures"));
    }

    private static void candidacies(Map<String, Object> all) {
        put(all, "", new CandidacyEvent.CandidaciesOpened(DRAW));
        put(all, "", new CandidacyEvent.CandidaciesClosed(DRAW));
        put(all, "", new CandidacyEvent.CandidacyFiled(DRAW, PERSON));
        put(all, "", new CandidacyEvent.CandidacyWithdrawn(DRAW, PERSON));
        put(
                all,
                "",
                new CandidacyEvent.CandidacyRefused(
                        DRAW, PERSON, new CandidacyRefusal.NotEligible(RefusalCode.TOO_OLD)));
        put(all, "-attribute", new CandidacyEvent.CandidacyRefused(DRAW, PERSON, new CandidacyRefusal.ValueUnknown()));
    }

    private static void meetings(Map<String, Object> all) {
        MeetingCall call =
                new MeetingCall("Séance", FROM, FROM.plusDays(10), LocalTime.of(18, 30), "Mairie", true, null);
        put(all, "", new MeetingEvent.MeetingCalled(COUNCIL, MEETING, call, PROCEDURE));
        put(
                all,
                "-urgent",
                new MeetingEvent.MeetingCalled(
                        COUNCIL,
                        MEETING,
                        new MeetingCall("Séance", FROM, FROM, LocalTime.of(8, 0), "Mairie", false, "Le toit fuit"),
                        PROCEDURE));
        put(
                all,
                "",
                new MeetingEvent.AgendaItemAdded(
                        COUNCIL, MEETING, new AgendaItem("lamps", AgendaItem.By.MEMBER, 4, "Éclairage", BLOB, MOTION)));
        put(
                all,
                "-city",
                new MeetingEvent.AgendaItemAdded(
                        COUNCIL, MEETING, new AgendaItem("works", AgendaItem.By.CITY, null, "Travaux", null, null)));
        put(all, "", new MeetingEvent.AgendaItemWithdrawn(COUNCIL, MEETING, "works", "Reporté"));
        put(all, "", new MeetingEvent.AgendaPublished(COUNCIL, MEETING, List.of("lamps", "works")));
        put(all, "", new MeetingEvent.AttendanceRecorded(COUNCIL, MEETING, 4, Presence.REMOTE));
        put(all, "", new MeetingEvent.ProxyGiven(COUNCIL, MEETING, 5, 4));
        put(all, "", new MeetingEvent.ProxyWithdrawn(COUNCIL, MEETING, 5));
        put(all, "", new MeetingEvent.MeetingOpened(COUNCIL, MEETING, 4, List.of(1, 4, 5), 3));
        put(all, "", new MeetingEvent.QuorumEvaluated(COUNCIL, MEETING, 3, 1, 2, true));
        put(all, "", new MeetingEvent.MeetingClosed(COUNCIL, MEETING));
        put(all, "", new MeetingEvent.MeetingCalledOff(COUNCIL, MEETING, "Neige"));
    }

    private static void signers(Map<String, Object> all) {
        SignerId signer = new SignerId("chair");
        SignerKey key = new SignerKey("8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c");
        SignatureText signature = new SignatureText("A".repeat(86) + "==");
        put(all, "", new SignerEvent.SignerNamed(COUNCIL, signer, new SignerTerms(SignerRole.CHAIR, 4, "Présidence")));
        put(all, "", new SignerEvent.SignerKeyRegistered(COUNCIL, signer, 1, key, signature, null));
        put(all, "-endorsed", new SignerEvent.SignerKeyRegistered(COUNCIL, signer, 2, key, signature, signature));
        put(all, "", new SignerEvent.SignerKeyRevoked(COUNCIL, signer, 1, "Perdu", "staff/one"));
        put(all, "", new SignerEvent.SignerKeyAllowed(COUNCIL, signer, "staff/two"));
        put(all, "", new SignerEvent.SignerRetired(COUNCIL, signer, "Fin de mandat"));
        MinutesFacts facts = new MinutesFacts(
                new MinutesFacts.OfMeeting(9, HASH), List.of(new MinutesFacts.OfMotion(MOTION, 3, HASH)));
        List<MinutesNote> notes = List.of(new MinutesNote(null, BLOB), new MinutesNote("lamps", BLOB));
        put(all, "", new MinutesEvent.MinutesDrafted(COUNCIL, MEETING, 1, facts, notes));
        put(all, "", new MinutesEvent.MinutesCorrected(COUNCIL, MEETING, 2, facts, notes, "Faute de frappe"));
        put(all, "", new MinutesEvent.MinutesSigned(COUNCIL, MEETING, 2, SignerRole.CHAIR, signer, 1, signature));
        put(all, "", new MinutesEvent.MinutesPublished(COUNCIL, MEETING, 2));
    }

    private static void motions(Map<String, Object> all) {
        MotionTerms terms =
                new MotionTerms("Éclairage", BLOB, 4, MEETING, Majority.ABSOLUTE, Voting.ROLL_CALL, true, 60);
        put(all, "", new MotionEvent.MotionPut(COUNCIL, MOTION, terms));
        put(all, "", new MotionEvent.AmendmentPut(COUNCIL, MOTION, 1, 0, BLOB));
        put(all, "", new MotionEvent.AmendmentDecided(COUNCIL, MOTION, 1, new VoteCount(3, 2, 1), true));
        put(all, "", new MotionEvent.TextRevised(COUNCIL, MOTION, 1, 2, BLOB));
        put(all, "", new MotionEvent.ConflictDeclared(COUNCIL, MOTION, 5));
        put(all, "", new MotionEvent.MotionWithdrawn(COUNCIL, MOTION, "Sans objet"));
        put(all, "", new MotionEvent.OpinionAnswered(COUNCIL, MOTION, OpinionAnswer.PARTLY, BLOB));
    }

    private static void votes(Map<String, Object> all) {
        List<MotionBallot> ballots = List.of(new MotionBallot(1, null), new MotionBallot(5, 1));
        put(
                all,
                "",
                new MotionEvent.VoteOpened(COUNCIL, MOTION, new Division(MEETING, 2, ballots, 3, 1, 1, 1, null, 9)));
        put(
                all,
                "-secret",
                new MotionEvent.VoteOpened(
                        COUNCIL, MOTION, new Division(MEETING, 1, ballots, 3, 1, 1, 0, new PollId("youth-lamps"), 9)));
        put(all, "", new MotionEvent.VoteCast(COUNCIL, MOTION, 1, Vote.FOR));
        put(all, "", new MotionEvent.VoteCorrected(COUNCIL, MOTION, 1, Vote.ABSTAIN, "Mal noté"));
        VoteCount count = new VoteCount(1, 1, 0);
        put(all, "", new MotionEvent.HandsCounted(COUNCIL, MOTION, "staff/one", count, Casting.FOR));
        put(all, "", new MotionEvent.HandsAgreed(COUNCIL, MOTION, count, Casting.FOR));
        put(all, "", new MotionEvent.MotionDeclared(COUNCIL, MOTION, count, 0, true, true, true));
    }
}
