package eu.urne.audit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.Finding;
import eu.urne.audit.PollFacts;
import eu.urne.audit.PollReport;
import eu.urne.audit.Report;
import eu.urne.audit.TabletFigures;
import eu.urne.audit.event.Definition;
import eu.urne.audit.event.RegisterFigures;
import eu.urne.audit.json.StrictText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of a record. Each method writes one of its sections. */
final class RecordPage {
    private static final int MAX_TEXT = 20_000;
    private static final int SHOWN_FINDINGS = 50;

    private final Report report;
    private final PollFacts facts;
    private final PollReport poll;
    private final Definition definition;
    private final String checkpointNote;
    private final Words words;
    private final Wording wording;
    private final Markup page = new Markup();

    RecordPage(Report report, PollFacts facts, String checkpointNote, Language language) {
        this.report = report;
        this.facts = facts;
        this.poll = facts.report();
        this.definition = facts.definition();
        this.checkpointNote = checkpointNote;
        this.words = new Words(language);
        Definition.Budget budget = definition.budget();
        this.wording = new Wording(words, budget == null ? null : budget.currency());
    }

    String html() {
        String title = printable(definition.title());
        page.open("html", "lang", words.language().code());
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.leaf("title", words.say("title", title)).leaf("style", css()).close();
        page.open("body").open("main");
        page.leaf("p", words.say("kicker"), "class", "under").leaf("h1", title);
        page.leaf("p", words.say("made-from", poll.poll(), report.origin()), "class", "under");
        verdict();
        new OutcomeSection(page, words, wording, facts).write();
        ballots();
        definition();
        evidence();
        limits();
        yourself();
        page.close().close();
        return page.close().end();
    }

    private void verdict() {
        if (report.verified()) {
            page.open("div", "class", "verified");
            boolean counted = poll.state() == PollReport.State.DECLARED;
            String key = report.keyGiven() ? "" : " " + words.say("verified.key");
            page.leaf("p", words.say(counted ? "verified" : "verified.so-far") + key)
                    .close();
            return;
        }
        page.open("div", "class", "wrong", "role", "alert");
        page.leaf("p", words.say("wrong", words.number(report.findingCount())), "class", "lead");
        page.open("ul");
        report.findings().stream()
                .limit(SHOWN_FINDINGS)
                .map(Finding::sentence)
                .forEach(sentence -> page.leaf("li", sentence, "lang", "en"));
        page.close();
        if (report.findingCount() > SHOWN_FINDINGS) {
            page.leaf("p", words.say("wrong.more", words.number(report.findingCount() - SHOWN_FINDINGS)));
        }
        page.close();
    }

    private void ballots() {
        page.leaf("h2", words.say("ballots"));
        pairs("ballots.caption");
        RegisterFigures register = facts.register();
        if (register != null) {
            number("admitted", register.admitted());
        }
        number("cards", poll.cards());
        if (register != null) {
            number("handed-out", register.handedOut());
            number("void", register.voided());
        }
        long voters = poll.cast() - poll.superseded();
        if (register != null && register.handedOut() > 0) {
            String share = words.percent(voters, register.handedOut());
            pair("voters", words.say("voters.share", words.number(voters), share));
        } else {
            number("voters", voters);
        }
        number("cast", poll.cast());
        number("superseded", poll.superseded());
        tablets(facts.tablets());
        PollReport.Opened opened = poll.opened();
        if (opened == null) {
            pair("sealed-ballots", words.say("sealed-ballots.yes"));
        } else {
            number("null", opened.nulls());
            number("blank", opened.blank());
            number("counted", opened.counted());
        }
        endPairs();
    }

    private void tablets(TabletFigures tablets) {
        if (tablets.enrolled() > 0) {
            number("tablets", tablets.enrolled());
        }
        tablets.writtenOff().forEach(reasons -> pair("written-off", reasons));
    }

    private void definition() {
        page.leaf("h2", words.say("definition"));
        pairs("definition.caption");
        pair("eligibility", printable(definition.eligibility()));
        pair("voting", wording.kind(definition.kind()));
        pair("revote", words.say(definition.revote() ? "revote.yes" : "revote.no"));
        Definition.Budget budget = definition.budget();
        pair("budget", budget == null ? words.say("budget.none") : wording.money(budget.cents()));
        pair("rule", String.join(" ", wording.rule(definition.rule())));
        pair("tie-break", wording.tieBreak(definition.tieBreak()));
        time("opened-at", facts.openedAt());
        time("closed-at", facts.closedAt());
        time("declared-at", facts.declaredAt());
        String revealed = poll.opened() == null ? "" : " " + words.say("trustees.revealed");
        pair("trustees", words.say("trustees.engine") + revealed);
        mono("definition-hash", facts.hash().hex());
        endPairs();
    }

    private void evidence() {
        page.leaf("h2", words.say("evidence"));
        pairs("evidence.caption");
        mono("origin", report.origin());
        mono("key", report.key());
        pair("key-from", words.say(report.keyGiven() ? "key-from.outside" : "key-from.evidence"));
        if (!report.cosigned().isEmpty()) {
            pair("cosigned", String.join(", ", report.cosigned()));
        }
        number("log-size", report.size());
        mono("log-root", report.root());
        var seal = facts.seal();
        if (seal != null) {
            number("seal-count", seal.count());
            mono("seal-root", seal.root().hex());
        }
        pair("verifier", version());
        endPairs();
        if (!checkpointNote.isEmpty()) {
            page.open("div", "class", "qr").leaf("p", words.say("checkpoint"));
            page.empty("img", "src", QrCode.dataUri(checkpointNote), "alt", words.say("checkpoint.alt"));
            page.leaf("pre", checkpointNote).close();
        }
    }

    private static String version() {
        @Nullable String version = RecordPage.class.getPackage().getImplementationVersion();
        return "urne audit " + (version == null ? "(unreleased)" : version);
    }

    private void limits() {
        page.leaf("h2", words.say("limits")).open("ul");
        page.leaf("li", words.say("limits.register"));
        page.leaf("li", words.say("limits.tablet"));
        page.leaf("li", words.say("limits.history"));
        if (report.isOfPart()) {
            page.leaf("li", words.say("limits.seal"));
            page.leaf("li", words.say("limits.rest"));
        }
        page.close();
    }

    private void yourself() {
        page.leaf("h2", words.say("yourself")).leaf("p", words.say("yourself.how"));
        page.leaf(
                "pre",
                "urne audit verify " + words.say("yourself.file") + " --vkey " + report.key() + "\n"
                        + "urne audit record " + words.say("yourself.file") + " --poll " + poll.poll() + " --lang "
                        + words.language().code() + " --html record.html");
        page.leaf("p", words.say("yourself.card"));
    }

    private void pairs(String caption) {
        page.open("table", "class", "pairs").leaf("caption", words.say(caption)).open("tbody");
    }

    private void endPairs() {
        page.close().close();
    }

    private void pair(String key, String value) {
        page.open("tr")
                .leaf("th", words.say(key), "scope", "row")
                .leaf("td", value)
                .close();
    }

    private void mono(String key, String value) {
        page.open("tr").leaf("th", words.say(key), "scope", "row");
        page.leaf("td", value, "class", "mono").close();
    }

    private void number(String key, long value) {
        pair(key, words.number(value));
    }

    private void time(String key, Optional<Long> at) {
        at.ifPresent(time -> pair(key, words.time(time)));
    }

    private static String printable(String text) {
        return StrictText.printable(text, MAX_TEXT);
    }

    private static String css() {
        try (InputStream css = RecordPage.class.getResourceAsStream("record.css")) {
            if (css == null) {
                throw new IllegalStateException("record.css is not on the class path");
            }
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
