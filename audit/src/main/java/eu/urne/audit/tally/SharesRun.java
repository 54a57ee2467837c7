package eu.urne.audit.tally;

import eu.urne.audit.tally.Support.Supporter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run of the Method of Equal Shares (docs/formats/events.md, section 3.2).
 *
 * <p>Money is told in whole units, of which a cent has as many as are needed: a purchase makes the units smaller, so
 * that every payment is a whole number of them. Prices only rise from round to round, since money only shrinks; so an
 * option whose price was above the lowest before does not have to be asked again.
 */
final class SharesRun {
    private final Election election;
    private final Rule.Utility utility;
    private final Support support;
    private final boolean told;
    private final BigInteger[] purses;
    private final List<Integer> bought = new ArrayList<>();
    private final List<Round.Why> reasons = new ArrayList<>();
    private final List<Offer> waiting = new ArrayList<>();
    private final TieTrail trail;
    private BigInteger unitsPerCent;
    private long left;
    private boolean tooDear;

    /**
     * The price of an option.
     *
     * @param missing what those who can pay their part have to pay together, in units of the time of the offer
     * @param worth what the option is worth to these together
     * @param each what a unit of worth costs, cents
     * @param rate what a unit of utility costs, cents; with the utility sqrt-cost its square
     */
    private record Offer(int option, BigInteger missing, BigInteger worth, Fraction each, Fraction rate) {
        Round.Offer told(Election election) {
            return new Round.Offer(election.id(option), each, rate);
        }
    }

    /**
     * Makes a run.
     *
     * @param share what every voter has, cents
     * @param told whether it is written down who paid what
     */
    SharesRun(
            Election election,
            Rule.Utility utility,
            Support support,
            Comparator<Integer> order,
            Fraction share,
            boolean told) {
        this.election = election;
        this.utility = utility;
        this.support = support;
        this.told = told;
        this.trail = new TieTrail(order, bought::contains);
        this.purses = new BigInteger[support.ballots()];
        Arrays.fill(purses, share.top());
        this.unitsPerCent = share.bottom();
        this.left = election.budget();
        run(order);
    }

    private void run(Comparator<Integer> order) {
        List<Integer> supported =
                election.numbers().filter(support::has).boxed().sorted(order).toList();
        for (int option : supported) {
            if (election.cost(option) == 0) {
                bought.add(option);
                reasons.add(new Round.Free(support.voters(option)));
            } else {
                waiting.add(new Offer(option, BigInteger.ZERO, BigInteger.ONE, Fraction.ZERO, Fraction.ZERO));
            }
        }
        int round = 0;
        while (!tooDear) {
            List<Offer> asked = ask();
            if (asked.isEmpty()) {
                break;
            }
            Fraction lowest = asked.getFirst().rate;
            List<Integer> cheapest = asked.stream()
                    .filter(offer -> offer.rate.equals(lowest))
                    .map(Offer::option)
                    .toList();
            buy(trail.first(round++, cheapest), asked);
        }
        trail.end();
    }

    /** Options that may be the cheapest, with their prices, the lowest first. */
    private List<Offer> ask() {
        List<Offer> earlier = new ArrayList<>(waiting);
        earlier.sort(Comparator.comparing(Offer::rate));
        List<Offer> asked = new ArrayList<>();
        Fraction lowest = Fraction.BEYOND_ALL;
        for (Offer before : earlier) {
            if (before.rate.compareTo(lowest) > 0) {
                break;
            }
            waiting.remove(before);
            Optional<Offer> now = price(before.option);
            if (now.isPresent()) {
                waiting.add(now.get());
                asked.add(now.get());
                lowest = now.get().rate.compareTo(lowest) < 0 ? now.get().rate : lowest;
            }
        }
        asked.sort(Comparator.comparing(Offer::rate));
        return asked;
    }

    /**
     * The smallest price at which the supporters pay the cost. Whoever has less than his part at some price has less at
     * a higher one too: he pays all he has, and the others share what is missing.
     */
    private Optional<Offer> price(int option) {
        BigInteger missing = unitsPerCent.multiply(BigInteger.valueOf(election.cost(option)));
        List<Supporter> able = support.of(option);
        while (!able.isEmpty()) {
            BigInteger worth = BigInteger.valueOf(able.stream()
                    .mapToLong(supporter -> supporter.voters() * supporter.worth())
                    .sum());
            List<Supporter> still = new ArrayList<>();
            BigInteger rest = missing;
            for (Supporter supporter : able) {
                if (hasLess(supporter, missing, worth)) {
                    rest = rest.subtract(purse(supporter).multiply(BigInteger.valueOf(supporter.voters())));
                } else {
                    still.add(supporter);
                }
            }
            if (still.size() == able.size()) {
                return Optional.of(offer(option, missing, worth));
            }
            missing = rest;
            able = still;
        }
        return Optional.empty();
    }

    /** Whether a voter has less than his part of what is missing. */
    private boolean hasLess(Supporter supporter, BigInteger missing, BigInteger worth) {
        return purse(supporter).multiply(worth).compareTo(missing.multiply(BigInteger.valueOf(supporter.worth()))) < 0;
    }

    private BigInteger purse(Supporter supporter) {
        return purses[supporter.ballot()];
    }

    private Offer offer(int option, BigInteger missing, BigInteger worth) {
        Fraction each = new Fraction(missing, worth.multiply(unitsPerCent));
        Fraction rate =
                switch (utility) {
                    case COST -> each.over(election.cost(option));
                    case SQRT_COST -> each.times(each).over(election.cost(option));
                    case CARDINALITY, POINTS, BORDA -> each;
                };
        return new Offer(option, missing, worth, each, rate);
    }

    private void buy(int option, List<Offer> asked) {
        Offer offer = asked.stream()
                .filter(candidate -> candidate.option == option)
                .findFirst()
                .orElseThrow();
        waiting.remove(offer);
        bought.add(option);
        tooDear = election.cost(option) > left;
        left -= tooDear ? 0 : election.cost(option);
        List<Round.Payment> payments = pay(offer);
        if (told) {
            List<Round.Offer> others = asked.stream()
                    .filter(candidate -> candidate.option != option)
                    .map(candidate -> candidate.told(election))
                    .toList();
            reasons.add(new Round.Price(offer.told(election), payments, others));
        }
    }

    private List<Round.Payment> pay(Offer offer) {
        BigInteger divisor = offer.missing.gcd(offer.worth);
        BigInteger finer = offer.worth.divide(divisor);
        BigInteger part = offer.missing.divide(divisor);
        unitsPerCent = unitsPerCent.multiply(finer);
        for (int ballot = 0; ballot < purses.length; ballot++) {
            purses[ballot] = purses[ballot].multiply(finer);
        }
        Map<BigInteger, Long> inFull = new TreeMap<>(Comparator.reverseOrder());
        Map<BigInteger, Long> everything = new TreeMap<>(Comparator.reverseOrder());
        for (Supporter supporter : support.of(offer.option)) {
            BigInteger purse = purse(supporter);
            BigInteger paid = purse.min(part.multiply(BigInteger.valueOf(supporter.worth())));
            purses[supporter.ballot()] = purse.subtract(paid);
            if (told) {
                (paid.equals(purse) ? everything : inFull).merge(paid, supporter.voters(), Long::sum);
            }
        }
        List<Round.Payment> payments = new ArrayList<>();
        inFull.forEach((paid, voters) -> payments.add(payment(voters, paid, false)));
        everything.forEach((paid, voters) -> payments.add(payment(voters, paid, true)));
        return payments;
    }

    private Round.Payment payment(long voters, BigInteger paid, boolean everything) {
        return new Round.Payment(voters, new Fraction(paid, unitsPerCent), everything);
    }

    /** The options bought, in order; if the run is too dear, the last one is what made it so. */
    List<Integer> bought() {
        return bought;
    }

    /** Whether what was bought costs more than the budget. */
    boolean isTooDear() {
        return tooDear;
    }

    /** What the run left of the budget. */
    long left() {
        return left;
    }

    List<TieTrail.Tied> ties() {
        return trail.ties();
    }

    /** What each option bought was bought for; only where it is told. */
    List<Round.Why> reasons() {
        return reasons;
    }
}
