package eu.urne.api.open;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;

/** The options of a poll and what became of them, as CSV. */
final class PollCsv {

    private PollCsv() {}

    static void write(OpenedPoll poll, Writer out) {
        SafeCsv csv = new SafeCsv(out);
        csv.header("poll", "option", "title", "cost", "currency", "votes", "score", "selected", "place", "verdict");
        PollTerms terms = poll.definition().terms();
        List<Long> votes = poll.votes();
        List<PollOption> options = poll.definition().options();
        for (int i = 0; i < options.size(); i++) {
            OptionVerdict verdict = poll.scores().get(i);
            int place = poll.outcome().selected().indexOf(verdict.id()) + 1;
            SafeCsv.Row row = csv.row()
                    .text(terms.poll().value())
                    .text(options.get(i).id())
                    .text(options.get(i).title())
                    .cents(options.get(i).cost())
                    .text(terms.budget() == null ? "" : terms.budget().currency());
            orNone(row, votes.get(i), !(terms.limits() instanceof BallotKind.Motion));
            row.number(verdict.score()).number(place > 0 ? 1 : 0);
            orNone(row, place, place > 0);
            row.text(name(verdict)).end();
        }
        csv.flush();
    }

    private static void orNone(SafeCsv.Row row, long number, boolean known) {
        if (known) {
            row.number(number);
        } else {
            row.none();
        }
    }

    /** The verdict as docs/formats/events.md, section 4, names it. */
    private static String name(OptionVerdict verdict) {
        JsonSubTypes names = OptionVerdict.class.getAnnotation(JsonSubTypes.class);
        return Arrays.stream(names.value())
                .filter(type -> type.value() == verdict.getClass())
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }
}
