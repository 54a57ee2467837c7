package eu.urne.projections.internal;

import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.store.LogReader;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where entries of the public log are found by the code of their receipt. */
@ProcessingGroup(PollProjector.PROCESSOR)
public final class CodeProjector {

    private final JdbcClient jdbc;
    private final LogReader log;

    /** A projector that writes here what it reads in that log. */
    public CodeProjector(JdbcClient jdbc, LogReader log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    @EventHandler
    void on(BallotCast ballot, TrackingToken token) {
        index(token);
    }

    @EventHandler
    void on(PollEvent event, TrackingToken token) {
        index(token);
    }

    private void index(TrackingToken token) {
        long position = token.position().orElseThrow();
        ReceiptCode code = log.at(position)
                .map(ReceiptCode::of)
                .orElseThrow(() -> new IllegalStateException("there is no entry at the position " + position));
        jdbc.sql("INSERT INTO receipt_code (characters, position) VALUES (?, ?)")
                .params(code.number(), position)
                .update();
    }
}
