package eu.urne.api;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server is started with.
 *
 * @param all what the installation was told
 * @param rebuild whether the views are deleted first and built anew from the log
 * @param clock the one clock of the server: the machine's, or that of a scenario
 */
public record ServerSettings(Settings all, boolean rebuild, Clock clock) {

    private static final String OFF = "off";

    /**
     * A server inside a command or a test: what is not said here is as the environment says, and nobody monitors it,
     * bounds the rate of its requests or compares its clock.
     *
     * @param data folder of the installation; created where it does not exist
     * @param address to bind, a host name or IP address
     * @param port from 1 to 65,535; 0 for any free one
     * @param origin name of the public log; empty for the one that the folder has
     * @param rebuild whether the views are deleted first and built anew from the log
     * @param witnesses file of the policy that says who must cosign a checkpoint before it is shown; empty for nobody
     * @param staffKeys valid staff keys; empty for those that the folder knows
     * @param clock its clock
     * @throws IllegalArgumentException in one sentence, if one is wrong
     */
    public ServerSettings(
            Path data,
            String address,
            int port,
            String origin,
            boolean rebuild,
            Optional<Path> witnesses,
            List<String> staffKeys,
            Clock clock) {
        this(told(data, address, port, origin, witnesses, staffKeys), rebuild, clock);
    }

    /** The same on the machine's time. */
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

    private static Settings told(
            Path data, String address, int port, String origin, Optional<Path> witnesses, List<String> staffKeys) {
        Map<Setting, String> told = new EnumMap<>(Setting.class);
        told.put(Setting.DATA, data.toString());
        told.put(Setting.ADDRESS, address);
        told.put(Setting.PORT, String.valueOf(port));
        told.put(Setting.ORIGIN, origin);
        told.put(Setting.WITNESSES, witnesses.map(Path::toString).orElse(""));
        told.put(Setting.STAFF_KEYS, String.join(",", staffKeys));
        told.put(Setting.CLOCK_CHECK, OFF);
        told.put(Setting.MANAGEMENT_PORT, OFF);
        told.put(Setting.LIMIT_REQUESTS, OFF);
        told.put(Setting.LIMIT_WRITES, OFF);
        told.put(Setting.LIMIT_STAFF, OFF);
        return Settings.of(told);
    }

    /** A server on this machine only, on any free port, with the keys that the folder knows. */
    public static ServerSettings local(Path data) {
        return new ServerSettings(data, "127.0.0.1", 0, "", false, Optional.empty(), List.of());
    }

    /** The same with another clock. */
    public ServerSettings with(Clock other) {
        return new ServerSettings(all, rebuild, other);
    }

    /**
     * The same with other values for some settings.
     *
     * @throws IllegalArgumentException in one sentence, if one is wrong
     */
    public ServerSettings with(Map<Setting, String> others) {
        return new ServerSettings(all.with(others), rebuild, clock);
    }

    /** Folder of the node. */
    public Path data() {
        return Path.of(all.text(Setting.DATA));
    }

    /** Address to bind. */
    public String address() {
        return all.text(Setting.ADDRESS);
    }

    /** Port to bind; 0 for any free one. */
    public int port() {
        return Math.toIntExact(all.number(Setting.PORT).orElseThrow());
    }

    /** Policy of witnesses; empty for none. */
    public Optional<Path> witnesses() {
        return all.told(Setting.WITNESSES).map(Path::of);
    }
}
