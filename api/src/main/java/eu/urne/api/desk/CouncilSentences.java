package eu.urne.api.desk;

import java.util.function.BiConsumer;

/** What sentences about councils and draws look like, and the end of their keys. */
final class CouncilSentences {

    private CouncilSentences() {}

    /** Tells all, in the order in which they are tried. */
    static void tell(BiConsumer<String, String> know) {
        know.accept("there is no council \\S+", "no-council");
        know.accept("(?:council|draw|meeting|motion|role|item): the id \".*\" must be .*", "council-id");
        know.accept("council: \\S+ is established otherwise", "council-taken");
        know.accept("(?:kind|district): the id \".*\" must be .*", "council-kind");
        know.accept("casting: the chair's vote decides with .*", "council-casting");
        know.accept("the council \\S+ is not revised while .*", "council-drawn");
        know.accept("seats: (\\d+) are taken, \\d+ is less", "council-taken-seats");
        know.accept("seat: nobody has held .*|seat: the seat \\d+ .*(?:not vacated|not vacant)", "seat-held");
        know.accept("seat: the seat (\\d+) was vacated .*", "seat-vacated");
        know.accept("seat: nobody is left .*", "seat-nobody");
        know.accept("day: the seat (\\d+) is held from (\\S+) to the day before (\\S+), .*", "seat-day");
        know.accept("day: the seat (\\d+) is vacant from (\\S+) to the day before (\\S+); .*", "seat-day");
        know.accept("candidate: .*", "seat-candidate");
        know.accept("role: all (\\d+) places .*", "role-full");
        know.accept("role: .*", "role-state");
        draws(know);
    }

    private static void draws(BiConsumer<String, String> know) {
        know.accept("draw: there is no draw \\S+", "no-draw");
        know.accept("draw: there is a draw \\S+ already", "draw-taken");
        know.accept("seats: on (\\S+) the council \\S+ has (-?\\d+) free seats, not (\\d+)", "draw-free");
        know.accept("until: a term .*", "draw-until");
        know.accept("attributes: .*", "draw-attributes");
        know.accept("composition: the cells have (\\d+) seats together, not (\\d+)", "draw-sum");
        know.accept("quotas: no panel of (\\d+) .* meets (?:the quota|these quotas together:) (.*)", "quotas-conflict");
        know.accept("quotas: neither .*", "quotas-unsettled");
        know.accept("seats: from 1 to (\\d+), not \\d+", "quotas-seats");
        know.accept("composition: tell at least one quota", "draw-quota");
        know.accept("composition: at most (\\d+) cells .*", "draw-many");
        know.accept("composition: .*", "draw-cells");
        know.accept("draw: (?:the candidacies .* are closed|nobody can stand .*)", "draw-closed");
        know.accept("draw: \\S+ (?:has|waits|is drawn|was called) .*", "draw-state");
        know.accept("groups: say of .*", "draw-groups");
        know.accept("consentBelow: organisations .*", "draw-consent");
        know.accept("person: nobody has to consent .*", "no-consent-needed");
        know.accept("person: .*does not stand for .*", "stands-not");
        know.accept("sources: choose one at least", "sources-none");
        know.accept("sources: the value of \"(.*)\" could .*", "sources-late");
        know.accept("randomness: the sources have only .*", "sources-few");
        know.accept("\\S+: say in words which event it is", "source-name");
        know.accept("\\S+: a time such as 18:30", "source-time");
        know.accept("lotteryGroups: .*", "source-groups");
        know.accept("values: the randomness cannot be known yet", "values-early");
        know.accept("values: .*", "values-form");
    }
}
