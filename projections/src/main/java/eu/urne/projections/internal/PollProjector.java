package eu.urne.projections.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.CardsIssued;
import eu.urne.engine.poll.PollEvent.OptionsListed;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollEvent.PollClosed;
import eu.urne.engine.poll.PollEvent.PollDefined;
import eu.urne.engine.poll.PollEvent.PollKeyRevealed;
import eu.urne.engine.poll.PollEvent.PollOpened;
import eu.urne.engine.poll.PollEvent.PollSealed;
import eu.urne.engine.poll.PollEvent.RegisterClosed;
import eu.urne.engine.poll.PollEvent.RegisterOpened;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.RollEvent;
import eu.urne.projections.PollState;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the events of polls do to the read models. Of a ballot it is only counted that there is one. */
@ProcessingGroup(PollProjector.PROCESSOR)
public final class PollProjector {

    /** Name of the event processor. */
    public static final String PROCESSOR = "views";

    private final JdbcClient jdbc;

    /** A projector that writes here. */
    public PollProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(BallotCast ballot) {
        jdbc.sql("UPDATE turnout SET ballots = ballots + 1 WHERE poll = ?")
                .param(ballot.poll().value())
                .update();
    }

    @EventHandler
    void on(RollEvent event) {
        // nothing to see, but handled, so that the stored position follows the register log as well
    }

    @EventHandler
    void on(PollEvent event) {
        switch (event) {
            case PollDefined defined -> define(defined);
            case OptionsListed listed -> list("poll_option", listed.poll(), listed.from(), listed.options());
            case CardsIssued issued -> cards(issued);
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
        String terms = EngineJson.MAPPER.writeValueAsString(defined.definition());
        jdbc.sql("""
                INSERT INTO poll (poll, number, title, kind, state, hash, options, terms)
                VALUES (?, (SELECT count(*) FROM poll), ?, json_extract(?, '$.kind'), ?, ?, ?, ?)""")
                .params(
                        defined.poll().value(),
                        defined.definition().title(),
                        terms,
                        PollState.PREPARED.code(),
                        defined.hash().hex(),
                        defined.options(),
                        terms)
                .update();
        jdbc.sql("INSERT INTO turnout (poll) VALUES (?)")
                .param(defined.poll().value())
                .update();
    }

    private void list(String table, PollId poll, int from, List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            jdbc.sql("INSERT INTO " + table + " (poll, number, json) VALUES (?, ?, ?)")
                    .params(poll.value(), from + i, EngineJson.MAPPER.writeValueAsString(items.get(i)))
                    .update();
        }
    }

    private void cards(CardsIssued issued) {
        jdbc.sql("UPDATE turnout SET cards = cards + ? WHERE poll = ?")
                .params(issued.count(), issued.poll().value())
                .update();
    }

    private void register(PollId poll, long admitted, long handedOut) {
        jdbc.sql("UPDATE turnout SET admitted = ?, handed_out = ? WHERE poll = ?")
                .params(admitted, handedOut, poll.value())
                .update();
    }

    private void state(PollId poll, PollState state) {
        jdbc.sql("UPDATE poll SET state = ? WHERE poll = ?")
                .params(state.code(), poll.value())
                .update();
    }

    private void outcome(OutcomeDeclared declared) {
        jdbc.sql("INSERT INTO outcome (poll, json) VALUES (?, ?)")
                .params(declared.poll().value(), EngineJson.MAPPER.writeValueAsString(declared))
                .update();
        state(declared.poll(), PollState.DECLARED);
    }
}
