package eu.urne.api.cli;

import eu.urne.api.cli.Svg.Anchor;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An outcome as a picture: what the winners take of the budget, and the score of every project, winners first. It says
 * the same in words for those who do not see it, and without colour for those who print it.
 */
final class OutcomeChart {

    private static final int WIDTH = 960;
    private static final int LEFT = 24;
    private static final int RIGHT = WIDTH - LEFT;
    private static final int MONEY_TOP = 116;
    private static final int MONEY_HEIGHT = 28;
    private static final int FIRST_ROW = 196;
    private static final int ROW = 26;
    private static final int NAME = 64;
    private static final int BARS = 510;
    private static final int SCORES = 800;
    private static final int BARS_WIDTH = 200;

    private static final String DARK = "#12344d";
    private static final String DARK_OTHER = "#4a7ba6";
    private static final String PALE = "#dfe3e8";
    private static final String EDGE = "#6b7480";
    private static final String INK = "#1a1a1a";
    private static final String FAINT = "#555555";

    private final FileCount count;
    private final PbFile file;
    private final Words words;
    private final NumberFormat numbers;
    private final Svg svg;

    private OutcomeChart(FileCount count, Words words) {
        this.count = count;
        this.file = count.file();
        this.words = words;
        this.numbers = NumberFormat.getInstance(words.locale());
        numbers.setMaximumFractionDigits(Math.max(file.moneyScale(), file.pointsScale()));
        this.svg = new Svg(WIDTH, FIRST_ROW + ROW * file.projects().size() + 40, words.locale());
    }

    /** The picture as a file of its own, to be encoded as UTF-8. */
    static String of(FileCount count, Words words) {
        return new OutcomeChart(count, words).text();
    }

    private String text() {
        String name = file.meta().getOrDefault("description", "");
        String title = words.say("chart-title", name.isEmpty() ? file.name() : name);
        svg.describe(title, description());
        svg.text(LEFT, 38, Anchor.START, 20, "bold", INK, Svg.fitted(title, 20, RIGHT - LEFT));
        String rule = words.say("counted", count.rule().text()) + " · "
                + words.say("voters", number(file.election().voters(), 0));
        svg.text(LEFT, 64, Anchor.START, 13, "normal", FAINT, Svg.fitted(rule, 13, RIGHT - LEFT));
        String undecided = count.outcome().decided() ? "" : " · " + words.say("undecided");
        svg.text(LEFT, 100, Anchor.START, 14, "bold", INK, Svg.fitted(money() + undecided, 14, RIGHT - LEFT));
        moneyBar();
        legend();
        int y = FIRST_ROW;
        for (int option : rows()) {
            row(option, y);
            y += ROW;
        }
        return svg.end();
    }

    /** Winners in order of selection, then the others by their score. */
    private List<Integer> rows() {
        Stream<Integer> winners =
                count.ranking().stream().filter(option -> count.place(option).isPresent());
        Stream<Integer> others = count.ranking().stream()
                .filter(option -> count.place(option).isEmpty())
                .sorted(Comparator.comparingLong(this::score).reversed());
        return Stream.concat(winners, others).toList();
    }

    private String description() {
        String winners = rows().stream()
                .filter(option -> count.place(option).isPresent())
                .map(option -> Words.title(file.projects().get(option)))
                .collect(Collectors.joining("; "));
        return words.say(
                "chart-description",
                count.outcome().selected().size(),
                file.projects().size(),
                money(),
                winners.isEmpty() ? words.say("chart-nothing") : winners);
    }

    private String money() {
        String currency = file.meta().getOrDefault("currency", "");
        String budget = money(file.election().budget()) + (currency.isEmpty() ? "" : " " + currency);
        return words.say(
                "chart-money",
                budget,
                money(count.outcome().spent()),
                money(count.outcome().left()));
    }

    /** The winners side by side in order of selection; what is paid from elsewhere goes beyond the budget. */
    private void moneyBar() {
        long budget = file.election().budget();
        long cost = winners().mapToLong(PbProject::cost).sum();
        double unit = (RIGHT - LEFT) / (double) Math.max(1, Math.max(budget, cost));
        svg.rectangle(LEFT, MONEY_TOP, unit * budget, MONEY_HEIGHT, "#ffffff", EDGE);
        double x = LEFT;
        int place = 0;
        for (PbProject winner : winners().toList()) {
            place++;
            double width = unit * winner.cost();
            svg.beginGroup(Words.title(winner) + ": " + money(winner.cost()));
            svg.rectangle(x, MONEY_TOP, width, MONEY_HEIGHT, place % 2 == 1 ? DARK : DARK_OTHER, "#ffffff");
            if (width > 12 + 8 * Integer.toString(place).length()) {
                svg.text(x + width / 2, MONEY_TOP + 19, Anchor.MIDDLE, 12, "bold", "#ffffff", Integer.toString(place));
            }
            svg.endGroup();
            x += width;
        }
    }

    private void legend() {
        int y = FIRST_ROW - 30;
        svg.rectangle(LEFT, y - 11, 12, 12, DARK, DARK);
        svg.text(LEFT + 18, y, Anchor.START, 12, "normal", INK, words.say("chart-selected"));
        svg.rectangle(LEFT + 190, y - 11, 12, 12, PALE, EDGE);
        svg.text(LEFT + 208, y, Anchor.START, 12, "normal", INK, words.say("chart-not-selected"));
        svg.text(SCORES, y, Anchor.END, 12, "normal", FAINT, words.say("score"));
        svg.text(RIGHT, y, Anchor.END, 12, "normal", FAINT, words.say("cost"));
    }

    private void row(int option, int y) {
        PbProject project = file.projects().get(option);
        Optional<Integer> place = count.place(option);
        String weight = place.isPresent() ? "bold" : "normal";
        String ink = place.isPresent() ? INK : FAINT;
        String score = number(score(option), file.pointsScale());
        String state = words.say(place.isPresent() ? "chart-winner" : "chart-loser");
        svg.beginGroup(Words.title(project) + ": " + state + ", " + words.say("score") + " " + score + ", "
                + words.say("cost") + " " + money(project.cost()));
        svg.text(
                NAME - 10,
                y,
                Anchor.END,
                13,
                weight,
                ink,
                place.map(at -> at + ".").orElse("–"));
        svg.text(NAME, y, Anchor.START, 13, weight, ink, Svg.fitted(Words.title(project), 13, BARS - NAME - 12));
        double width = BARS_WIDTH * (Math.max(0, score(option)) / (double) Math.max(1, highest()));
        svg.rectangle(BARS, y - 13, width, 16, place.isPresent() ? DARK : PALE, place.isPresent() ? DARK : EDGE);
        svg.text(SCORES, y, Anchor.END, 13, weight, ink, score);
        svg.text(RIGHT, y, Anchor.END, 13, weight, ink, money(project.cost()));
        svg.endGroup();
    }

    private Stream<PbProject> winners() {
        return count.ranking().stream()
                .filter(option -> count.place(option).isPresent())
                .map(file.projects()::get);
    }

    private long highest() {
        return count.outcome().verdicts().stream()
                .mapToLong(verdict -> verdict.reason().score())
                .max()
                .orElse(0);
    }

    private long score(int option) {
        return count.outcome().verdicts().get(option).reason().score();
    }

    private String money(long minor) {
        return number(minor, file.moneyScale());
    }

    private String number(long minor, int scale) {
        return numbers.format(BigDecimal.valueOf(minor, scale));
    }
}
