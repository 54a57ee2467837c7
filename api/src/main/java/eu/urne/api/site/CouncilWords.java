package eu.urne.api.site;

import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.Procedure;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Shortage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says of councils in the reader's language what the log says in ids. Templates know it as {@code councilWords}. */
public final class CouncilWords {

    private static final Pattern BAND = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|\\+)");

    private final MessageSource texts;
    private final Figures figures;
    private final CouncilMoments moments;

    /** Words of these texts, with figures and moments written so. */
    CouncilWords(MessageSource texts, Figures figures, CouncilMoments moments) {
        this.texts = texts;
        this.figures = figures;
        this.moments = moments;
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** The text of an id; the id itself in words where none is known. */
    private String named(String key, String id) {
        String words = id.replace('-', ' ');
        String named = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return String.valueOf(texts.getMessage(key + id, null, named, LocaleContextHolder.getLocale()));
    }

    /** The kind of councils with that id. */
    public String kind(String id) {
        return named("councils.kind.", id);
    }

    /** What an attribute of candidates is called. */
    public String attribute(String id) {
        return named("councils.attribute.", id);
    }

    /** A value of an attribute: a band of ages in words, or a name. */
    public String value(Attribute attribute, String value) {
        Matcher band = BAND.matcher(value);
        if (attribute.of() != Attribute.Source.AGE || !band.matches()) {
            return named("councils.value.", value);
        }
        return band.group(2) == null
                ? text("councils.years.from", band.group(1))
                : text("councils.years", band.group(1), band.group(2));
    }

    /** What a pool tells of a candidate, in one line; "" where it tells nothing. */
    public String values(DrawTerms terms, Map<String, String> values) {
        return terms.attributes().stream()
                .filter(attribute -> values.containsKey(attribute.id()))
                .map(attribute -> attribute(attribute.id()) + " – " + value(attribute, values.get(attribute.id())))
                .collect(Collectors.joining(", "));
    }

    /**
     * Candidates with these values.
     *
     * @param attributes ids of attributes of the terms
     * @param values one of each; empty for all candidates
     */
    public String group(DrawTerms terms, List<String> attributes, List<String> values) {
        return values.isEmpty()
                ? text("councils.everybody")
                : IntStream.range(0, values.size())
                        .mapToObj(i -> value(attribute(terms, attributes.get(i)), values.get(i)))
                        .collect(Collectors.joining(" · "));
    }

    private static Attribute attribute(DrawTerms terms, String id) {
        return terms.attributes().stream()
                .filter(attribute -> attribute.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** How many seats are held. */
    public String held(int held, int seats) {
        return count("councils.held", held, figures.number(seats));
    }

    /** What a council is, in a sentence. */
    public String summary(CouncilTerms terms) {
        String key =
                switch (terms.members()) {
                    case PERSONS -> "councils.summary.persons";
                    case ORGANISATIONS -> "councils.summary.organisations";
                };
        return text(key, figures.number(terms.seats()), count("councils.month", terms.termMonths()));
    }

    /** The chance of each candidate of a cell. */
    public String chance(DrawGroup group) {
        int candidates = group.candidates() == null ? 0 : group.candidates();
        if (candidates == 0) {
            return text("councils.chance.none");
        }
        if (group.isShort()) {
            return text("councils.chance.all");
        }
        String percent = figures.percent(group.most(), candidates);
        return group.more() ? text("councils.chance.least", percent) : percent;
    }

    /** What becomes of seats for which a cell has nobody. */
    public String shortage(DrawTerms terms) {
        return terms.composition() instanceof Composition.Strata strata
                ? switch (strata.shortage()) {
                    case Shortage.Empty empty -> text("councils.short.empty");
                    case Shortage.All all -> text("councils.short.all");
                    case Shortage.Cells(List<Integer> cells) ->
                        text(
                                "councils.short.cells",
                                cells.stream()
                                        .map(cell -> group(
                                                terms,
                                                strata.by(),
                                                strata.cells().get(cell).values()))
                                        .collect(Collectors.joining(", ")));
                }
                : "";
    }

    /** So many, with the key's words for one and for many. */
    public String count(String key, long number) {
        return count(key, number, new String[0]);
    }

    private String count(String key, long number, String... others) {
        boolean french = LocaleContextHolder.getLocale().getLanguage().equals(Locale.FRENCH.getLanguage());
        boolean one = number == 1 || (number == 0 && french);
        Stream<String> numbers = Stream.concat(Stream.of(figures.number(number)), Stream.of(others));
        return text(key + (one ? ".one" : ".many"), numbers.toArray());
    }

    /** So many days before. */
    public String notice(long days) {
        return count("councils.notice", days);
    }

    /** What happened to a seat between its terms; empty for what is told elsewhere. */
    Optional<String> change(CouncilEvent event) {
        return switch (event) {
            case CouncilEvent.SeatVacated vacated ->
                Optional.of(text(
                        "councils.vacated",
                        vacated.seat(),
                        figures.day(vacated.day()),
                        text("councils.vacancy." + vacated.reason().name())));
            case CouncilEvent.SeatFilled filled ->
                Optional.of(text("councils.filled", filled.seat(), figures.day(filled.day()), filled.candidate()));
            case CouncilEvent.CouncilEstablished other -> Optional.empty();
            case CouncilEvent.CouncilRevised other -> Optional.empty();
            case CouncilEvent.SeatsOffered other -> Optional.empty();
            case CouncilEvent.OfferWithdrawn other -> Optional.empty();
            case CouncilEvent.SeatsTaken other -> Optional.empty();
        };
    }

    /** Numbers one after another, such as 3, 14, 15. */
    public String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** A day with its name. */
    public String day(LocalDate day) {
        return moments.day(day);
    }

    /** A time of the day. */
    public String time(LocalTime time) {
        return moments.time(time);
    }

    /** Day and time of a moment, milliseconds since the epoch. */
    public String moment(long ms) {
        return moments.moment(ms);
    }

    /** How long it takes until a moment; empty where it is over. */
    public String until(long ms, long nowMs) {
        return moments.until(ms, nowMs);
    }

    /** A majority in a sentence. */
    public String majority(Majority majority) {
        return text("councils.majority." + majority.name().toLowerCase(Locale.ROOT));
    }

    /** What a procedure says, in sentences. */
    public List<String> rules(CouncilTerms terms) {
        Procedure rules = terms.procedure();
        List<String> told = new ArrayList<>();
        told.add(rules.notice() == 0 ? text("councils.rule.no-notice") : count("councils.rule.notice", rules.notice()));
        told.add(
                rules.quorum().share() == 0
                        ? text("councils.rule.no-quorum")
                        : count(
                                "councils.rule.quorum",
                                rules.quorum().share(),
                                figures.number(rules.quorum().of()),
                                figures.number(rules.quorum().needed(terms.seats())),
                                figures.number(terms.seats())));
        told.add(majority(rules.majority()));
        if (rules.majority() == Majority.SIMPLE) {
            told.add(text(rules.casting() ? "councils.rule.casting" : "councils.rule.no-casting"));
        }
        told.add(
                rules.proxies() == 0
                        ? text("councils.rule.no-proxies")
                        : count("councils.rule.proxies", rules.proxies()));
        told.add(text("councils.agenda." + rules.agenda().name().toLowerCase(Locale.ROOT)));
        told.add(text(rules.remote() ? "councils.rule.remote" : "councils.rule.no-remote"));
        if (rules.absences() > 0) {
            told.add(count("councils.rule.absences", rules.absences()));
        }
        return told;
    }

    /** Who may stand, as what follows a colon. */
    public String who(EligibilityRule rule) {
        return switch (rule) {
            case EligibilityRule.AgeBetween age ->
                age.to() == null
                        ? text("councils.who.age-from", age.from(), figures.day(age.on()))
                        : text("councils.who.age", age.from(), age.to(), figures.day(age.on()));
            case EligibilityRule.ResidesIn(List<String> places) -> text("councils.who.resides", among(places));
            case EligibilityRule.StudiesIn(List<String> places) -> text("councils.who.studies", among(places));
            case EligibilityRule.AttendsSite(List<String> sites) -> text("councils.who.site", among(sites));
            case EligibilityRule.MemberOf(List<String> groups) -> text("councils.who.group", among(groups));
            case EligibilityRule.AllOf(List<EligibilityRule> rules) -> joined(rules, "councils.who.and");
            case EligibilityRule.AnyOf(List<EligibilityRule> rules) -> joined(rules, "councils.who.or");
        };
    }

    private static String among(List<String> names) {
        return String.join(", ", names);
    }

    private String joined(List<EligibilityRule> rules, String key) {
        return rules.stream()
                .map(rule -> rule.depth() > 1 ? "(" + who(rule) + ")" : who(rule))
                .collect(Collectors.joining(" " + text(key) + " "));
    }

    /** What a source of randomness is, in a sentence. */
    public String source(PublicRandomness source) {
        return switch (source) {
            case PublicRandomness.Drand drand -> text("councils.source.drand", String.valueOf(drand.round()));
            case PublicRandomness.Lottery lottery ->
                text(
                        "councils.source.lottery",
                        lottery.groups().stream()
                                .map(group -> text("councils.source.group", group.count(), group.least(), group.most()))
                                .collect(Collectors.joining(" + ")));
            case PublicRandomness.Dice dice -> text("councils.source.dice", dice.dice(), dice.sides());
        };
    }
}
