package eu.urne.api.desk;

import java.util.function.BiConsumer;

/** What sentences about questionnaires and gatherings look like, and the end of their keys. */
final class ConsultSentences {

    private ConsultSentences() {}

    /** Tells all, in the order in which they are tried; before those of other parts, which fit some of them too. */
    static void tell(BiConsumer<String, String> know) {
        know.accept("(?:questionnaire: )?there is no questionnaire \\S+", "no-inquiry");
        know.accept("questionnaire: there is a questionnaire \\S+ already", "inquiry-taken");
        know.accept("questionnaire: \\S+ is closed", "inquiry-closed");
        know.accept("questionnaire: \\S+ is not open yet", "inquiry-early");
        know.accept("questionnaire: the results of \\S+ are not published yet", "inquiry-untold");
        know.accept(
                "questionnaire: \\S+ (?:was withdrawn|is open|is closed, .*|has its results already)", "inquiry-at");
        know.accept("codes: this questionnaire is open to all, .*", "inquiry-no-codes");
        know.accept("codes: 1 to (\\d+) are (?:made|issued) at once.*", "inquiry-codes");
        know.accept("closes: the moment at which it closes is past", "inquiry-past");
        know.accept("reason: before the moment told to all, .*", "inquiry-why");
        know.accept("reason must have 1 to 500 characters", "reason");
        know.accept("finding: there is a finding (\\S+) already; .*", "finding-taken");
        know.accept("finding: there is no finding (\\S+)", "no-finding");
        know.accept("finding: at most (\\d+) are possible", "finding-most");
        know.accept("finding: the id \"(.*)\" must be .*", "inquiry-id");
        know.accept("answers: (\\d+) that the log knows are not in consult\\.db, or changed", "answers-lost");
        terms(know);
        sheets(know);
        gatherings(know);
    }

    private static void terms(BiConsumer<String, String> know) {
        know.accept("terms: the text does not say a questionnaire, line (\\d+)", "terms-at");
        know.accept("terms: the text does not say a questionnaire", "terms-none");
        know.accept("terms: (.+) must be one line of 1 to 200 characters", "terms-line");
        know.accept("terms: text must have 1 to 4000 characters", "gathering-text");
        know.accept("terms: language: .*", "terms-language");
        know.accept("terms: least: must be from (\\d+) to (\\d+), .*", "terms-least");
        know.accept("terms: closes: .*", "terms-closes");
        know.accept("terms: questions: 1 to (\\d+) are possible.*", "terms-questions");
        know.accept("terms: questions: there are two with the id (\\S+)", "terms-twice");
        know.accept("terms: questions: at most (\\d+) options .*", "terms-options");
        know.accept("terms: questions: they are too long together.*", "terms-long");
        know.accept("terms: question: of (\\S+) (.+) must be from (-?\\d+) to (-?\\d+), not (-?\\d+)", "terms-range");
        know.accept("terms: question: (\\S+) has the option (\\S+) twice", "terms-option-twice");
        know.accept("terms: \\w+: the id \"(.*)\" must be .*", "inquiry-id");
    }

    private static void sheets(BiConsumer<String, String> know) {
        know.accept("sheet: its number has .*", "sheet-number");
        know.accept("sheet: two persons have read different things; .*", "sheet-differs");
        know.accept("paper: this questionnaire has no sheets of paper", "inquiry-no-paper");
        know.accept("code: it has 12 characters .*", "inquiry-code");
        know.accept("code: it is not one of this questionnaire", "inquiry-code-other");
        know.accept("code: this questionnaire is answered with a code", "inquiry-code-needed");
        know.accept("code: it has been used already|answers: this form or code was used .*", "inquiry-used");
        know.accept("question (\\S+): .*", "sheet-question");
        know.accept("answers: not one question is answered", "sheet-empty");
    }

    private static void gatherings(BiConsumer<String, String> know) {
        know.accept("(?:gathering: )?there is no gathering \\S+", "no-gathering");
        know.accept("gathering: there is a gathering \\S+ already", "gathering-taken");
        know.accept("gathering: the figures of \\S+ are published already", "gathering-told");
        know.accept("gathering: \\S+ (?:has taken place|is over)", "gathering-over");
        know.accept("gathering: \\S+ was called off", "gathering-off");
        know.accept("questionnaire: the gathering is evaluated by (\\S+) already", "gathering-evaluated");
        know.accept("site: the gathering has no such site", "gathering-site");
        know.accept("age: the gathering has no such age band", "gathering-age");
        know.accept("persons: from 1 to (\\d+) come at once", "gathering-persons");
        know.accept("persons: so many are not checked in there", "gathering-back");
        know.accept("until: it ends at a minute behind .*", "gathering-until");
        know.accept("sites: at most (\\d+) are possible, none of them twice", "gathering-sites");
        know.accept("sites: one place in a line, .*", "gathering-site-title");
        know.accept("ages: .*", "gathering-ages");
        know.accept("(?:gathering|questionnaire): the id \"(.*)\" must be .*", "inquiry-id");
        know.accept("text must have 1 to 4000 characters", "gathering-text");
    }
}
