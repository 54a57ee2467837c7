package eu.urne.api.desk;

import eu.urne.projections.PollState;
import eu.urne.projections.PollView;
import java.util.ArrayList;
import java.util.List;

/** How far a poll is, and what is done next. */
final class PollStages {

    private static final List<String> ALL = List.of("prepared", "open", "ended", "closed", "revealed", "declared");

    private PollStages() {}

    /**
     * A stage that a poll passes, such as {@code open}, and whether it is {@code done}, {@code now} or {@code later}.
     */
    public record Stage(String id, String when) {}

    /** The next thing to do: {@code open}, {@code end}, {@code close}, {@code reveal}, {@code declare} or nothing. */
    static String next(PollView view) {
        return switch (view.state()) {
            case PREPARED -> "open";
            case OPEN -> view.ended() ? "close" : "end";
            case CLOSED -> "close";
            case SEALED -> "reveal";
            case REVEALED -> "declare";
            case DECLARED -> "";
        };
    }

    /** All stages, in order. */
    static List<Stage> of(PollView view) {
        int now = ALL.indexOf(
                switch (view.state()) {
                    case PREPARED -> "prepared";
                    case OPEN -> view.ended() ? "ended" : "open";
                    case CLOSED, SEALED -> "closed";
                    case REVEALED -> "revealed";
                    case DECLARED -> "declared";
                });
        List<Stage> stages = new ArrayList<>();
        for (int at = 0; at < ALL.size(); at++) {
            boolean done = at < now || view.state() == PollState.DECLARED;
            stages.add(new Stage(ALL.get(at), done ? "done" : at == now ? "now" : "later"));
        }
        return stages;
    }
}
