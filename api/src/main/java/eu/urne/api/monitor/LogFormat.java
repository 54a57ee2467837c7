package eu.urne.api.monitor;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/** How the lines of this process look. */
public final class LogFormat {

    /** What logback.xml chooses by, now and when Spring reads it again. */
    private static final String PROPERTY = "urne.log.format";

    private LogFormat() {}

    /**
     * Has all lines from now on look so.
     *
     * @param format {@code text} or {@code json}
     */
    public static void use(String format) {
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory(); // reads the file, if nothing has yet
        System.setProperty(PROPERTY, format);
        if (loggers instanceof LoggerContext context) {
            context.reset();
            configure(context, format);
        }
    }

    static void configure(LoggerContext context, String format) {
        context.putProperty(PROPERTY, format);
        context.putObject(Environment.class.getName(), environment());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL configuration = Objects.requireNonNull(LogFormat.class.getResource("/logback.xml"));
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException("the log cannot be configured", e);
        }
    }

    private static Environment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("classpath:/urne.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of the program cannot be read", e);
        }
        return environment;
    }
}
