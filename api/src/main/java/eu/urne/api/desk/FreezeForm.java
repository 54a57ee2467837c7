package eu.urne.api.desk;

import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.PublicRandomness.Lottery.Group;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is typed to name the public randomness of a draw: dice, a lottery, a round of drand, or several of them.
 *
 * @param typed the fields of the form {@code freeze}
 */
record FreezeForm(TypedForm typed) {

    /** Name of the form. */
    static final String NAME = "freeze";

    /** The chain quicknet of drand, and when its first round was (its /info, 2023). */
    private static final String QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

    private static final long FIRST_MS = 1_692_803_367_000L;
    private static final long PERIOD_MS = 3_000;
    private static final int MOST = 100;
    private static final int GREATEST = 999;
    private static final Pattern GROUP = Pattern.compile("\\s*([0-9]{1,2})\\s*/\\s*([0-9]{1,3})\\s*");
    private static final Pattern PLUS = Pattern.compile("+", Pattern.LITERAL);

    /** An empty form. */
    static FreezeForm fresh() {
        return new FreezeForm(TypedForm.of(NAME, Map.of("dice", "10", "sides", "6", "lotteryGroups", "5/49+1/10")));
    }

    /**
     * The sources, in the order of the form.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    List<Source> sources(ZoneId zone) {
        List<Source> sources = new ArrayList<>();
        if (typed.isTicked("useDice")) {
            PublicRandomness dice = new PublicRandomness.Dice(
                    typed.number("dice", 1, MOST), name("diceName"), typed.number("sides", 2, MOST));
            sources.add(new Source(dice, moment("dice", zone)));
        }
        if (typed.isTicked("useLottery")) {
            PublicRandomness lottery = new PublicRandomness.Lottery(groups(), name("lotteryName"));
            sources.add(new Source(lottery, moment("lottery", zone)));
        }
        if (typed.isTicked("useDrand")) {
            long fromMs = moment("drand", zone);
            long round = Math.max(1, Math.ceilDiv(fromMs - FIRST_MS, PERIOD_MS) + 1);
            sources.add(new Source(
                    new PublicRandomness.Drand(new Hash(QUICKNET), "drand quicknet, " + round, round), fromMs));
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources: choose one at least");
        }
        return sources;
    }

    private String name(String field) {
        String name = typed.line(field);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(field + ": say in words which event it is");
        }
        return name;
    }

    private List<Group> groups() {
        return Arrays.stream(PLUS.split(typed.line("lotteryGroups"), -1))
                .map(FreezeForm::group)
                .toList();
    }

    private static Group group(String text) {
        Matcher matcher = GROUP.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("lotteryGroups: write how many of how many, such as 5/49+1/10");
        }
        int most = Integer.parseInt(matcher.group(2));
        int count = Integer.parseInt(matcher.group(1));
        if (count < 1 || count > Math.min(most, 20) || most > GREATEST) {
            throw new IllegalArgumentException("lotteryGroups: write how many of how many, such as 5/49+1/10");
        }
        return new Group(count, 1, most);
    }

    private long moment(String source, ZoneId zone) {
        return typed.day(source + "Day")
                .atTime(typed.time(source + "Time"))
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }
}
