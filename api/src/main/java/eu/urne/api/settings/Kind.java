package eu.urne.api.settings;

import eu.urne.engine.log.Base64Strict;
import eu.urne.engine.participation.AgeBands;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What values a setting takes.
 *
 * @param allowed what is allowed, as it ends the sentence "... is needed"
 */
record Kind(String allowed, Check check) {

    /** Says "no" in place of a number or an address. */
    static final String OFF = "off";

    static final Kind TEXT = new Kind("a text", text -> true);

    static final Kind WORDS = new Kind("a list of words, separated by commas", text -> true);

    static final Kind FOLDER =
            new Kind("the path of a folder", text -> !Path.of(text).toString().isEmpty());

    static final Kind FILE = new Kind("the path of a file that can be read", text -> Files.isReadable(Path.of(text)));

    static final Kind ZONE = new Kind("a time zone such as Europe/Paris", text -> ZoneId.of(text) != null);

    static final Kind AGE_BANDS =
            new Kind("a list of ascending ages such as 0-17,18-64,65+", text -> AgeBands.parse(text) != null);

    static final Kind KEY = new Kind("base64 of 32 bytes", text -> Base64Strict.decode(text).length == 32);

    static final Kind WEB_ADDRESS =
            new Kind("an address that begins with https: or http:", text -> List.of("https", "http")
                    .contains(new URI(text).getScheme()));

    static final Kind ISSUER = new Kind(
            "an address that begins with https:, or with http: of this machine", text -> isIssuer(new URI(text)));

    static final Kind POSTGRESQL = new Kind(
            "an address such as jdbc:postgresql://host:5432/database", text -> text.matches("jdbc:postgresql://.+/.+"));

    static final Kind EVENTSTOREDB = new Kind(
            "an address such as esdb://host:2113?tls=true",
            text -> text.matches("(esdb|kurrent|kurrentdb|kdb)(\\+discover)?://.+"));

    static final Kind NETWORKS = new Kind(
            "a list of addresses or networks such as 127.0.0.1,10.0.0.0/8, separated by commas",
            text -> Networks.parse(text) != null);

    /** Reads a value; false or any exception if it cannot. */
    interface Check {
        boolean passes(String text) throws Exception;
    }

    private static boolean isIssuer(URI uri) {
        return "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme())
                        && List.of("127.0.0.1", "localhost").contains(uri.getHost()));
    }

    static Kind oneOf(String... values) {
        return new Kind("one of " + String.join(", ", values), text -> Arrays.asList(values)
                .contains(text));
    }

    static Kind number(long least, long most) {
        return new Kind("a number from " + least + " to " + most, text -> isWithin(text, least, most));
    }

    static Kind numberOrOff(long least, long most) {
        return new Kind(
                OFF + " or a number from " + least + " to " + most,
                text -> text.equals(OFF) || isWithin(text, least, most));
    }

    private static boolean isWithin(String text, long least, long most) {
        return text.matches("\\d{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
    }

    static Kind size(String least, String most) {
        long from = DataSize.parse(least).toBytes();
        long to = DataSize.parse(most).toBytes();
        return new Kind("a size from " + least + " to " + most + ", such as 512MB", text -> {
            long bytes = DataSize.parse(text).toBytes();
            return bytes >= from && bytes <= to;
        });
    }

    static Kind time(String least, String most) {
        Duration from = DurationStyle.SIMPLE.parse(least);
        Duration to = DurationStyle.SIMPLE.parse(most);
        return new Kind("a time from " + least + " to " + most + ", such as 30s", text -> {
            Duration time = DurationStyle.SIMPLE.parse(text);
            return time.compareTo(from) >= 0 && time.compareTo(to) <= 0;
        });
    }

    static Kind staffKeys(int length) {
        return new Kind(
                "a list of keys of at least " + length + " characters, separated by commas",
                text -> Settings.words(text).stream().allMatch(key -> key.length() >= length));
    }

    /** Whether a setting of this kind can have this value. */
    boolean accepts(String text) {
        try {
            return check.passes(text);
        } catch (Exception e) { // whatever a parser throws at what it cannot read
            return false;
        }
    }
}
