package eu.urne.audit.record;

import eu.urne.audit.PollFacts;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Outcome;
import eu.urne.audit.tally.Tie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The section of a record that says what was decided and why. */
final class OutcomeSection {
    private static final int MAX_TITLE = 4_000;

    private final Markup page;
    private final Words words;
    private final Wording wording;
    private final PollFacts facts;
    private final Map<String, String> titles = new HashMap<>();

    /** An option and what became of it. */
    private record Row(Option option, OptionResult result, int rank) {}

    OutcomeSection(Markup page, Words words, Wording wording, PollFacts facts) {
        this.page = page;
        this.words = words;
        this.wording = wording;
        this.facts = facts;
        facts.options().forEach(option -> titles.put(option.id(), option.title()));
    }

    void write() {
        page.leaf("h2", words.say("outcome"));
        page.leaf("p", words.say("state." + facts.report().state().name()));
        switch (facts.recount()) {
            case Outcome.Decided decided -> decided(decided);
            case Outcome.Undecided undecided ->
                page.leaf(
                        "p",
                        words.say("outcome.undecided", named(undecided.tie().options())),
                        "class",
                        "lead");
            case null -> options();
        }
    }

    private void decided(Outcome.Decided decided) {
        String selected = words.number(decided.selected().size());
        String all = words.number(facts.options().size());
        page.leaf("p", words.say("outcome.selected", selected, all), "class", "lead");
        if (facts.definition().budget() != null) {
            String spent = wording.money(decided.spent());
            page.leaf("p", words.say("outcome.money", spent, wording.money(decided.left())));
        }
        table("outcome.caption", "result", () -> rows(decided).forEach(this::row));
        ties(decided.ties());
    }

    /** The selected options in the order of selection, then the others by score, the highest first. */
    private List<Row> rows(Outcome.Decided decided) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < facts.options().size(); i++) {
            Option option = facts.options().get(i);
            int place = decided.selected().indexOf(option.id());
            rows.add(new Row(option, decided.results().get(i), place < 0 ? Integer.MAX_VALUE : place));
        }
        rows.sort(Comparator.comparingInt(Row::rank)
                .thenComparing(row -> row.result().score(), Comparator.reverseOrder()));
        return rows;
    }

    private void row(Row row) {
        boolean selected = row.rank() < Integer.MAX_VALUE;
        page.open("tr", "class", selected ? "selected" : "other");
        option(row.option());
        page.leaf("td", words.number(row.result().score()), "class", "number");
        page.leaf("td", wording.verdict(row.result().verdict())).close();
    }

    private void option(Option option) {
        page.leaf("td", StrictText.printable(option.id(), MAX_TITLE));
        page.leaf("th", option.title(), "scope", "row");
        page.leaf("td", wording.money(option.cost()), "class", "number");
    }

    /** Before anything is counted: what there is to choose. */
    private void options() {
        table("options.caption", "", () -> facts.options().forEach(option -> {
            page.open("tr");
            option(option);
            page.close();
        }));
    }

    private void table(String caption, String result, Runnable rows) {
        page.open("table", "class", "options")
                .leaf("caption", words.say(caption))
                .open("thead")
                .open("tr");
        page.leaf("th", words.say("option.id"), "scope", "col", "class", "id");
        page.leaf("th", words.say("option"), "scope", "col");
        page.leaf("th", words.say("cost"), "scope", "col", "class", "number cost");
        if (!result.isEmpty()) {
            String score = wording.score(facts.definition().kind());
            page.leaf("th", score, "scope", "col", "class", "number score");
            page.leaf("th", words.say(result), "scope", "col", "class", "result");
        }
        page.close().close().open("tbody");
        rows.run();
        page.close().close();
    }

    private void ties(List<Tie> ties) {
        if (ties.isEmpty()) {
            page.leaf("p", words.say("ties.none"));
            return;
        }
        page.leaf("p", words.say("ties")).open("ul");
        for (Tie tie : ties) {
            page.leaf("li", words.say("ties.one", words.number(tie.score()), named(tie.options())));
        }
        page.close();
    }

    private String named(List<String> ids) {
        return String.join(
                ", ",
                ids.stream()
                        .map(id -> words.say("option.named", titles.getOrDefault(id, ""), id))
                        .toList());
    }
}
