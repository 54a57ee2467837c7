package eu.urne.projections.internal;

import eu.urne.engine.poll.PollEvent.TabletEmptied;
import eu.urne.engine.poll.PollEvent.TabletEnrolled;
import eu.urne.engine.poll.PollEvent.TabletWriteOffAsked;
import eu.urne.engine.poll.PollEvent.TabletWrittenOff;
import eu.urne.engine.poll.PollEvent.VotingEnded;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;
import eu.urne.projections.PollTablet.State;

/** What happens to the tablets of polls in the read models. */
final class TabletProjector implements Projector {

    private static final String TABLET = """
            INSERT INTO poll_tablet (poll, tablet, state) VALUES (?, ?, ?)
            ON CONFLICT (poll, tablet) DO UPDATE SET state = excluded.state""";

    private final ViewWriter writer;

    /** A projector that writes here. */
    TabletProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        switch (event.event()) {
            case VotingEnded ended ->
                writer.update(
                        "UPDATE poll SET ended = 1 WHERE poll = ?", ended.poll().value());
            case TabletEnrolled enrolled -> tablet(enrolled.poll(), enrolled.tablet(), State.WAITING);
            case TabletEmptied emptied -> tablet(emptied.poll(), emptied.tablet(), State.EMPTIED);
            case TabletWriteOffAsked asked ->
                writer.update(
                        "INSERT INTO tablet_write_off (poll, tablet, asked_by, reason) VALUES (?, ?, ?, ?)",
                        asked.poll().value(),
                        asked.tablet().hex(),
                        asked.by(),
                        asked.reason());
            case TabletWrittenOff writtenOff -> tablet(writtenOff.poll(), writtenOff.tablet(), State.WRITTEN_OFF);
            default -> {}
        }
    }

    private void tablet(PollId poll, TabletId tablet, State state) {
        writer.update(TABLET, poll.value(), tablet.hex(), state.code());
    }
}
