package eu.urne.audit.source;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Evidence on a site: the files below its {@code /log/}. It has no history and cannot list its files. */
public final class SiteEvidence implements EvidenceSource {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI base;
    private final Duration patience;
    private final HttpClient client;

    private SiteEvidence(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * Takes an address; nothing is asked of it yet.
     *
     * @param address {@code http(s)://host}, to which {@code /log/} is added, or a longer address, which is the folder
     *     of the files itself
     * @throws UnreadableEvidenceException if it is not such an address
     */
    public static SiteEvidence open(String address) throws UnreadableEvidenceException {
        return open(address, ANSWER_TIMEOUT);
    }

    /**
     * Takes an address, as {@link #open(String)} does, with another time for an answer.
     *
     * @param address the address
     * @param patience how long an answer with its body may take, in whole seconds
     * @throws UnreadableEvidenceException if it is not such an address
     */
    public static SiteEvidence open(String address, Duration patience) throws UnreadableEvidenceException {
        try {
            URI uri = new URI(address);
            if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
                throw new UnreadableEvidenceException(address + " is not an address like https://host/log/");
            }
            String path = uri.getPath().isEmpty() || uri.getPath().equals("/") ? "/log/" : uri.getPath();
            String folder = path.endsWith("/") ? path : path + "/";
            return new SiteEvidence(uri.resolve(folder), patience);
        } catch (URISyntaxException e) {
            throw new UnreadableEvidenceException(address + " is not an address: " + e.getReason());
        }
    }

    @Override
    public String name() {
        return base.toString();
    }

    @Override
    public Optional<Set<String>> names() {
        return Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * <p>An answer other than 200 and 404, or none within 60 seconds, makes the evidence unreadable.
     */
    @Override
    public Optional<byte[]> read(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        URI address = base.resolve(file);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
        HttpResponse<Optional<byte[]>> response = await(
                address,
                client.sendAsync(request, header -> new BoundedBody(header.statusCode() == OK ? maxBytes : 0)));
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new UnreadableEvidenceException(address + " answers with status " + response.statusCode());
        }
        return Optional.of(response.body().orElseThrow(() -> BoundedRead.tooLong(maxBytes)));
    }

    private <T> T await(URI address, CompletableFuture<T> answer) throws UnreadableEvidenceException {
        try {
            return answer.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UnreadableEvidenceException(
                    address + " does not answer within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new UnreadableEvidenceException(address + " cannot be reached: " + reason);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnreadableEvidenceException("reading " + address + " was interrupted");
        }
    }

    @Override
    public Optional<InputStream> stream(String file) {
        return Optional.empty();
    }

    /** Ends whatever is still under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
