package eu.urne.engine.tally;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Reasons in words. The words stand in the bundles {@code reasons_en} and {@code reasons_fr}. */
public final class Sentences {

    private static final String BUNDLE = "eu.urne.engine.tally.reasons";

    private final ResourceBundle words;
    private final Function<Fraction, String> money;
    private final LongFunction<String> points;

    /**
     * Sentences of a language.
     *
     * @param locale English or French; English where the language is another
     * @param money writes an amount given in minor units
     * @param points writes a score given in the unit of the ballots
     */
    public Sentences(Locale locale, Function<Fraction, String> money, LongFunction<String> points) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        this.words = ResourceBundle.getBundle(BUNDLE, french ? Locale.FRENCH : Locale.ENGLISH);
        this.money = money;
        this.points = points;
    }

    /** The reason as a clause without a full stop. */
    public String of(Reason reason) {
        String score = points.apply(reason.score());
        return switch (reason) {
            case Reason.Chosen chosen -> say("chosen", score, money(chosen.left()));
            case Reason.DidNotFit unfit -> say("did-not-fit", score, money(unfit.left()));
            case Reason.NotReached stopped when stopped.stoppedAt().isEmpty() -> say("ended", score);
            case Reason.NotReached stopped -> say("not-reached", score, stopped.stoppedAt());
            case Reason.BelowMinimum below -> say("below-minimum", score, points.apply(below.minimum()));
            case Reason.Excluded excluded -> say("excluded", score, excluded.by());
            case Reason.Tied tied -> say("tied", score);
            case Reason.Undecided undecided -> say("undecided", score);
            case Reason.OfOtherRules other -> other(other, score);
        };
    }

    private String other(Reason.OfOtherRules reason, String score) {
        return switch (reason) {
            case Reason.FromReserve reserve -> say("from-reserve", score, money(reserve.reserve()));
            case Reason.Funded funded -> say("funded", score, money(funded.left()));
            case Reason.FromMinimum first -> say("from-minimum", first.category(), of(first.reason()));
            case Reason.Bought bought ->
                say("bought", score, money.apply(bought.price()), bought.full(), money(bought.left()));
            case Reason.Reached reached -> say("reached", score, money.apply(reached.time()), money(reached.left()));
            case Reason.Unpaid unpaid
            when unpaid.further().isPresent() ->
                say(
                        "unpaid-further",
                        score,
                        money.apply(unpaid.held()),
                        money.apply(unpaid.missing()),
                        unpaid.further().getAsLong());
            case Reason.Unpaid unpaid ->
                say("unpaid", score, money.apply(unpaid.held()), money.apply(unpaid.missing()));
            case Reason.NoSupport none -> say("no-support");
            case Reason.Outvoted outvoted -> say("outvoted", score, points.apply(outvoted.needed()));
            case Reason.Graded graded -> say("graded", graded.score(), graded.rank());
            case Reason.Carried(Reason.Vote vote) -> vote(vote.cast() ? "carried-cast" : "carried", vote);
            case Reason.Lost(Reason.Vote vote) ->
                vote(vote.valid() ? vote.cast() ? "lost-cast" : "lost" : "lost-quorum", vote);
        };
    }

    private String vote(String key, Reason.Vote vote) {
        return say(key, vote.inFavour(), vote.against(), vote.abstained());
    }

    private String money(long minor) {
        return money.apply(Fraction.of(minor));
    }

    private String say(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return new MessageFormat(words.getString(key), Locale.ROOT).format(texts);
    }
}
