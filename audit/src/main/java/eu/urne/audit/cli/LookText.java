package eu.urne.audit.cli;

import eu.urne.audit.json.StrictText;
import eu.urne.audit.mirror.Arrivals;
import eu.urne.audit.mirror.Look;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a look at a log has found, in one line. */
final class LookText {
    private static final int MAX_TYPES = 24;
    private static final int MAX_CHARACTERS = 500;

    private LookText() {}

    static String line(Look look) {
        return switch (look) {
            case Look.Same same -> number(same.size()) + " entries, nothing new";
            case Look.Grown grown -> grown(grown);
            case Look.NotTrusted refused -> "not mirrored: " + printable(refused.sentence());
            case Look.Contradicted wrong ->
                wrong.kind().words().toUpperCase(Locale.ROOT) + ": " + printable(wrong.sentence())
                        + "; both checkpoints are kept in " + wrong.note().getParent();
            case Look.Stopped stopped -> "stopped";
        };
    }

    private static String grown(Look.Grown grown) {
        Arrivals arrivals = grown.arrivals();
        String types = arrivals.types().entrySet().stream()
                .limit(MAX_TYPES)
                .map(type -> name(type.getKey()) + " " + number(type.getValue()))
                .collect(Collectors.joining(", "));
        int more = arrivals.types().size() - MAX_TYPES;
        return number(grown.checkpoint().size()) + " entries, " + number(arrivals.entries()) + " new"
                + (types.isEmpty() ? "" : ": " + types)
                + (more > 0 ? ", and further types" : "")
                + (arrivals.malformed() == 0 ? "" : faults(arrivals));
    }

    private static String faults(Arrivals arrivals) {
        return "; WRONG: " + number(arrivals.malformed()) + " break the form of entries, first "
                + printable(arrivals.firstFault());
    }

    /** Leaves out what all types share: {@code urne.poll.BallotCast.v1} is {@code BallotCast}. */
    private static String name(String type) {
        String[] parts = type.split("\\.", -1);
        return parts.length == 4 && parts[3].equals("v1") ? parts[2] : type;
    }

    private static String printable(String text) {
        return StrictText.printable(text, MAX_CHARACTERS);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
