package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.blob.BlobHash;
import org.jspecify.annotations.Nullable;

/**
 * What was said at a meeting.
 *
 * @param item of the published agenda; null for the meeting as a whole
 * @param text names a text outside the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MinutesNote(@Nullable String item, BlobHash text) {}
