package eu.urne.api.witness;

import eu.urne.engine.log.Base64Strict;
import eu.urne.engine.log.WitnessPolicy.Witness;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SequencedLog;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks one witness (docs/formats/witness.md, section 2). It remembers what the witness cosigned last. */
final class WitnessClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 65_535;

    private record Reply(int status, String contentType, String body) {}

    private final Witness witness;
    private final URI address;
    private final SequencedLog log;
    private final HttpClient http;
    private long cosignedSize;

    WitnessClient(Witness witness, URI url, SequencedLog log, HttpClient http) {
        this.witness = witness;
        this.address = url.resolve("add-checkpoint");
        this.log = log;
        this.http = http;
    }

    /** Its name in the policy. */
    String name() {
        return witness.name();
    }

    /**
     * Asks for a cosignature.
     *
     * @param text the text of the note
     * @return the signature line with its newline
     * @throws WitnessException in one sentence, if there is none
     */
    synchronized String cosign(SizedNote checkpoint, String text) throws WitnessException {
        Reply reply = ask(checkpoint);
        if (reply.status() == 409 && reply.contentType().startsWith("text/x.tlog.size")) {
            long told = size(reply.body());
            if (told > checkpoint.size()) {
                throw new WitnessException("says that it has cosigned " + told + " entries, more than the log has");
            }
            cosignedSize = told;
            reply = ask(checkpoint);
        }
        if (reply.status() != 200) {
            throw new WitnessException("refuses with status " + reply.status() + ": " + firstLine(reply.body()));
        }
        String line = reply.body()
                .lines()
                .filter(candidate -> witness.key().signed(candidate, text))
                .findFirst()
                .orElseThrow(() -> new WitnessException("answers without a good cosignature of its key"));
        cosignedSize = checkpoint.size();
        return line + "\n";
    }

    private Reply ask(SizedNote checkpoint) throws WitnessException {
        StringBuilder body = new StringBuilder("old " + cosignedSize + "\n");
        List<byte[]> proof =
                cosignedSize == 0 ? List.of() : log.consistencyProof(LogName.PUBLIC, cosignedSize, checkpoint.size());
        proof.forEach(hash -> body.append(Base64Strict.encode(hash)).append('\n'));
        body.append('\n').append(checkpoint.note());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                String type = response.headers().firstValue("Content-Type").orElse("");
                return new Reply(
                        response.statusCode(), type, new String(in.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new WitnessException("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WitnessException("does not answer in time");
        }
    }

    private static long size(String body) throws WitnessException {
        String text = body.strip();
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new WitnessException("tells a size that is no number");
        }
        return Long.parseLong(text);
    }

    private static String firstLine(String body) {
        String line = body.lines().findFirst().orElse("").replaceAll("\\p{C}", " ");
        return line.substring(0, Math.min(line.length(), 200));
    }
}
