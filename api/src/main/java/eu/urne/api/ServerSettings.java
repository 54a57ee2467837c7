package eu.urne.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What a server is started with.
 *
 * @param data folder of the installation; created where it does not exist
 * @param address to bind, a host name or IP address
 * @param port from 1 to 65,535; 0 for any free one
 * @param origin name of the public log; empty for the one that the folder has
 * @param rebuild whether the views are deleted first and built anew from the log
 * @param witnesses file of the policy that says who must cosign a checkpoint before it is shown; empty for nobody
 * @param staffKeys valid staff keys; empty for those that the folder knows
 * @param clock the one clock of the server: the machine's, or that of a scenario
 */
public record ServerSettings(
        Path data,
        String address,
        int port,
        String origin,
        boolean rebuild,
        Optional<Path> witnesses,
        List<String> staffKeys,
        Clock clock) {

    /** Checks the port. */
    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port must be from 0 to 65535, not " + port);
        }
        staffKeys = List.copyOf(staffKeys);
    }

    /** A server on the machine's time. */
    public ServerSettings(
            Path data,
            String address,
            int port,
            String origin,
            boolean rebuild,
            Optional<Path> witnesses,
            List<String> staffKeys) {
        this(data, address, port, origin, rebuild, witnesses, staffKeys, Clock.systemUTC());
    }

    /** The same with another clock. */
    public ServerSettings with(Clock other) {
        return new ServerSettings(data, address, port, origin, rebuild, witnesses, staffKeys, other);
    }

    /** A server on this machine only, on any free port, with the keys that the folder knows. */
    public static ServerSettings local(Path data) {
        return new ServerSettings(data, "127.0.0.1", 0, "", false, Optional.empty(), List.of());
    }
}
