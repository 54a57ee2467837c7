package eu.urne.engine.blob;

/**
 * An idea that is not handed in yet.
 *
 * @param id its name, which its proposal will have
 * @param savedMs when it was last saved, milliseconds since the epoch
 * @param json what is written so far, a JSON object
 */
public record Draft(String id, long savedMs, String json) {}
