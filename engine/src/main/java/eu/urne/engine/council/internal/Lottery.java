package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.CouncilDraw.Frozen;
import eu.urne.engine.council.DrawCommand.ReadRandomness;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawEvent.GivenSeat;
import eu.urne.engine.council.DrawEvent.MembersDrawn;
import eu.urne.engine.council.DrawEvent.RandomnessRead;
import eu.urne.engine.council.DrawEvent.ReserveOrdered;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawDocument;
import eu.urne.engine.sortition.Drawn;
import eu.urne.engine.sortition.Seat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws, once two persons have read the same values. */
final class Lottery {

    /** As many as a claim each can be made for in one entry. */
    private static final int MOST = 1_000;

    private Lottery() {}

    static Decision<DrawEvent> read(Frozen draw, ReadRandomness command) {
        long last =
                draw.lots().moments().stream().mapToLong(Long::longValue).max().orElseThrow();
        if (command.nowMs() < last) {
            return Decision.refuse(WRONG_STATE, "values: the randomness cannot be known yet");
        }
        RandomnessRead read = new RandomnessRead(command.draw(), command.by(), command.values());
        RandomnessRead before = draw.latest();
        if (read.equals(before)) {
            return DrawDecider.unchanged();
        }
        try {
            DrawDocument document = draw.lots().with(command.draw(), command.values());
            document.seed(); // checks the form of the values
            List<DrawEvent> events = new ArrayList<>();
            events.add(read);
            if (before != null
                    && !before.by().equals(command.by())
                    && before.values().equals(command.values())) {
                events.addAll(drawn(command.draw(), document));
            }
            return new Decision.Accepted<>(events);
        } catch (IllegalArgumentException e) {
            return Decision.refuse(INVALID, String.valueOf(e.getMessage()));
        }
    }

    private static List<DrawEvent> drawn(DrawId draw, DrawDocument document) {
        Map<Candidate, Integer> indexes = new HashMap<>();
        List<Candidate> candidates = document.pool().candidates();
        for (int i = 0; i < candidates.size(); i++) {
            indexes.put(candidates.get(i), i);
        }
        Drawn drawn = document.drawn();
        List<GivenSeat> seats = new ArrayList<>();
        for (Seat seat : drawn.seats()) {
            if (seat.member() != null) {
                seats.add(new GivenSeat(Objects.requireNonNull(indexes.get(seat.member())), seat.cell()));
            }
        }
        List<DrawEvent> events = new ArrayList<>();
        events.add(new MembersDrawn(draw, document.seed().hash(), seats));
        for (int cell = 0; cell < drawn.reserve().size(); cell++) {
            List<Candidate> reserve = drawn.reserve().get(cell);
            for (int from = 0; from < reserve.size(); from += MOST) {
                List<Integer> part = reserve.subList(from, Math.min(from + MOST, reserve.size())).stream()
                        .map(candidate -> Objects.requireNonNull(indexes.get(candidate)))
                        .toList();
                events.add(new ReserveOrdered(draw, cell, from, part));
            }
        }
        return events;
    }
}
