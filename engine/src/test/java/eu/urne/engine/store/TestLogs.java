package eu.urne.engine.store;

import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import java.nio.file.Path;
import java.util.Map;

/** Logs with fixed keys for tests. */
public final class TestLogs {

    /** Keys of the two logs. */
    public static final Map<LogName, Signer> SIGNERS = signers("test.example/log");

    private TestLogs() {}

    /** The same keys under another name. */
    static Map<LogName, Signer> signers(String origin) {
        return Map.of(
                LogName.PUBLIC, new Signer(new Origin(origin), seed(1)),
                LogName.REGISTER, new Signer(new Origin(origin).register(), seed(2)));
    }

    private static byte[] seed(int fill) {
        byte[] seed = new byte[32];
        java.util.Arrays.fill(seed, (byte) fill);
        return seed;
    }

    /** Opens the logs of a file in this folder. */
    public static SequencedLog open(Path folder) {
        return SequencedLog.open(folder.resolve("log.db"), SIGNERS, 0);
    }

    /** A serializer that knows no events of ours. */
    static EventSerializer serializer() {
        return new EventSerializer(new EventTypes(Map.of()));
    }
}
