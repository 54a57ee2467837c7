package eu.urne.audit.record;

import eu.urne.audit.PollFacts;
import eu.urne.audit.event.Definition;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tally.Fraction;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Outcome;
import eu.urne.audit.tally.Round;
import eu.urne.audit.tally.Rule;
import eu.urne.audit.tally.Tie;
import eu.urne.audit.tally.Verdict;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why options won or lost, round by round and in plain words, from the verifier's own recount. Fractions of a cent are
 * rounded down and marked; what is compared are the fractions.
 */
public final class Explanation {
    private static final int MAX_TITLE = 200;
    private static final int SHOWN_OTHERS = 3;

    private final PollFacts facts;
    private final Words words;
    private final Wording wording;
    private final Map<String, Option> options = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private Explanation(PollFacts facts, Language language) {
        this.facts = facts;
        this.words = new Words(language);
        Definition.Budget budget = facts.definition().budget();
        this.wording = new Wording(words, budget == null ? null : budget.currency());
        facts.options().forEach(option -> options.put(option.id(), option));
    }

    /**
     * Explains a whole outcome.
     *
     * @param facts what the evidence says about the poll
     * @param language in which language
     * @return lines, the first the title
     */
    public static List<String> ofAll(PollFacts facts, Language language) {
        Explanation explanation = new Explanation(facts, language);
        explanation.head();
        switch (facts.recount()) {
            case Outcome.Decided decided -> explanation.all(decided);
            case Outcome.Undecided undecided -> explanation.undecided(undecided);
            case null -> explanation.say("state." + facts.report().state().name());
        }
        return List.copyOf(explanation.lines);
    }

    /**
     * Explains what became of one option.
     *
     * @param facts as above
     * @param option the id of one of its options
     * @param language in which language
     * @return lines, the first the title
     */
    public static List<String> ofOne(PollFacts facts, String option, Language language) {
        Explanation explanation = new Explanation(facts, language);
        explanation.head();
        switch (facts.recount()) {
            case Outcome.Decided decided -> explanation.one(decided, option);
            case Outcome.Undecided undecided -> explanation.undecided(undecided);
            case null -> explanation.say("state." + facts.report().state().name());
        }
        return List.copyOf(explanation.lines);
    }

    private void head() {
        lines.add(StrictText.printable(facts.report().title(), MAX_TITLE));
        lines.addAll(wording.rule(facts.definition().rule()));
        lines.add("");
    }

    private void undecided(Outcome.Undecided undecided) {
        say("outcome.undecided", names(undecided.tie().options()));
    }

    private void all(Outcome.Decided decided) {
        shares(decided);
        for (int number = 1; number <= decided.rounds().size(); number++) {
            round(number, decided.rounds().get(number - 1));
        }
        lines.add("");
        say("explain.others");
        for (OptionResult result : decided.results()) {
            if (!decided.selected().contains(result.id())) {
                lines.add("  " + verdict(result));
            }
        }
        lines.add("");
        decided.ties().forEach(this::tie);
        say(decided.ties().isEmpty() ? "ties.none" : "explain.ties");
    }

    private void one(Outcome.Decided decided, String id) {
        shares(decided);
        OptionResult result = decided.results().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        int rounds = (int) decided.rounds().stream()
                .takeWhile(round -> !isOver(round, result))
                .count();
        for (int number = 1; number <= rounds; number++) {
            compared(number, decided.rounds().get(number - 1), id);
        }
        if (rounds < decided.rounds().size()
                && decided.rounds().get(rounds).option().equals(id)) {
            round(rounds + 1, decided.rounds().get(rounds));
        }
        lines.add(verdict(result));
        decided.ties().stream().filter(tie -> tie.options().contains(id)).forEach(this::tie);
    }

    /** Whether an option's fate was settled before a round, or in it. */
    private static boolean isOver(Round round, OptionResult result) {
        return round.option().equals(result.id())
                || (result.verdict() instanceof Verdict.Unaffordable(long left) && round.left() < left);
    }

    private String verdict(OptionResult result) {
        return words.say(
                "explain.verdict",
                name(result.id()),
                wording.money(option(result.id()).cost()),
                words.number(result.score()),
                wording.verdict(result.verdict()));
    }

    private void shares(Outcome.Decided decided) {
        decided.shares().ifPresent(shares -> {
            say("explain.share", amount(shares.share()), words.number(shares.runs()));
            shares.preference()
                    .ifPresent(preference -> say(
                            preference.greedy() > preference.shares()
                                    ? "explain.greedy-stands"
                                    : "explain.shares-stand",
                            words.number(preference.shares()),
                            words.number(preference.greedy())));
        });
    }

    private void round(int number, Round round) {
        String cost = wording.money(option(round.option()).cost());
        String left = wording.money(round.left());
        String place = words.number(number);
        switch (round.why()) {
            case Round.Score(long score) ->
                say(
                        freeOfMoney() ? "explain.round.plain" : "explain.round.score",
                        place,
                        name(round.option()),
                        words.number(score),
                        cost,
                        left);
            case Round.Free(long supporters) ->
                say("explain.round.free", place, name(round.option()), words.number(supporters));
            case Round.Price price -> bought(place, round, price, cost, left);
            case Round.Time(Fraction time, List<Round.Arrival> others) -> {
                say("explain.round.time", place, name(round.option()), amount(time), cost, left);
                others.stream()
                        .limit(SHOWN_OTHERS)
                        .forEach(other -> lines.add(
                                "    " + words.say("explain.later", name(other.option()), amount(other.time()))));
            }
        }
    }

    private void bought(String place, Round round, Round.Price price, String cost, String left) {
        say("explain.round.price", place, name(round.option()), cost, left);
        for (Round.Payment payment : price.payments()) {
            lines.add("    "
                    + words.say(
                            payment.everything() ? "explain.pay.all" : "explain.pay",
                            words.number(payment.voters()),
                            amount(payment.paid())));
        }
        price.others().stream()
                .limit(SHOWN_OTHERS)
                .forEach(other ->
                        lines.add("    " + words.say("explain.dearer", name(other.option()), amount(other.each()))));
    }

    /** What another option had to offer in a round that it did not win. */
    private void compared(int number, Round round, String id) {
        String place = words.number(number);
        switch (round.why()) {
            case Round.Price price ->
                price.others().stream()
                        .filter(other -> other.option().equals(id))
                        .forEach(other -> say(
                                "explain.lost.price",
                                place,
                                amount(other.each()),
                                name(round.option()),
                                amount(price.offer().each())));
            case Round.Time time ->
                time.others().stream()
                        .filter(other -> other.option().equals(id))
                        .forEach(other -> say(
                                "explain.lost.time",
                                place,
                                amount(other.time()),
                                name(round.option()),
                                amount(time.time())));
            case Round.Score(long score) ->
                say("explain.before", place, name(round.option()), words.number(score), wording.money(round.left()));
            case Round.Free free -> say("explain.before.free", place, name(round.option()));
        }
    }

    private void tie(Tie tie) {
        say("ties.one", words.number(tie.score()), names(tie.options()));
    }

    private boolean freeOfMoney() {
        return facts.definition().rule() instanceof Rule.MostVotes
                || facts.definition().rule() instanceof Rule.MajorityJudgment
                || facts.definition().rule() instanceof Rule.CouncilMotion;
    }

    /** An amount of cents, marked where it was rounded down. */
    private String amount(Fraction cents) {
        String whole = wording.money(cents.top().divide(cents.bottom()).longValueExact());
        boolean exact = cents.bottom().equals(BigInteger.ONE);
        return exact ? whole : words.say("explain.about", whole);
    }

    private String names(List<String> ids) {
        return String.join(", ", ids.stream().map(this::name).toList());
    }

    private String name(String id) {
        return words.say("option.named", StrictText.printable(option(id).title(), MAX_TITLE), id);
    }

    private Option option(String id) {
        Option option = options.get(id);
        if (option == null) {
            throw new IllegalArgumentException("the poll has no option '" + id + "'");
        }
        return option;
    }

    private void say(String key, String... texts) {
        lines.add(words.say(key, texts));
    }
}
