package eu.urne.engine.blob.internal;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.blob.BlobCommand;
import eu.urne.engine.blob.BlobCommand.EraseBlob;
import eu.urne.engine.blob.BlobEvent;
import eu.urne.engine.blob.BlobEvent.BlobErased;
import java.util.List;

/** What happens to a blob on a command: pure, the same for the same state. */
final class BlobDecider {

    private static final int MAX_REASON = 500;

    private BlobDecider() {}

    /** The events that follow, or why not; erasing once more changes nothing. */
    static Decision<BlobEvent> decide(boolean erased, BlobCommand command) {
        return switch (command) {
            case EraseBlob(var blob, var reason) -> {
                if (erased) {
                    yield new Decision.Accepted<>(List.of());
                }
                String given = reason.strip();
                yield given.isEmpty() || given.length() > MAX_REASON
                        ? Decision.refuse(Reason.INVALID, "reason: it must have 1 to " + MAX_REASON + " characters")
                        : Decision.accept(new BlobErased(blob, given));
            }
        };
    }
}
