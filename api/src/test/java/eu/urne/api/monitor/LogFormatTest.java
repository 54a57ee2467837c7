package eu.urne.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import eu.urne.engine.EngineJson;
import eu.urne.engine.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

/** Lines of the log tell what failed and where, and nothing of what somebody sent. */
class LogFormatTest {

    private static final String SECRET = "Zoé Lefèvre chose the treehouse";

    private static String line(String format, Exception failure) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        PrintStream before = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
        MDC.put("request", "1234");
        try {
            LogFormat.configure(context, format);
            context.getLogger("eu.urne.Test").error("a request failed by a defect", failure);
        } finally {
            MDC.remove("request");
            context.stop();
            System.setErr(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void forPeopleItIsALineAndFrames() {
        assertThat(line("text", new IllegalStateException(SECRET, new IllegalArgumentException(SECRET))))
                .contains("""
                        ERROR e.u.Test: a request failed by a defect [request 1234]
                        java.lang.IllegalStateException
                        """)
                .contains("caused by java.lang.IllegalArgumentException\n\tat eu.urne.api.monitor.LogFormatTest")
                .doesNotContain("Lefèvre", "treehouse", "[command");
    }

    @Test
    void forMachinesItIsOneObject() {
        String line = line("json", new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)));
        assertThat(line.strip()).doesNotContain("\n", "Lefèvre", "treehouse");
        JsonNode json = EngineJson.MAPPER.readTree(line);
        assertThat(json.get("message").asString()).isEqualTo("a request failed by a defect");
        assertThat(json.get("request").asString()).isEqualTo("1234");
        assertThat(json.at("/log/level").asString()).isEqualTo("ERROR");
        assertThat(json.at("/error/stack_trace").asString()).contains("caused by java.lang.IllegalArgumentException");
        assertThat(json.at("/error/message").isMissingNode()).isTrue();
    }

    @Test
    void whatTheStoreSaysIsTold() {
        assertThat(line("text", new StoreException("the log could not be written:\ndisk full")))
                .contains("eu.urne.engine.store.StoreException: the log could not be written: disk full\n");
    }
}
