package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.event.EventReader;
import eu.urne.audit.json.CanonicalJson;
import java.util.Arrays;

/** docs/formats/events.md: the first line is a type, the rest its data; a listed event is read or refused. */
class EventFuzzTest {

    @FuzzTest
    void eventIsReadOrRefused(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        int end = text.indexOf('\n');
        String type = end < 0 ? text : text.substring(0, end);
        byte[] data = Arrays.copyOfRange(bytes, Math.min(bytes.length, type.getBytes(UTF_8).length + 1), bytes.length);
        Verdicts.audit(() -> EventReader.read(EventType.parse(type), CanonicalJson.read(data)));
    }
}
