package eu.urne.engine;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.participation.Cell;
import eu.urne.engine.participation.ParticipationPublished;
import eu.urne.engine.poll.Awards;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.BudgetPart;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PaperEvent;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.DeclaredTie;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Presentation;
import eu.urne.engine.poll.TabletId;
import eu.urne.engine.poll.Token;
import eu.urne.engine.poll.Trustees;
import eu.urne.engine.roll.ConsentEvent;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RefusalCode;
import eu.urne.engine.roll.RollEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One event of each type, and of types with optional members one more for each form, by the name of its file. */
final class EventExamples {

    private static final PollId POLL = new PollId("children-2026");
    private static final Person PERSON = new Person("0123456789abcdef".repeat(2));
    private static final Hash HASH = new Hash("0f1e2d3c".repeat(8));
    private static final Token TOKEN = new Token("a1b2c3d4".repeat(8));
    private static final String NOTE =
            "city.example/log/register\n7\n" + "A".repeat(43) + "=\n\n— city.example/log/register AAAA\n";
    private static final Money BUDGET = new Money(9_007_199_254_740_991L, "EUR");

    private EventExamples() {}

    /** The events by the name of the file in which their JSON is approved, without its ending. */
    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        all.put("urne.poll.OptionsListed.v1", new PollEvent.OptionsListed(POLL, 30, options()));
        all.put(
                "urne.poll.CardsIssued.v1",
                new PollEvent.CardsIssued(POLL, "Süd \"1\" & \\ \u2028\t<é>", 1, List.of(TOKEN)));
        all.putAll(cardsAndPaper());
        all.putAll(tablets());
        all.put("urne.roll.RegisterOpened.v1", new PollEvent.RegisterOpened(POLL, 12, 11, 0, NOTE));
        all.put("urne.roll.RegisterClosed.v1", new PollEvent.RegisterClosed(POLL, 40, 35, 5, NOTE));
        all.put("urne.poll.PollOpened.v1", new PollEvent.PollOpened(POLL, HASH, null));
        all.put("urne.poll.PollOpened.v1-of-budget", new PollEvent.PollOpened(POLL, HASH, "children-2026"));
        all.put("urne.poll.PollClosed.v1", new PollEvent.PollClosed(POLL));
        all.put("urne.poll.PollSealed.v1", new PollEvent.PollSealed(POLL, 41, HASH));
        all.put("urne.poll.PollKeyRevealed.v1", new PollEvent.PollKeyRevealed(POLL, bytes(32)));
        all.put("urne.poll.ScoresDeclared.v1", new PollEvent.ScoresDeclared(POLL, 0, verdicts()));
        all.put(
                "urne.poll.ScoresDeclared.v1-other-rules",
                new PollEvent.ScoresDeclared(POLL, 5, verdictsOfOtherRules()));
        all.put("urne.poll.OutcomeDeclared.v1", outcome(null));
        all.put(
                "urne.poll.OutcomeDeclared.v1-awards",
                outcome(new Awards("children-2026", List.of(300_000L, 100_000L))));
        all.put("urne.poll.BallotCast.v1", ballot("card", 4_294_967_295L));
        all.putAll(register());
        all.put("urne.participation.ParticipationPublished.v1", participation());
        all.putAll(BudgetExamples.all());
        all.putAll(WorksExamples.all());
        all.putAll(CouncilExamples.all());
        all.putAll(ConsultExamples.all());
        RuleExamples.all()
                .forEach((name, rule) -> all.put(
                        "urne.poll.PollDefined.v1-rule-" + name,
                        defined(terms(rule.kind(), BUDGET, rule.rule(), "declared", false))));
        all.put("urne.poll.PollDefined.v1-of-a-budget", defined(ofBudget()));
        definitions().forEach((form, terms) -> all.put("urne.poll.PollDefined.v1" + form, defined(terms)));
        return all;
    }

    private static Map<String, Object> register() {
        Map<String, Object> all = new TreeMap<>();
        all.put("urne.roll.AdmissionsOpened.v1", new RollEvent.AdmissionsOpened(POLL));
        all.put("urne.roll.AdmissionsClosed.v1", new RollEvent.AdmissionsClosed(POLL));
        all.put("urne.roll.VoterAdmitted.v1", new RollEvent.VoterAdmitted(POLL, PERSON));
        all.put("urne.roll.CardHandedOut.v1", new RollEvent.CardHandedOut(POLL, PERSON));
        all.put("urne.roll.VoterRefused.v1", new RollEvent.VoterRefused(POLL, PERSON, RefusalCode.TOO_OLD));
        all.put(
                "urne.roll.ConsentRecorded.v1",
                new ConsentEvent.ConsentRecorded(new BudgetId("children-2026"), PERSON));
        return all;
    }

    private static Map<String, Object> cardsAndPaper() {
        Map<String, Object> all = new TreeMap<>();
        all.put("urne.poll.CardsVoided.v1", new PollEvent.CardsVoided(POLL, "paper", 1, List.of(TOKEN)));
        all.put("urne.poll.PaperCounted.v1", new PollEvent.PaperCounted(POLL, 17, "staff/0123456789abcdef"));
        all.put("urne.poll.PaperReconciled.v1", new PollEvent.PaperReconciled(POLL, 17));
        all.put(
                "urne.poll.DiscrepancyRecorded.v1",
                new PollEvent.DiscrepancyRecorded(POLL, "une carte donnée deux fois", "staff/0123456789abcdef"));
        all.put(
                "urne.poll.PaperBallotEntered.v1",
                new PaperEvent.PaperBallotEntered(POLL, TOKEN, HASH, "staff/0123456789abcdef"));
        all.put("urne.poll.PaperBallotDisputed.v1", new PaperEvent.PaperBallotDisputed(POLL, TOKEN));
        all.put("urne.poll.PaperBallotAgreed.v1", new PaperEvent.PaperBallotAgreed(POLL, TOKEN, HASH));
        all.put("urne.poll.BallotCast.v1-paper", ballot("paper", 0));
        return all;
    }

    private static Map<String, Object> tablets() {
        TabletId tablet = new TabletId("fedcba9876543210");
        return Map.of(
                "urne.poll.TabletEnrolled.v1", new PollEvent.TabletEnrolled(POLL, tablet),
                "urne.poll.VotingEnded.v1", new PollEvent.VotingEnded(POLL),
                "urne.poll.TabletEmptied.v1", new PollEvent.TabletEmptied(POLL, tablet),
                "urne.poll.TabletWriteOffAsked.v1",
                        new PollEvent.TabletWriteOffAsked(
                                POLL, tablet, "tombée dans le canal", "staff/0123456789abcdef"),
                "urne.poll.TabletWrittenOff.v1", new PollEvent.TabletWrittenOff(POLL, tablet));
    }

    /** Each kind of ballot, each rule with and without its optional members, each way to break ties. */
    private static Map<String, PollTerms> definitions() {
        CountingRule greedy = new CountingRule.Greedy();
        List<List<String>> conflicts = List.of(List.of("a", "b"), List.of("a", "c"));
        return Map.of(
                "",
                terms(new BallotKind.Approval(3), BUDGET, greedy, "declared", false),
                "-favourite",
                terms(new BallotKind.Favourite(), BUDGET, new CountingRule.GreedyNoSkip(null), "id", true),
                "-knapsack",
                terms(new BallotKind.Knapsack(), BUDGET, new CountingRule.GreedyNoSkip(5L), "cost-votes-id", false),
                "-points",
                terms(new BallotKind.Points(10, 25), BUDGET, new CountingRule.GreedyThreshold(7), "lot:42", false),
                "-ranking",
                terms(
                        new BallotKind.Ranking(4),
                        BUDGET,
                        new CountingRule.GreedyExclusive(conflicts, null),
                        "report",
                        false),
                "-grades",
                terms(
                        new BallotKind.Grades(5),
                        BUDGET,
                        new CountingRule.GreedyExclusive(conflicts, 9L),
                        "declared",
                        false),
                "-motion",
                terms(new BallotKind.Motion(), null, greedy, "declared", false));
    }

    private static PollTerms terms(
            BallotKind kind, @Nullable Money budget, CountingRule rule, String tieBreak, boolean revote) {
        return new PollTerms(
                POLL,
                "Budget des enfants: à vous de choisir!",
                kind,
                budget,
                rule,
                tieBreak,
                "children of the centres",
                List.of("card"),
                revote,
                1,
                Trustees.engine(bytes(65)));
    }

    private static PollTerms ofBudget() {
        EligibilityRule who = new EligibilityRule.AllOf(List.of(
                new EligibilityRule.AgeBetween(8, 15, LocalDate.of(2026, 4, 13)),
                new EligibilityRule.AgeBetween(0, null, LocalDate.of(2028, 2, 29)),
                new EligibilityRule.AnyOf(List.of(
                        new EligibilityRule.ResidesIn(List.of("Saint-Quentin")),
                        new EligibilityRule.StudiesIn(List.of("Saint-Quentin")),
                        new EligibilityRule.AttendsSite(List.of("centre-a", "centre-b")),
                        new EligibilityRule.MemberOf(List.of("youth"))))));
        PollTerms plain = terms(new BallotKind.Favourite(), BUDGET, new CountingRule.Greedy(), "cost-votes-id", false);
        return new PollTerms(
                plain.poll(),
                plain.title(),
                plain.limits(),
                plain.budget(),
                plain.rule(),
                plain.tieBreak(),
                plain.eligibility(),
                plain.channels(),
                plain.revote(),
                plain.suite(),
                plain.trustees(),
                Presentation.SHUFFLED,
                who,
                new BudgetPart("children-2026", "all"));
    }

    private static PollEvent defined(PollTerms terms) {
        return new PollEvent.PollDefined(POLL, terms, 32, HASH);
    }

    private static List<PollOption> options() {
        return List.of(new PollOption("a", "Une cabane 🌳", 300_000), new PollOption("b/2", "", 0));
    }

    private static List<OptionVerdict> verdicts() {
        return List.of(
                new OptionVerdict.Selected("a", 12, 1, 200_000),
                new OptionVerdict.Unaffordable("b", 11, 200_000),
                new OptionVerdict.Stopped("c", 10),
                new OptionVerdict.BelowThreshold("d", 9, 10),
                new OptionVerdict.Excluded("e", 0, "a"));
    }

    private static List<OptionVerdict> verdictsOfOtherRules() {
        return List.of(
                new OptionVerdict.Reserve("a", 12, 2, 15_000),
                new OptionVerdict.Unsupported("b", 0),
                new OptionVerdict.Unpaid("c", 11),
                new OptionVerdict.Outvoted("d", 3, 4),
                new OptionVerdict.Outranked("e", 2, 5),
                new OptionVerdict.Carried("f", 7, 7, 2, true, true),
                new OptionVerdict.Lost("g", 9, 0, 1, false, false));
    }

    private static PollEvent outcome(@Nullable Awards awards) {
        return new PollEvent.OutcomeDeclared(
                POLL,
                HASH,
                15,
                1,
                2,
                3,
                12,
                List.of("a", "b"),
                400_000,
                100_000,
                List.of(new DeclaredTie(7, List.of("b", "c"), "lot:42")),
                awards);
    }

    private static ParticipationPublished participation() {
        return new ParticipationPublished(
                POLL,
                60,
                48,
                List.of(
                        new Cell("centre-a", "north", 30L, 25L),
                        new Cell("centre-b", "south", null, null),
                        new Cell("centre-c", "south", null, null)),
                List.of(new Cell("north", null, 30L, 25L), new Cell("south", null, 30L, 23L)),
                List.of(new Cell("8-10", null, 40L, 33L), new Cell("11-12", null, 20L, 15L)));
    }

    private static BallotCast ballot(String authorisation, long seq) {
        return new BallotCast(1, POLL, TOKEN, authorisation, seq, bytes(65), bytes(20), bytes(64));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 37 + length);
        }
        return bytes;
    }
}
