package eu.urne.api.desk;

import java.util.function.BiConsumer;

/** What sentences about meetings and motions look like, and the end of their keys. */
final class MeetingSentences {

    private MeetingSentences() {}

    /** Tells all, in the order in which they are tried. */
    static void tell(BiConsumer<String, String> know) {
        know.accept("meeting: there is no meeting .*|meeting: the council \\S+ has no meeting \\S+", "no-meeting");
        know.accept("meeting: \\S+ is called otherwise", "meeting-taken");
        know.accept("meeting: \\S+ (?:is not open|is open|is closed|was called off|is over).*", "meeting-state");
        know.accept("day: members are called (\\d+) days before a meeting; .*", "meeting-notice");
        know.accept("urgency: there is none with a notice of (\\d+) days", "meeting-no-urgency");
        know.accept("urgency must have .*", "meeting-urgency");
        know.accept("day: a meeting called on \\S+ cannot be on \\S+", "meeting-day");
        know.accept("(?:remote|as): members .* in the room", "meeting-room");
        know.accept("place must be one line .*", "meeting-line");
        know.accept("item: \\S+ stands otherwise on the agenda", "item-taken");
        know.accept("item: \\S+ does not stand on the agenda", "no-item");
        know.accept("item: an agenda has at most (\\d+) items", "item-most");
        know.accept("seat: it stands exactly where a member .*", "item-seat");
        know.accept("agenda: there is nothing on it", "agenda-empty");
        know.accept("\\S+: nobody holds the seat (\\d+) on that day", "nobody-holds");
        know.accept("as: the seat (\\d+) was not there, .*", "seat-left");
        know.accept("reason: (?:.* )?1 to 500 characters.*", "council-reason");
        proxies(know);
        motions(know);
        votes(know);
    }

    private static void proxies(BiConsumer<String, String> know) {
        know.accept("to: nobody votes for herself by proxy", "proxy-self");
        know.accept("from: the seat (\\d+) has given its proxy to the seat (\\d+)", "proxy-given");
        know.accept("to: the seat (\\d+) has given its own proxy .*", "proxy-gave");
        know.accept("from: the seat (\\d+) holds a proxy .*", "proxy-holds");
        know.accept("to: a member holds at most (\\d+) proxies, and the seat (\\d+) holds \\d+", "proxy-most");
        know.accept("from: the seat (\\d+) has given no proxy", "no-proxy");
    }

    private static void motions(BiConsumer<String, String> know) {
        know.accept("motion: the vote on (\\S+) is still open", "vote-open");
        know.accept("motion: the council \\S+ has no motion \\S+", "no-motion");
        know.accept("motion: there is a motion \\S+ already", "motion-taken");
        know.accept("motion: \\S+ is no opinion .*", "motion-opinion");
        know.accept("motion: \\S+ (?:is|has|was|of) .*", "motion-state");
        know.accept("answerDays: from 0 .*", "motion-days");
        know.accept("text must have 1 to 20000 characters", "motion-text");
        know.accept("amendment: number (\\d+) is not decided yet", "amendment-undecided");
        know.accept("amendment: number (\\d+) is adopted, and not in the text yet", "amendment-unwritten");
        know.accept("amendment: .*", "amendment-state");
    }

    private static void votes(BiConsumer<String, String> know) {
        know.accept("quorum: (\\d+) members are needed and (\\d+) are there .*", "quorum-missed");
        know.accept("ballots: there is nobody to vote", "ballots-none");
        know.accept("vote: two persons have not counted alike yet", "hands-waiting");
        know.accept("vote: two persons have counted alike already", "hands-agreed");
        know.accept("vote: the outcome of the poll .*", "secret-waiting");
        know.accept("vote: no .* on this motion", "vote-other");
        know.accept("votes: for, against and abstained are (\\d+) together, and (\\d+) may vote", "hands-many");
        know.accept("casting: the chair's vote counts .*", "hands-casting");
        know.accept("seat: (\\d+) has voted otherwise; .*", "roll-otherwise");
        know.accept("seat: (\\d+) has no vote on this motion", "roll-none");
        know.accept("seat: (\\d+) has not voted yet", "roll-not-yet");
    }
}
