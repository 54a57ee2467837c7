package eu.urne.api.moving;

import eu.urne.engine.log.Base64Strict;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.moving.LogCopy;
import java.io.PrintWriter;
import java.util.Locale;

/** How the commands tell of logs. */
final class Told {

    private Told() {}

    /** With commas between thousands. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A log's name, size and root in one line. */
    static String end(VerifierKey key, long size, byte[] root, String remark) {
        return key.origin() + ": " + count(size) + " entries" + remark + ", root " + Base64Strict.encode(root);
    }

    static void copied(LogCopy.Report report, String to, PrintWriter out) {
        out.println(
                count(report.copied()) + " entries copied to " + to + ", up to position " + count(report.position()));
        report.ends().values().forEach(end -> out.println(end(end.key(), end.size(), end.root(), "") + " in both"));
        report.differing().forEach(out::println);
    }
}
