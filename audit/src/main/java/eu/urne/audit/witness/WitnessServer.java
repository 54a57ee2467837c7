package eu.urne.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.urne.audit.UnreadableEvidenceException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A witness over HTTP: {@code POST /add-checkpoint}, and who it is at {@code GET /}. */
public final class WitnessServer implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final String PLAIN = "text/plain; charset=utf-8";

    static {
        // whoever sends or reads slowly has a thread of his own, an end, and no more company than this
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("jdk.httpserver.maxConnections", "256");
    }

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<String> events;

    private WitnessServer(Witness witness, HttpServer server, Consumer<String> events) {
        this.witness = witness;
        this.server = server;
        this.events = events;
    }

    /**
     * Starts to answer.
     *
     * @param witness whose answers to give; it is not closed
     * @param address where to listen; port 0 for any free one
     * @param events takes one line for each checkpoint that is signed by a log and yet refused
     * @throws UnreadableEvidenceException if the address cannot be used
     */
    public static WitnessServer start(Witness witness, InetSocketAddress address, Consumer<String> events)
            throws UnreadableEvidenceException {
        try {
            WitnessServer server = new WitnessServer(witness, HttpServer.create(address, BACKLOG), events);
            server.server.createContext("/", server::handle);
            server.server.setExecutor(server.threads);
            server.server.start();
            return server;
        } catch (IOException e) {
            throw new UnreadableEvidenceException("the address " + address.getHostString() + ":" + address.getPort()
                    + " cannot be used: " + e.getMessage());
        }
    }

    /** Gives the port that it listens to. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Answer answer =
                    switch (exchange.getRequestMethod()) {
                        case "POST" -> path.equals("/add-checkpoint") ? add(exchange) : nothing();
                        case "GET" -> get(path);
                        default -> plain(405, "only GET and POST are answered here\n");
                    };
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(Submission.MAX_BYTES + 1);
        if (body.length > Submission.MAX_BYTES) {
            return plain(413, "a request has at most " + Submission.MAX_BYTES + " bytes\n");
        }
        try {
            Answer answer = witness.add(body);
            boolean signedByLog = answer.status() == 409 || answer.status() == 422;
            if (signedByLog && !answer.contentType().equals("text/x.tlog.size")) {
                answer.refused().ifPresent(events);
            }
            return answer;
        } catch (IOException e) {
            events.accept("a checkpoint cannot be kept: " + e.getMessage());
            return plain(500, "the checkpoint cannot be kept\n");
        }
    }

    private Answer get(String path) throws IOException {
        if (path.equals("/")) {
            StringBuilder text = new StringBuilder(witness.key() + "\n");
            witness.sizes()
                    .forEach((origin, size) ->
                            text.append(origin).append(' ').append(size).append('\n'));
            return plain(200, text.toString());
        }
        Matcher log = CHECKPOINT.matcher(path);
        return log.matches()
                ? witness.checkpoint(log.group(1))
                        .map(note -> plain(200, new String(note, UTF_8)))
                        .orElseGet(WitnessServer::nothing)
                : nothing();
    }

    private static Answer nothing() {
        return plain(404, "there is nothing at this address\n");
    }

    private static Answer plain(int status, String body) {
        return new Answer(status, PLAIN, body, Optional.empty());
    }

    /** Answers what is under way, then stops. */
    @Override
    public void close() {
        server.stop(1);
        threads.close();
    }
}
