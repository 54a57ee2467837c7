package eu.urne.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What figures of requests tell apart. */
class RouteTest {

    @Test
    void whatVotersDoIsOne() {
        assertThat(List.of(
                        "/api/polls/{poll}/ballots",
                        "/api/polls/{poll}/cards/{token}",
                        "/receipts",
                        "/receipts/{code}",
                        "/stand/{draw}",
                        "/api/questionnaires/{questionnaire}/answers",
                        "/booth",
                        "/api/tablets/self/waiting"))
                .allSatisfy(route -> assertThat(Route.named(route)).isEqualTo("voting"));
    }

    @Test
    void whatServesPeopleIsOne() {
        assertThat(List.of(
                        "/api/polls/{poll}/register/hand-outs",
                        "/api/polls/{poll}/voters/{person}",
                        "/desk/polls/{poll}/admission",
                        "/api/gatherings/{gathering}/check-ins"))
                .allSatisfy(route -> assertThat(Route.named(route)).isEqualTo("serving"));
    }

    @Test
    void otherRoutesHaveTheirTemplate() {
        assertThat(Route.named("/api/budgets/{budget}")).isEqualTo("/api/budgets/{budget}");
        assertThat(Route.named("/log/checkpoint")).isEqualTo("/log/checkpoint");
    }

    @Test
    void aTimerShowsTwentyAtATime() {
        Timer shown = new SimpleMeterRegistry().timer("t");
        StepTimer timer = new StepTimer(shown);
        for (int i = 1; i <= 59; i++) {
            timer.record(1_000);
            assertThat(shown.count()).isEqualTo(i / 20 * 20L);
        }
    }
}
