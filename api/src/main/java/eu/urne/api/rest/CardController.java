package eu.urne.api.rest;

import eu.urne.api.web.Everybody;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.CardUse;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Token;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells before the choice whether a card can still vote, which the public log tells everybody. The token comes in the
 * body, so that no proxy on the way writes it down beside an address; all answers have the same length.
 */
@RestController
@Everybody
@Tag(name = "voters")
public final class CardController {

    private final Engine engine;

    /** Cards of the polls of this engine. */
    public CardController(Engine engine) {
        this.engine = engine;
    }

    /**
     * A card.
     *
     * @param token its public key
     */
    record CardBody(Token token) {}

    /**
     * What the log says of a card.
     *
     * @param state {@code free}, {@code used} or {@code void}
     */
    record CardReply(String state) {

        static CardReply of(CardUse use) {
            return new CardReply(use.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether a card can still vote. */
    @PostMapping(path = "/api/polls/{poll}/card", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Whether a card is free, used or void, as the public log has it; free too where it has none")
    ResponseEntity<CardReply> card(@PathVariable PollId poll, @RequestBody CardBody body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(CardReply.of(engine.polls().use(poll, body.token())));
    }
}
