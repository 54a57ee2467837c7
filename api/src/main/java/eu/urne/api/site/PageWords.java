package eu.urne.api.site;

import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Site;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.OptionVerdict;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says in the reader's language what the log says in ids. Templates know it as {@code words}. */
public final class PageWords {

    private final MessageSource texts;
    private final Figures figures;

    /** Words of these texts, with figures written so. */
    public PageWords(MessageSource texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** What an id of a category is called; the id itself in words where no text is known. */
    public String category(String id) {
        String words = id.replace('-', ' ');
        String named = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return String.valueOf(texts.getMessage("site.category." + id, null, named, LocaleContextHolder.getLocale()));
    }

    /** The name of a site of a budget. */
    public String site(BudgetTerms terms, String id) {
        return terms.site(id).map(Site::name).orElse(id);
    }

    /** Who handed an idea in; a person is never named. */
    public String author(BudgetTerms terms, Author author) {
        return switch (author) {
            case Author.Single person -> text("site.author.person");
            case Author.Group group ->
                text("site.author.group", figures.number(group.members()), site(terms, group.site()));
            case Author.Council council -> text("site.author.council", category(council.council()));
        };
    }

    /** How one votes, in a sentence. */
    public String kind(BallotKind kind) {
        return switch (kind) {
            case BallotKind.Favourite favourite -> text("site.kind.favourite");
            case BallotKind.Approval approval -> text("site.kind.approval", figures.number(approval.max()));
            case BallotKind.Knapsack knapsack -> text("site.kind.knapsack");
            case BallotKind.Points points ->
                text("site.kind.points", figures.number(points.maxTotal()), figures.number(points.maxPerOption()));
            case BallotKind.Ranking ranking -> text("site.kind.ranking", figures.number(ranking.max()));
            case BallotKind.Grades grades -> text("site.kind.grades", figures.number(grades.grades()));
            case BallotKind.Motion motion -> text("site.kind.motion");
        };
    }

    /** A score in words: votes where a ballot names options, points else. */
    public String score(BallotKind kind, long score) {
        boolean one = score == 1
                || (score == 0 && LocaleContextHolder.getLocale().getLanguage().equals("fr"));
        String unit = kind.namesASet() ? "site.votes" : "site.points";
        return text(unit + (one ? ".one" : ".many"), figures.number(score));
    }

    /**
     * Why an option won or lost, in a sentence.
     *
     * @param currency of the poll's money
     * @param fromRest whether the common rest of the budget pays it
     */
    public String verdict(BallotKind kind, OptionVerdict verdict, String currency, boolean fromRest) {
        String why = reason(kind, verdict, currency);
        return fromRest ? why + " " + text("site.verdict.from-rest") : why;
    }

    private String reason(BallotKind kind, OptionVerdict verdict, String currency) {
        String score = score(kind, verdict.score());
        return switch (verdict) {
            case OptionVerdict.Selected won ->
                text(
                        won.round() == 1 ? "site.verdict.first" : "site.verdict.selected",
                        score,
                        figures.number(won.round()),
                        figures.money(won.left(), currency));
            case OptionVerdict.Reserve won ->
                text("site.verdict.reserve", score, figures.money(won.reserve(), currency));
            case OptionVerdict.Unaffordable lost ->
                text("site.verdict.unaffordable", score, figures.money(lost.left(), currency));
            case OptionVerdict.Stopped lost -> text("site.verdict.stopped", score);
            case OptionVerdict.BelowThreshold lost -> text("site.verdict.below", score, score(kind, lost.threshold()));
            case OptionVerdict.Excluded lost -> text("site.verdict.excluded", score);
            case OptionVerdict.Unsupported lost -> text("site.verdict.unsupported");
            case OptionVerdict.Unpaid lost -> text("site.verdict.unpaid", score);
            case OptionVerdict.Outvoted lost -> text("site.verdict.outvoted", score, score(kind, lost.needed()));
            case OptionVerdict.Outranked lost -> text("site.verdict.outranked", figures.number(lost.rank()));
            case OptionVerdict.Carried won ->
                text("site.verdict.carried", figures.number(won.score()), figures.number(won.against()));
            case OptionVerdict.Lost lost ->
                text(
                        lost.quorum() ? "site.verdict.lost" : "site.verdict.no-quorum",
                        figures.number(lost.score()),
                        figures.number(lost.against()));
        };
    }
}
