package eu.urne.projections.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.CardsIssued;
import eu.urne.engine.poll.PollEvent.CardsVoided;
import eu.urne.engine.poll.PollEvent.DiscrepancyRecorded;
import eu.urne.engine.poll.PollEvent.OptionsListed;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollEvent.PaperCounted;
import eu.urne.engine.poll.PollEvent.PaperReconciled;
import eu.urne.engine.poll.PollEvent.PollClosed;
import eu.urne.engine.poll.PollEvent.PollDefined;
import eu.urne.engine.poll.PollEvent.PollKeyRevealed;
import eu.urne.engine.poll.PollEvent.PollOpened;
import eu.urne.engine.poll.PollEvent.PollSealed;
import eu.urne.engine.poll.PollEvent.RegisterClosed;
import eu.urne.engine.poll.PollEvent.RegisterOpened;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.PollEvent.TabletEmptied;
import eu.urne.engine.poll.PollEvent.TabletEnrolled;
import eu.urne.engine.poll.PollEvent.TabletWriteOffAsked;
import eu.urne.engine.poll.PollEvent.TabletWrittenOff;
import eu.urne.engine.poll.PollEvent.VotingEnded;
import eu.urne.engine.poll.PollId;
import eu.urne.projections.PollState;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the events of polls do to the read models. Of a ballot it is only counted that there is one. */
final class PollProjector implements Projector {

    private final ViewWriter writer;

    /** A projector that writes here. */
    PollProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        switch (event.event()) {
            case BallotCast ballot -> ballot(ballot);
            case PollEvent poll -> on(poll);
            default -> {}
        }
    }

    private void ballot(BallotCast ballot) {
        writer.add(
                "UPDATE turnout SET ballots = ballots + ? WHERE poll = ?",
                1,
                ballot.poll().value());
    }

    private void on(PollEvent event) {
        switch (event) {
            case PollDefined defined -> define(defined);
            case OptionsListed listed -> list("poll_option", listed.poll(), listed.from(), listed.options());
            case CardsIssued issued -> cards(issued);
            case CardsVoided voided -> {}
            case PaperCounted counted -> {}
            case PaperReconciled reconciled -> {}
            case DiscrepancyRecorded recorded -> {}
            case TabletEnrolled enrolled -> {}
            case VotingEnded ended -> {}
            case TabletEmptied emptied -> {}
            case TabletWriteOffAsked asked -> {}
            case TabletWrittenOff writtenOff -> {}
            case RegisterOpened register -> register(register.poll(), register.admitted(), register.handedOut());
            case PollOpened opened -> state(opened.poll(), PollState.OPEN);
            case RegisterClosed register -> register(register.poll(), register.admitted(), register.handedOut());
            case PollClosed closed -> state(closed.poll(), PollState.CLOSED);
            case PollSealed sealed -> state(sealed.poll(), PollState.SEALED);
            case PollKeyRevealed revealed -> state(revealed.poll(), PollState.REVEALED);
            case ScoresDeclared declared -> list("score", declared.poll(), declared.from(), declared.scores());
            case OutcomeDeclared declared -> outcome(declared);
        }
    }

    private void define(PollDefined defined) {
        JsonNode terms = EngineJson.MAPPER.valueToTree(defined.definition());
        writer.update(
                """
                INSERT INTO poll (poll, number, title, kind, state, hash, options, terms)
                VALUES (?, (SELECT count(*) FROM poll), ?, ?, ?, ?, ?, ?)""",
                defined.poll().value(),
                defined.definition().title(),
                terms.required("kind").stringValue(),
                PollState.PREPARED.code(),
                defined.hash().hex(),
                defined.options(),
                EngineJson.MAPPER.writeValueAsString(terms));
        writer.update("INSERT INTO turnout (poll) VALUES (?)", defined.poll().value());
    }

    private void list(String table, PollId poll, int from, List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            writer.update(
                    "INSERT INTO " + table + " (poll, number, json) VALUES (?, ?, ?)",
                    poll.value(),
                    from + i,
                    EngineJson.MAPPER.writeValueAsString(items.get(i)));
        }
    }

    private void cards(CardsIssued issued) {
        writer.update(
                "UPDATE turnout SET cards = cards + ? WHERE poll = ?",
                issued.count(),
                issued.poll().value());
    }

    private void register(PollId poll, long admitted, long handedOut) {
        writer.update(
                "UPDATE turnout SET admitted = ?, handed_out = ? WHERE poll = ?", admitted, handedOut, poll.value());
    }

    private void state(PollId poll, PollState state) {
        writer.update("UPDATE poll SET state = ? WHERE poll = ?", state.code(), poll.value());
    }

    private void outcome(OutcomeDeclared declared) {
        writer.update(
                "INSERT INTO outcome (poll, json) VALUES (?, ?)",
                declared.poll().value(),
                EngineJson.MAPPER.writeValueAsString(declared));
        state(declared.poll(), PollState.DECLARED);
    }
}
