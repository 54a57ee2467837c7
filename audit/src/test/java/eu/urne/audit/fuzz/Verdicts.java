package eu.urne.audit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.json.MalformedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What the two implementations say to the same bytes: a value, or nothing if they refuse in the documented way. */
final class Verdicts {
    private Verdicts() {}

    /** A reader of the verifier. */
    interface Reader<T> {
        /** Reads. */
        T read() throws MalformedException;
    }

    /** The verifier's value; a refusal must have a sentence that fits on a line. */
    static <T> Optional<T> audit(Reader<T> reader) {
        try {
            return Optional.of(reader.read());
        } catch (MalformedException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1000);
            return Optional.empty();
        }
    }

    /** The engine's value; it refuses with exactly an IllegalArgumentException that has a sentence. */
    static <T> Optional<T> engine(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (IllegalArgumentException e) {
            assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class);
            assertThat(e.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    /** The engine's value from JSON; it refuses as Jackson does, or in a constructor's sentence inside of it. */
    static <T> Optional<T> engineJson(Supplier<T> reader) {
        try {
            return engine(reader);
        } catch (JacksonException e) {
            if (e instanceof DatabindException && e.getCause() != null) {
                assertThat(e.getCause()).isInstanceOfAny(IllegalArgumentException.class, JacksonException.class);
            }
            return Optional.empty();
        }
    }

    /** The text of bytes; empty if they are not UTF-8. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
