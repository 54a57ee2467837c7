package eu.urne.api.rest;

import eu.urne.engine.EngineJson;
import eu.urne.engine.blob.Draft;

/**
 * A draft of an idea.
 *
 * @param draft its id, which its proposal will have
 * @param savedMs when it was last saved, milliseconds since the epoch
 * @param idea what is written so far
 */
record DraftReply(String draft, long savedMs, DraftBody idea) {

    static DraftReply of(Draft draft) {
        return new DraftReply(draft.id(), draft.savedMs(), EngineJson.MAPPER.readValue(draft.json(), DraftBody.class));
    }
}
