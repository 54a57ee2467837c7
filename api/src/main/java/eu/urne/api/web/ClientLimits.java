package eu.urne.api.web;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many requests a client makes: who has a staff key by that key, everybody else by address. Whoever is over
 * a limit is told after how many seconds to come again.
 */
public final class ClientLimits extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final StaffKeys keys;
    private final Optional<Buckets> requests;
    private final Optional<Buckets> writes;
    private final Optional<Buckets> staff;

    /** The limits of an installation, by the machine's steady time. */
    public ClientLimits(Settings settings, StaffKeys keys) {
        this(settings, keys, TimeMeter.SYSTEM_NANOTIME);
    }

    ClientLimits(Settings settings, StaffKeys keys, TimeMeter time) {
        this.keys = keys;
        this.requests = buckets(settings, Setting.LIMIT_REQUESTS, time);
        this.writes = buckets(settings, Setting.LIMIT_WRITES, time);
        this.staff = buckets(settings, Setting.LIMIT_STAFF, time);
    }

    private static Optional<Buckets> buckets(Settings settings, Setting setting, TimeMeter time) {
        return settings.number(setting).stream()
                .mapToObj(perMinute -> new Buckets(perMinute, time))
                .findFirst();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long waitNanos = Gate.key(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(keys::pseudonym)
                .map(pseudonym -> wait(staff, pseudonym))
                .orElseGet(() -> waitOfStranger(request));
        if (waitNanos == 0) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(waitNanos + TimeUnit.SECONDS.toNanos(1) - 1));
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        Problem.BUSY.write(response, "too many requests come from this client; send the same again later");
    }

    private long waitOfStranger(HttpServletRequest request) {
        String network = ClientNetwork.of(request.getRemoteAddr());
        long writing = isWriting(request) ? wait(writes, network) : 0;
        return writing > 0 ? writing : wait(requests, network);
    }

    private static long wait(Optional<Buckets> buckets, String client) {
        if (buckets.isEmpty()) {
            return 0;
        }
        ConsumptionProbe probe = buckets.get().of(client).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    /** Whether a request may change something. */
    static boolean isWriting(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }
}
