package eu.urne.projections.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawEvent.DrawAnnounced;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingEvent.MeetingCalled;
import eu.urne.engine.council.MinutesCommand;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionEvent.MotionPut;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.SignerEvent.SignerNamed;

/** Keeps the histories of councils, and tells what belongs to which. */
final class CouncilProjector implements Projector {

    private static final String HISTORY = """
            INSERT INTO council_history (stream, number, at_ms, type, json)
            SELECT ?, coalesce(max(number) + 1, 0), ?, ?, ? FROM council_history WHERE stream = ?""";
    private static final String PART = """
            INSERT INTO council_part (council, kind, number, id)
            SELECT ?, ?, count(*), ? FROM council_part WHERE council = ? AND kind = ?""";

    private final ViewWriter writer;

    /** A projector that writes here. */
    CouncilProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        switch (event.event()) {
            case CouncilEvent council -> tell(council.council().stream(), event);
            case DrawEvent draw -> {
                tell(draw.draw().stream(), event);
                if (draw instanceof DrawAnnounced announced) {
                    part(announced.terms().council(), "draw", announced.draw().value());
                }
            }
            case MeetingEvent meeting -> {
                tell(meeting.meeting().stream(meeting.council()), event);
                if (meeting instanceof MeetingCalled called) {
                    part(called.council(), "meeting", called.meeting().value());
                }
            }
            case MotionEvent motion -> {
                tell(motion.motion().stream(motion.council()), event);
                if (motion instanceof MotionPut put) {
                    part(put.council(), "motion", put.motion().value());
                }
            }
            case SignerEvent signer -> {
                tell(signer.signer().stream(signer.council()), event);
                if (signer instanceof SignerNamed named) {
                    part(named.council(), "signer", named.signer().value());
                }
            }
            case MinutesEvent minutes -> tell(MinutesCommand.stream(minutes.council(), minutes.meeting()), event);
            default -> {}
        }
    }

    private void tell(String stream, LogEvent event) {
        writer.update(
                HISTORY,
                stream,
                event.atMs(),
                event.event().getClass().getSimpleName(),
                EngineJson.MAPPER.writeValueAsString(event.event()),
                stream);
    }

    private void part(CouncilId council, String kind, String id) {
        writer.update(PART, council.value(), kind, id, council.value(), kind);
    }
}
