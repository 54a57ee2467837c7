package eu.urne.api.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body is read once, up to a limit, and can then be looked at again. */
public final class BoundedRequest extends HttpServletRequestWrapper {

    /** Largest body of a request without staff key, in bytes. */
    public static final int OPEN_LIMIT = 64 * 1024;

    /** Largest body of a request of the staff, in bytes. */
    public static final int STAFF_LIMIT = 16 * 1024 * 1024;

    private int limit = OPEN_LIMIT;
    private byte @Nullable [] body;
    private boolean streamed;

    /** Bounds this request by {@link #OPEN_LIMIT}. */
    public BoundedRequest(HttpServletRequest request) {
        super(request);
    }

    /** Bounds it by so many bytes from now on. */
    void allow(int bytes) {
        limit = bytes;
    }

    /** Lets its handler read the body as it comes, however long it is, from now on. */
    void allowStream() {
        streamed = true;
    }

    /** Whether its handler reads the body as it comes. */
    boolean isStreamed() {
        return streamed;
    }

    /**
     * Refuses a body that says itself that it is over the limit.
     *
     * @throws ProblemException if it is
     */
    void checkLength() {
        if (!streamed && getContentLengthLong() > limit) {
            throw tooLarge();
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.TOO_LARGE, "the body is larger than " + limit + " bytes");
    }

    /**
     * The whole body.
     *
     * @throws ProblemException if it is over the limit
     */
    byte[] body() throws IOException {
        byte[] read = body;
        if (read == null) {
            checkLength();
            read = super.getInputStream().readNBytes(limit + 1);
            if (read.length > limit) {
                throw tooLarge();
            }
            body = read;
        }
        return read;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (streamed) {
            return super.getInputStream();
        }
        return new BodyStream(new ByteArrayInputStream(body()));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class BodyStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        BodyStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("requests are read by blocking");
        }
    }
}
