package eu.urne.api.desk;

import eu.urne.engine.Engine;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.projections.OutcomeView;
import eu.urne.projections.Views;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The outcome for everybody in the room: on the wall, or printed. */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY, Role.TRUSTEE})
public final class RoomPage {

    private static final int BAR = 1_000;

    /**
     * An option.
     *
     * @param cost with its currency; empty where nothing is spent
     * @param why in a sentence
     * @param from where its part of the money bar begins, of 1,000
     * @param width of that part; 0 for what is not selected
     */
    public record Line(String title, String cost, long score, boolean won, String why, long from, long width) {}

    private final PollAccess access;
    private final Engine engine;
    private final Views views;
    private final DeskTexts texts;

    /** Outcomes of these views. */
    public RoomPage(PollAccess access, Engine engine, Views views, DeskTexts texts) {
        this.access = access;
        this.engine = engine;
        this.views = views;
        this.texts = texts;
    }

    /** The outcome, or how many have voted until there is one. */
    @GetMapping("/desk/polls/{id}/room")
    ModelAndView room(@PathVariable PollId id, DeskUser user, Locale locale) {
        PollAccess.Poll poll = access.poll(id, user);
        Optional<OutcomeView> outcome = views.polls().outcome(id);
        Map<String, Object> model = new HashMap<>(Map.of(
                "poll", poll,
                "turnout", views.polls().turnout(id).orElseThrow(),
                "counts", engine.polls().reconciliation(id).orElseThrow(),
                "declared", outcome.isPresent()));
        outcome.ifPresent(declared -> {
            model.put("outcome", declared.outcome());
            model.put("lines", lines(poll, declared, locale));
            model.put("left", money(poll, declared.outcome().left(), locale));
        });
        return new ModelAndView("desk/room", model);
    }

    private List<Line> lines(PollAccess.Poll poll, OutcomeView outcome, Locale locale) {
        Map<String, PollOption> options =
                poll.definition().options().stream().collect(Collectors.toMap(PollOption::id, Function.identity()));
        long total = Math.max(
                1, Math.max(poll.terms().budgetCents(), outcome.outcome().spent()));
        List<String> selected = outcome.outcome().selected();
        return outcome.scores().stream()
                .sorted(Comparator.comparing((OptionVerdict verdict) -> place(selected, verdict.id()))
                        .thenComparing(
                                Comparator.comparingLong(OptionVerdict::score).reversed()))
                .map(verdict -> line(poll, options, verdict, selected, total, locale))
                .toList();
    }

    private static int place(List<String> selected, String option) {
        int place = selected.indexOf(option);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private Line line(
            PollAccess.Poll poll,
            Map<String, PollOption> options,
            OptionVerdict verdict,
            List<String> selected,
            long totalCents,
            Locale locale) {
        PollOption option = options.get(verdict.id());
        int place = selected.indexOf(verdict.id());
        long before = selected.stream()
                .limit(Math.max(0, place))
                .mapToLong(id -> options.get(id).cost())
                .sum();
        return new Line(
                option.title(),
                money(poll, option.cost(), locale),
                verdict.score(),
                place >= 0,
                why(poll, options, verdict, locale),
                place < 0 ? 0 : BAR * before / totalCents,
                place < 0 ? 0 : BAR * option.cost() / totalCents);
    }

    private String why(PollAccess.Poll poll, Map<String, PollOption> options, OptionVerdict verdict, Locale locale) {
        return switch (verdict) {
            case OptionVerdict.Selected won -> say("selected", won.round());
            case OptionVerdict.Reserve won -> say("reserve", won.round(), money(poll, won.reserve(), locale));
            case OptionVerdict.Unaffordable lost -> say("unaffordable", money(poll, lost.left(), locale));
            case OptionVerdict.Stopped lost -> say("stopped");
            case OptionVerdict.BelowThreshold lost -> say("below-threshold", lost.threshold());
            case OptionVerdict.Excluded lost ->
                say("excluded", options.get(lost.by()).title());
            case OptionVerdict.Unsupported lost -> say("unsupported");
            case OptionVerdict.Unpaid lost -> say("unpaid");
            case OptionVerdict.Outvoted lost -> say("outvoted", lost.needed());
            case OptionVerdict.Outranked lost -> say("outranked", lost.rank());
            case OptionVerdict.Carried won -> say("carried", won.score(), won.against(), won.abstained());
            case OptionVerdict.Lost lost -> say("lost", lost.score(), lost.against(), lost.abstained());
        };
    }

    private String say(String verdict, Object... arguments) {
        return texts.text("desk.verdict." + verdict, arguments);
    }

    private static String money(PollAccess.Poll poll, long cents, Locale locale) {
        var budget = poll.terms().budget();
        if (budget == null) {
            return "";
        }
        NumberFormat format =
                NumberFormat.getCurrencyInstance(locale.getLanguage().equals("en") ? Locale.UK : Locale.FRANCE);
        format.setCurrency(Currency.getInstance(budget.currency()));
        format.setMinimumFractionDigits(cents % 100 == 0 ? 0 : 2);
        return format.format(cents / 100.0);
    }
}
