package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** For what somebody reads names: told with each such request, and kept in the access log. */
final class Purpose {

    /** The header that tells it. */
    static final String HEADER = "Urne-Purpose";

    private static final int LEAST = 3;
    private static final int MOST = 200;

    private Purpose() {}

    /**
     * The purpose of a request.
     *
     * @param header as the server has it, byte by byte; null for none
     * @throws ProblemException if it is missing
     */
    static String of(@Nullable String header) {
        String purpose = header == null ? "" : decoded(header).strip();
        if (purpose.length() < LEAST || purpose.length() > MOST) {
            throw new ProblemException(
                    Problem.INVALID,
                    HEADER + ": say for what names are read, in " + LEAST + " to " + MOST + " characters");
        }
        return purpose;
    }

    /** Clients write UTF-8 or Latin-1 into headers; the server reads Latin-1. */
    private static String decoded(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }
}
