package eu.urne.engine.council;

import eu.urne.engine.council.MeetingEvent.AgendaItemAdded;
import eu.urne.engine.council.MeetingEvent.AgendaItemWithdrawn;
import eu.urne.engine.council.MeetingEvent.AgendaPublished;
import eu.urne.engine.council.MeetingEvent.AttendanceRecorded;
import eu.urne.engine.council.MeetingEvent.MeetingCalled;
import eu.urne.engine.council.MeetingEvent.MeetingCalledOff;
import eu.urne.engine.council.MeetingEvent.MeetingClosed;
import eu.urne.engine.council.MeetingEvent.MeetingOpened;
import eu.urne.engine.council.MeetingEvent.ProxyGiven;
import eu.urne.engine.council.MeetingEvent.ProxyWithdrawn;
import eu.urne.engine.council.MeetingEvent.QuorumEvaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The states of a meeting. */
public sealed interface Meeting {

    /** Nothing of that name yet. */
    record Uncalled() implements Meeting {}

    /** Called, open or over: there is a call. */
    sealed interface Known extends Meeting {

        /** What is known of it. */
        Facts facts();
    }

    /** The members are called. */
    record Called(Facts facts) implements Known {}

    /**
     * Under way.
     *
     * @param chair a seat, or 0
     * @param held the seats held on the day, in order
     */
    record Open(Facts facts, int chair, List<Integer> held) implements Known {

        /** The seats that are there, in order. */
        public List<Integer> there() {
            return held.stream().filter(this::isThere).toList();
        }

        /** Whether the member of a seat is there. */
        public boolean isThere(int seat) {
            Presence presence = facts.attendance().get(seat);
            return presence != null && presence.isThere();
        }

        /** The number of seats that must be there. */
        public int needed() {
            return facts.procedure().quorum().needed(held.size());
        }
    }

    /** Over. */
    record Closed(Facts facts, int chair, List<Integer> held) implements Known {}

    /** Called off. */
    record CalledOff(Facts facts) implements Known {}

    /**
     * What is known of a meeting.
     *
     * @param agenda items that were not withdrawn, in the order added
     * @param published ids of items, as the agenda was published last; empty before
     * @param attendance the latest of each seat
     * @param proxies seats that vote for others, by those others
     */
    record Facts(
            MeetingCall call,
            Procedure procedure,
            List<AgendaItem> agenda,
            List<String> published,
            SortedMap<Integer, Presence> attendance,
            SortedMap<Integer, Integer> proxies) {

        private static Facts of(MeetingCalled called) {
            return new Facts(called.call(), called.procedure(), List.of(), List.of(), new TreeMap<>(), new TreeMap<>());
        }

        private Facts with(AgendaItem item) {
            List<AgendaItem> all = new ArrayList<>(agenda);
            all.add(item);
            return new Facts(call, procedure, all, published, attendance, proxies);
        }

        private Facts without(String item) {
            List<AgendaItem> others =
                    agenda.stream().filter(each -> !each.id().equals(item)).toList();
            return new Facts(call, procedure, others, published, attendance, proxies);
        }

        private Facts published(List<String> items) {
            return new Facts(call, procedure, agenda, items, attendance, proxies);
        }

        private Facts with(int seat, Presence as) {
            SortedMap<Integer, Presence> all = new TreeMap<>(attendance);
            all.put(seat, as);
            return new Facts(call, procedure, agenda, published, all, proxies);
        }

        private Facts withProxies(Map<Integer, Integer> others) {
            return new Facts(call, procedure, agenda, published, attendance, new TreeMap<>(others));
        }

        private Facts with(ProxyGiven given) {
            SortedMap<Integer, Integer> all = new TreeMap<>(proxies);
            all.put(given.from(), given.to());
            return withProxies(all);
        }

        private Facts without(ProxyWithdrawn withdrawn) {
            SortedMap<Integer, Integer> all = new TreeMap<>(proxies);
            all.remove(withdrawn.from());
            return withProxies(all);
        }
    }

    /** The state after an event. */
    default Meeting after(MeetingEvent event) {
        if (event instanceof MeetingCalled called) {
            return new Called(Facts.of(called));
        }
        Known known = (Known) this;
        Facts facts = known.facts();
        return switch (event) {
            case MeetingCalled called -> this;
            case AgendaItemAdded added -> known(facts.with(added.item()));
            case AgendaItemWithdrawn withdrawn -> known(facts.without(withdrawn.item()));
            case AgendaPublished published -> known(facts.published(published.items()));
            case AttendanceRecorded recorded -> known(facts.with(recorded.seat(), recorded.as()));
            case ProxyGiven given -> known(facts.with(given));
            case ProxyWithdrawn withdrawn -> known(facts.without(withdrawn));
            case MeetingOpened opened -> new Open(facts, opened.chair(), opened.held());
            case QuorumEvaluated evaluated -> this;
            case MeetingClosed closed -> {
                Open open = (Open) this;
                yield new Closed(facts, open.chair(), open.held());
            }
            case MeetingCalledOff calledOff -> new CalledOff(facts);
        };
    }

    private Meeting known(Facts facts) {
        return switch (this) {
            case Open open -> new Open(facts, open.chair(), open.held());
            case Called called -> new Called(facts);
            case Uncalled uncalled -> uncalled;
            case Closed closed -> closed;
            case CalledOff calledOff -> calledOff;
        };
    }
}
