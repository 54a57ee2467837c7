package eu.urne.api.pages;

import eu.urne.api.rest.CodeReply;
import eu.urne.api.rest.ViewsLag;
import eu.urne.engine.Engine;
import eu.urne.engine.log.Entry;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.receipt.TypedCode;
import eu.urne.engine.store.StoredEntry;
import eu.urne.projections.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds entries of the public log by the code of their receipt (docs/formats/receipt.md, section 3). */
final class CodeSearch {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String BALLOT_CAST = "urne.poll.BallotCast.v1";

    private final Engine engine;
    private final Views views;

    CodeSearch(Engine engine, Views views) {
        this.engine = engine;
        this.views = views;
    }

    /** All entries with that code, in the order of the log; what was acknowledged before is found. */
    List<FoundEntry> find(TypedCode.Legible code) {
        List<FoundEntry> found = look(code);
        if (!found.isEmpty() || ViewsLag.of(engine, views).isNone()) {
            return found;
        }
        views.await(engine.log().reader().lastPosition(), PATIENCE);
        return look(code);
    }

    private List<FoundEntry> look(TypedCode.Legible code) {
        return views.polls().positions(code).stream()
                .map(position -> engine.log().reader().at(position).orElseThrow())
                .filter(entry -> code.means(ReceiptCode.of(entry)))
                .map(this::found)
                .toList();
    }

    private FoundEntry found(StoredEntry stored) {
        Entry entry = EntryCodec.read(stored.sealed());
        Optional<PollId> poll = Optional.ofNullable(entry.data().get("poll"))
                .map(JsonNode::stringValue)
                .map(PollId::new);
        return new FoundEntry(
                stored.index(),
                entry.type(),
                entry.type().equals(BALLOT_CAST),
                poll.map(PollId::value).orElse(null),
                poll.flatMap(views.polls()::title).orElse(null),
                LocalDate.ofInstant(Instant.ofEpochMilli(entry.at()), ZoneOffset.UTC),
                CodeReply.of(ReceiptCode.of(stored)),
                "/api/receipts/" + stored.index() + ".tlog-proof",
                "/api/entries/" + stored.index());
    }
}
