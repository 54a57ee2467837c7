package eu.urne.api.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Measures requests by what kind of route they take and how they ended. Routes that voters take are one
 * ({@link Route}). Requests are shown twenty at a time; those that failed by the server's fault at once, so that an
 * alert sees the first.
 */
final class RequestMeter extends OncePerRequestFilter {

    private static final String NAME = "urne.http.requests";
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private record Key(String route, String outcome) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<Key, StepTimer> timers = new ConcurrentHashMap<>();

    RequestMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            record(Route.of(request), answered ? response.getStatus() : 500, System.nanoTime() - begun);
        }
    }

    private void record(String route, int status, long nanos) {
        Key key = new Key(route, outcome(status));
        if (status >= 500) {
            timer(key).record(nanos, TimeUnit.NANOSECONDS);
        } else {
            timers.computeIfAbsent(key, each -> new StepTimer(timer(each))).record(nanos);
        }
    }

    private Timer timer(Key key) {
        return Timer.builder(NAME)
                .description("Requests by kind of route; shown twenty at a time")
                .tag("route", key.route)
                .tag("outcome", key.outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private static String outcome(int status) {
        if (status == 429) {
            return "limited";
        }
        return switch (status / 100) {
            case 2, 3 -> "answered";
            case 4 -> "refused";
            default -> "failed";
        };
    }
}
