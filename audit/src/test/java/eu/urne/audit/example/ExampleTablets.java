package eu.urne.audit.example;

import java.util.Map;
import java.util.TreeMap;

/**
 * The tablets of a poll that is played step by step (docs/formats/events.md, section 1). It writes whatever it is told,
 * right or wrong.
 */
public final class ExampleTablets {
    public static final String ANNE = "staff/anne";
    public static final String BRUNO = "staff/bruno";
    public static final String BOOTH = "booth";

    private final ExamplePoll poll;
    private int commands;

    public ExampleTablets(ExamplePoll poll) {
        this.poll = poll;
    }

    /** The name of the nth tablet. */
    public static String name(int tablet) {
        return String.format("%016x", tablet);
    }

    private ExampleTablets append(String cause, String event, Map<String, ?> more, String by) {
        Map<String, Object> data = new TreeMap<>(more);
        data.put("poll", poll.id());
        poll.log().append(cause, poll.stream(), "urne.poll." + event + ".v1", data, by);
        return this;
    }

    private ExampleTablets alone(String event, Map<String, ?> more, String by) {
        append("tablets-" + commands++, event, more, by);
        poll.log().commit();
        return this;
    }

    public ExampleTablets enrol(int tablet) {
        return enrol(tablet, BOOTH);
    }

    public ExampleTablets enrol(int tablet, String by) {
        return alone("TabletEnrolled", Map.of("tablet", name(tablet)), by);
    }

    public ExampleTablets end() {
        return alone("VotingEnded", Map.of(), ANNE);
    }

    public ExampleTablets empty(int tablet) {
        return empty(tablet, BOOTH);
    }

    public ExampleTablets empty(int tablet, String by) {
        return alone("TabletEmptied", Map.of("tablet", name(tablet)), by);
    }

    public ExampleTablets ask(int tablet, String by) {
        return alone("TabletWriteOffAsked", asking(tablet, by), by);
    }

    private static Map<String, Object> asking(int tablet, String by) {
        return Map.of("by", by, "reason", "tombée dans le canal", "tablet", name(tablet));
    }

    /** Asks to write a tablet off, and does so by the same command. */
    public ExampleTablets askAndWriteOff(int tablet, String by) {
        return askAndWriteOff(tablet, tablet, by);
    }

    /** Asks to write a tablet off, and writes another one off by the same command. */
    public ExampleTablets askAndWriteOff(int tablet, int other, String by) {
        String cause = "tablets-" + commands++;
        append(cause, "TabletWriteOffAsked", asking(tablet, by), by);
        append(cause, "TabletWrittenOff", Map.of("tablet", name(other)), by);
        poll.log().commit();
        return this;
    }

    public ExampleTablets writeOff(int tablet) {
        return alone("TabletWrittenOff", Map.of("tablet", name(tablet)), ANNE);
    }
}
