package eu.urne.api.bench;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.Audience;
import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Calendar;
import eu.urne.engine.budget.Feasibility;
import eu.urne.engine.budget.HouseRules;
import eu.urne.engine.budget.Idea;
import eu.urne.engine.budget.Part;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.Place;
import eu.urne.engine.budget.ProposalCommand;
import eu.urne.engine.budget.ProposalEvent.ProposalAccepted;
import eu.urne.engine.budget.ProposalEvent.ProposalStudied;
import eu.urne.engine.budget.ProposalEvent.ProposalSubmitted;
import eu.urne.engine.budget.ProposalEvent.StudyAssigned;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.budget.RestRule;
import eu.urne.engine.budget.Site;
import eu.urne.engine.budget.Split;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.BallotWidth;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.Money;
import eu.urne.engine.poll.PollCommand.IssueCards;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * A city with a budget of many proposals and a poll of many ballots, written into an engine's log: real events, signed
 * and guarded, of which only the ballots' bytes mean nothing.
 */
final class GeneratedCity {

    static final BudgetId BUDGET = new BudgetId("bench");

    static final PollId POLL = new PollId("bench");
    private static final int SITES = 40;
    private static final int CATEGORIES = 12;
    private static final int CHUNK = 250;
    private static final int CARDS = 5_000;
    private static final int OPTIONS = 20;
    private static final int TOKEN_BYTES = 32;
    private static final CommandOrigin STAFF = new CommandOrigin("bench", "staff", 0);

    private final Engine engine;

    GeneratedCity(Engine engine) {
        this.engine = engine;
    }

    /** Id of a site. */
    static String site(int number) {
        return "site-" + number % SITES;
    }

    /** Id of a category. */
    static String category(int number) {
        return "category-" + number % CATEGORIES;
    }

    /** Hash of the text of a proposal. */
    static BlobHash text(int number) {
        return new BlobHash(String.format("%064x", number));
    }

    /** Opens the budget and hands in proposals; each is accepted, every second one assigned, every fourth studied. */
    void proposals(List<BlobHash> texts) {
        engine.commands().send(new OpenBudget(terms()), STAFF.then("budget"));
        engine.commands().send(new AdvancePhase(BUDGET, Phase.IDEAS, "bench", 0), STAFF.then("ideas"));
        append(0, texts.size(), i -> proposal(i, texts.get(i)));
    }

    private static BudgetTerms terms() {
        Map<Phase, LocalDate> days = new EnumMap<>(Phase.class);
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (Phase phase : Phase.values()) {
            days.put(phase, day);
            day = day.plusMonths(1);
        }
        return new BudgetTerms(
                BUDGET,
                "Generated",
                Audience.ADULTS,
                new Money(100_000_000, "EUR"),
                Split.NONE,
                List.of(new Part("all", "All", 100_000_000)),
                0,
                RestRule.NONE,
                IntStream.range(0, SITES)
                        .mapToObj(i -> new Site(site(i), "Site " + i, null))
                        .toList(),
                new Calendar("Europe/Paris", days),
                new HouseRules(false, false, false, 30),
                true);
    }

    private static List<EventMessage<?>> proposal(int number, BlobHash text) {
        ProposalId id = new ProposalId("p" + number);
        Idea idea = new Idea(text, category(number), new Place(site(number / 3), null), List.of());
        List<Object> events = new ArrayList<>();
        events.add(new ProposalSubmitted(BUDGET, id, new Author.Group(site(number / 3), 12), idea));
        events.add(new ProposalAccepted(BUDGET, id));
        if (number % 2 == 0) {
            events.add(new StudyAssigned(BUDGET, id, "Espaces verts"));
        }
        if (number % 4 == 0) {
            Feasibility.Sheet sheet =
                    new Feasibility.Sheet("Nature", "Shade", "", "Parks", "", "2027", "", "trees planted", "");
            events.add(new ProposalStudied(
                    BUDGET,
                    id,
                    new Feasibility("Espaces verts", true, "It can be done.", 100L * number, sheet),
                    "somebody"));
        }
        return messages(ProposalCommand.stream(BUDGET, id), events);
    }

    /** Defines and opens the poll and casts ballots whose bytes mean nothing. */
    void ballots(int count) {
        poll(count);
        cast(0, count);
    }

    /** Defines the poll, authorises so many cards, and opens it. */
    void poll(int cards) {
        engine.polls().define(definition(), STAFF.then("define"));
        for (int from = 0; from < cards; from += CARDS) {
            List<Token> some = IntStream.range(from, Math.min(cards, from + CARDS))
                    .mapToObj(GeneratedCity::token)
                    .toList();
            engine.commands().send(new IssueCards(POLL, "all", some), STAFF.then("cards-" + from));
        }
        engine.polls().open(POLL, STAFF.then("open"));
    }

    private PollDefinition definition() {
        PollTerms terms = new PollTerms(
                POLL,
                "Generated",
                new BallotKind.Favourite(),
                new Money(100_000_000, "EUR"),
                new CountingRule.Greedy(),
                "declared",
                "everybody",
                List.of("card"),
                false,
                1,
                engine.polls().trustees(POLL));
        List<PollOption> options = IntStream.range(0, OPTIONS)
                .mapToObj(i -> new PollOption("o" + i, "Option " + i, 1_000_000))
                .toList();
        return new PollDefinition(terms, options);
    }

    /** Casts the ballots of the cards of these numbers, many at once. */
    void cast(int from, int to) {
        append(from, to, GeneratedCity::ballot);
    }

    /** Casts the ballot of the card of that number. */
    void castOne(int card) {
        engine.axon().eventStore().publish(ballot(card));
    }

    private static List<EventMessage<?>> ballot(int card) {
        SplittableRandom own = new SplittableRandom(card);
        Token token = Token.of(bytes(own, TOKEN_BYTES));
        byte[] choice = bytes(own, BallotWidth.ciphertext(new BallotKind.Favourite(), OPTIONS));
        BallotCast ballot = new BallotCast(1, POLL, token, "card", 0, bytes(own, 65), choice, bytes(own, 64));
        return messages("ballot/" + POLL + "/" + token, List.of(ballot));
    }

    private static Token token(int card) {
        return Token.of(bytes(new SplittableRandom(card), TOKEN_BYTES));
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        byte[] some = new byte[length];
        random.nextBytes(some);
        return some;
    }

    private static List<EventMessage<?>> messages(String stream, List<?> events) {
        return IntStream.range(0, events.size())
                .<EventMessage<?>>mapToObj(
                        seq -> new GenericDomainEventMessage<>("bench", stream, seq, events.get(seq)))
                .toList();
    }

    private interface Source {
        List<EventMessage<?>> events(int number);
    }

    private void append(int first, int end, Source source) {
        IntStream.iterate(first, from -> from < end, from -> from + CHUNK)
                .parallel()
                .forEach(from -> {
                    List<EventMessage<?>> some = new ArrayList<>();
                    for (int i = from; i < Math.min(end, from + CHUNK); i++) {
                        some.addAll(source.events(i));
                    }
                    engine.axon().eventStore().publish(some);
                });
    }
}
