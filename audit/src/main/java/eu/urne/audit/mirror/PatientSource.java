package eu.urne.audit.mirror;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A source that is asked again, a few times and each time later, when it does not answer. */
final class PatientSource implements EvidenceSource {
    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final EvidenceSource source;
    private final Pauses pauses;

    PatientSource(EvidenceSource source, Pauses pauses) {
        this.source = source;
        this.pauses = pauses;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Optional<Set<String>> names() throws MalformedException, UnreadableEvidenceException {
        return source.names();
    }

    @Override
    public Optional<byte[]> read(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return source.read(file, maxBytes);
            } catch (UnreadableEvidenceException e) {
                if (attempt == TRIES || !pauses.pause(pause)) {
                    throw e;
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    @Override
    public Optional<InputStream> stream(String file) throws UnreadableEvidenceException {
        return source.stream(file);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
