package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;

import eu.urne.engine.Decision;
import eu.urne.engine.council.Meeting.Called;
import eu.urne.engine.council.Meeting.Known;
import eu.urne.engine.council.Meeting.Open;
import eu.urne.engine.council.MeetingCommand.GiveProxy;
import eu.urne.engine.council.MeetingCommand.WithdrawProxy;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingEvent.ProxyGiven;
import eu.urne.engine.council.MeetingEvent.ProxyWithdrawn;
import java.util.SortedMap;

/** Members who vote for others: one proxy is given by a member, and no more are held than the procedure allows. */
final class Proxies {

    private Proxies() {}

    static Decision<MeetingEvent> give(Known meeting, GiveProxy command) {
        if (isOver(meeting)) {
            return MeetingDecider.not(meeting, command, "no proxy is given any more");
        }
        SortedMap<Integer, Integer> proxies = meeting.facts().proxies();
        int most = meeting.facts().procedure().proxies();
        Integer known = proxies.get(command.from());
        if (known != null && known == command.to()) {
            return MeetingDecider.unchanged();
        }
        if (command.from() == command.to()) {
            return Decision.refuse(INVALID, "to: nobody votes for herself by proxy");
        }
        if (meeting instanceof Open open) {
            for (int seat : new int[] {command.from(), command.to()}) {
                if (!open.held().contains(seat)) {
                    return Decision.refuse(UNKNOWN, "seat: nobody holds the seat " + seat + " on that day");
                }
            }
        }
        if (known != null) {
            return Decision.refuse(
                    INVALID, "from: the seat " + command.from() + " has given its proxy to the seat " + known);
        }
        if (proxies.containsKey(command.to())) {
            return Decision.refuse(INVALID, "to: the seat " + command.to() + " has given its own proxy and holds none");
        }
        if (proxies.containsValue(command.from())) {
            return Decision.refuse(INVALID, "from: the seat " + command.from() + " holds a proxy and gives none");
        }
        long held = proxies.values().stream().filter(to -> to == command.to()).count();
        return held >= most
                ? Decision.refuse(
                        INVALID,
                        "to: a member holds at most " + most + " proxies, and the seat " + command.to() + " holds "
                                + held)
                : Decision.accept(new ProxyGiven(command.council(), command.meeting(), command.from(), command.to()));
    }

    static Decision<MeetingEvent> withdraw(Known meeting, WithdrawProxy command) {
        if (isOver(meeting)) {
            return MeetingDecider.not(meeting, command, "no proxy is withdrawn any more");
        }
        return meeting.facts().proxies().containsKey(command.from())
                ? Decision.accept(new ProxyWithdrawn(command.council(), command.meeting(), command.from()))
                : Decision.refuse(UNKNOWN, "from: the seat " + command.from() + " has given no proxy");
    }

    private static boolean isOver(Known meeting) {
        return !(meeting instanceof Open || meeting instanceof Called);
    }
}
