package eu.urne.api.scenario;

import eu.urne.api.vote.ChoiceText;
import eu.urne.api.vote.DerivedSecrets;
import eu.urne.api.vote.RestClient;
import eu.urne.api.vote.Tablets;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Token;
import eu.urne.engine.roll.CardPlan;
import eu.urne.engine.tally.Ballot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Cards and ballots of a scenario: what animators, tablets and the voters themselves do. */
final class PollingStation {

    private static final int CHUNK = 5_000;
    private static final String SHOWN = "demonstration";

    private final Scenario scenario;
    private final Electorate electorate;
    private final DerivedSecrets secrets;
    private final Map<String, PrintedCards> printed = new LinkedHashMap<>();
    private final Map<String, List<Tablets.Vote>> urns = new LinkedHashMap<>();
    private long ballots;

    PollingStation(Scenario scenario, Electorate electorate, DerivedSecrets secrets) {
        this.scenario = scenario;
        this.electorate = electorate;
        this.secrets = secrets;
    }

    /** What the staff sends of a batch of cards. */
    private record Batch(String label, List<Token> tokens) {}

    /** Prints cards for the people of a poll, in bags by site, and authorises their tokens. */
    void printCards(RestClient rest, Act.Cards act) {
        Map<String, Long> expected = new LinkedHashMap<>();
        for (Inhabitant each : electorate.of(act.poll())) {
            if (each.mayVote()) {
                expected.merge(each.site(), 1L, Long::sum);
            }
        }
        List<CardPlan.Site> sites = expected.entrySet().stream()
                .map(site -> new CardPlan.Site(site.getKey(), site.getKey(), site.getValue()))
                .toList();
        PrintedCards cards = PrintedCards.planned(sites, act.spare(), act.paper() == null ? 0 : act.paper());
        printed.put(act.poll(), cards);
        for (PrintedCards.Bag bag : cards.bags()) {
            for (int from = 0; from < bag.count(); from += CHUNK) {
                int first = bag.first() + from;
                int end = bag.first() + Math.min(bag.count(), from + CHUNK);
                List<Token> tokens = IntStream.range(first, end)
                        .parallel()
                        .mapToObj(card -> secrets.of(act.poll()).seed(card).token())
                        .sorted()
                        .toList();
                rest.command("/api/polls/" + act.poll() + "/cards", new Batch(bag.label(), tokens), "cards-" + first);
            }
        }
        if (act.shown() != null) {
            List<Token> tokens = secrets.of(act.poll()).cards(new PollId(act.poll()), act.shown()).stream()
                    .map(card -> card.seed().token())
                    .sorted()
                    .toList();
            rest.command("/api/polls/" + act.poll() + "/cards", new Batch(SHOWN, tokens), "cards-shown");
        }
    }

    /** Everybody who was given a card votes, many at once; those on paper put their sheets into the urn. */
    void vote(RestClient rest, Step step, Act.Vote act) {
        String poll = act.poll();
        PollDefinition definition = definition(rest, poll);
        List<Inhabitant> voters =
                electorate.of(poll).stream().filter(Inhabitant::votes).toList();
        PrintedCards cards = printed(step, poll);
        Map<Integer, Integer> given = cards.handedTo(voters);
        int paper = Math.min(act.paper() == null ? 0 : act.paper(), cards.sheets());
        List<Ballot> choices = choices(act, definition, voters.size());
        List<Tablets.Vote> votes = new ArrayList<>();
        List<Tablets.Vote> sheets = new ArrayList<>();
        for (int i = 0; i < voters.size(); i++) {
            boolean onPaper = i < paper;
            int card = onPaper
                    ? cards.firstSheet() + i
                    : Objects.requireNonNull(given.get(voters.get(i).number()));
            (onPaper ? sheets : votes)
                    .add(new Tablets.Vote(
                            secrets.of(poll).seed(card), secrets.of(poll).bytes("sealing", card), choices.get(i)));
        }
        urns.put(poll, sheets);
        new Tablets(rest, definition).cast(votes, () -> {});
        ballots += votes.size();
    }

    /** Two persons enter the sheets of a poll. */
    void enterPaper(Step step, RestClient first, RestClient second, Act.Paper act) {
        List<Tablets.Vote> sheets = urns.getOrDefault(act.poll(), List.of());
        if (sheets.isEmpty()) {
            throw scenario.source().error(step.place(), step.name() + ": nobody has voted on paper in " + act.poll());
        }
        new PaperDesk(definition(first, act.poll()), first, second).enter(sheets, Boolean.TRUE.equals(act.misread()));
        ballots += sheets.size();
    }

    private static PollDefinition definition(RestClient rest, String poll) {
        return PollDefinition.read(rest.get("/api/polls/" + poll).get("definition"));
    }

    private PrintedCards printed(Step step, String poll) {
        PrintedCards cards = printed.get(poll);
        if (cards == null) {
            throw scenario.source().error(step.place(), step.name() + ": no cards are printed for " + poll);
        }
        return cards;
    }

    /** Ballots cast so far. */
    long ballots() {
        return ballots;
    }

    /** Divides the voters among the wishes, exactly by their weights, in an order in which nothing shows. */
    private List<Ballot> choices(Act.Vote vote, PollDefinition definition, int voters) {
        ChoiceText text = new ChoiceText(definition);
        List<Ballot> choices = new ArrayList<>(voters);
        long weights = vote.wishes().stream().mapToLong(Act.Wish::weight).sum();
        long passed = 0;
        for (Act.Wish wish : vote.wishes()) {
            Ballot choice = text.choice(wish.choose());
            long from = passed * voters / weights;
            passed += wish.weight();
            for (long i = from; i < passed * voters / weights; i++) {
                choices.add(choice);
            }
        }
        Shuffle.of(choices, new SplittableRandom(scenario.seed()));
        return choices;
    }
}
