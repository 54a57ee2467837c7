package eu.urne.api.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the proposals of a scenario so far, so that a step can say "the others". */
final class Proposals {

    private enum State {
        HANDED_IN,
        ACCEPTED,
        IN_STUDY,
        ENDED
    }

    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, Act.Idea> ideas = new LinkedHashMap<>();

    void handedIn(Act.Idea idea) {
        states.put(idea.proposal(), State.HANDED_IN);
        ideas.put(idea.proposal(), idea);
    }

    /** The idea as it was handed in; null if there is none of that name. */
    Act.@org.jspecify.annotations.Nullable Idea idea(String proposal) {
        return ideas.get(proposal);
    }

    /** The proposals for which this comes next. */
    List<String> waitingFor(RestCall call) {
        State before = call == RestCall.ACCEPT || call == RestCall.REJECT ? State.HANDED_IN : State.ACCEPTED;
        List<String> waiting = new ArrayList<>();
        states.forEach((proposal, state) -> {
            if (state == before) {
                waiting.add(proposal);
            }
        });
        return waiting;
    }

    /** The server has accepted that request. */
    void done(RestCall call, String proposal) {
        State after =
                switch (call) {
                    case ACCEPT -> State.ACCEPTED;
                    case ASSIGN -> State.IN_STUDY;
                    case WITHDRAW, REJECT, MERGE, DECLINE -> State.ENDED;
                    default -> null;
                };
        if (after != null) {
            states.put(proposal, after);
        }
    }

    int size() {
        return states.size();
    }
}
