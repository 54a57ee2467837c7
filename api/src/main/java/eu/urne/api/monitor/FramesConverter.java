package eu.urne.api.monitor;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@link Frames} in a pattern of Logback; nothing where there is no exception. */
public final class FramesConverter extends ThrowableHandlingConverter {

    private final Frames frames = new Frames();

    @Override
    public String convert(ILoggingEvent event) {
        if (!(event.getThrowableProxy() instanceof ThrowableProxy proxy)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        try {
            frames.printStackTrace(proxy.getThrowable(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be written", e);
        }
        return text.toString();
    }
}
