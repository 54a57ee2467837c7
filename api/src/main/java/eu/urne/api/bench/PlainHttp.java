package eu.urne.api.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A client that costs its machine next to nothing: what is left of the two cores is the server's. It keeps its
 * connection for as long as the server does, and makes the next when the server has said that it closes this one.
 */
final class PlainHttp implements AutoCloseable {

    private static final int TIMEOUT_MS = 60_000;
    private static final String LENGTH = "content-length:";

    private final URI server;
    private Socket socket;
    private InputStream in;

    /** Connects. */
    PlainHttp(URI server) throws IOException {
        this.server = server;
        this.socket = connect(server);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket connect(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        return socket;
    }

    /** The bytes of a request with a body of JSON. */
    static byte[] post(URI server, String path, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** Sends a request and reads the whole answer; its status. */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        long length = -1;
        boolean isChunked = false;
        boolean isLast = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Long.parseLong(lower.substring(LENGTH.length()).strip());
            }
            isChunked |= lower.startsWith("transfer-encoding: chunked");
            isLast |= lower.startsWith("connection: close");
        }
        if (isChunked) {
            skipChunks();
        } else {
            in.skipNBytes(Math.max(0, length));
        }
        if (isLast) {
            socket.close();
            socket = connect(server);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    private void skipChunks() throws IOException {
        int length;
        do {
            length = Integer.parseInt(line().strip(), 16);
            in.skipNBytes(length);
            line();
        } while (length > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
