package eu.urne.api.desk;

import java.util.function.BiConsumer;

/** What sentences about councils, draws and meetings look like, and the end of their keys. */
final class CouncilSentences {

    private CouncilSentences() {}

    /** Tells all, in the order in which they are tried. */
    static void tell(BiConsumer<String, String> know) {
        know.accept("there is no council \\S+", "no-council");
        know.accept("(?:council|draw|meeting|motion|role|item): the id \".*\" must be .*", "council-id");
        know.accept("council: \\S+ is established otherwise", "council-taken");
        know.accept("(?:kind|district): the id \".*\" must be .*", "council-kind");
        know.accept("casting: the chair's vote decides with .*", "council-casting");
        know.accept("reason: .* 1 to 500 characters.*", "council-reason");
        know.accept("the council \\S+ is not revised while .*", "council-drawn");
        know.accept("seats: (\\d+) are taken, \\d+ is less", "council-taken-seats");
    }
}
