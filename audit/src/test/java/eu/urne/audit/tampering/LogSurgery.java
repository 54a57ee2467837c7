package eu.urne.audit.tampering;

import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExampleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Changes of a finished log by somebody who has its key: entries are signed again, and polls are sealed again. */
final class LogSurgery {
    private final ExampleLog log;

    LogSurgery(ExampleLog log) {
        this.log = log;
    }

    /** The index of the nth entry of an event, from 0. */
    int find(String event, int nth) {
        int seen = 0;
        for (int i = 0; i < log.entries().size(); i++) {
            if (("urne." + event + ".v1").equals(entry(i).get("type")) && seen++ == nth) {
                return i;
            }
        }
        throw new AssertionError("no " + event + " number " + nth);
    }

    Map<String, Object> entry(int index) {
        return ExampleLog.parsed(log.entries().get(index));
    }

    /** Changes an entry and signs it again. */
    void change(int index, Consumer<Map<String, Object>> change) {
        sign(index, change, log.key());
    }

    /** Changes the data of an entry and signs it again. */
    void changeData(int index, Consumer<Map<String, Object>> change) {
        change(index, entry -> change.accept(member(entry, "data")));
    }

    /** Changes an entry and signs it with some key. */
    void sign(int index, Consumer<Map<String, Object>> change, ExampleKey key) {
        Map<String, Object> entry = entry(index);
        entry.remove("sig");
        change.accept(entry);
        log.entries().set(index, log.sign(entry, key));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> member(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }

    /** Makes every seal tell what now stands in its poll. */
    void sealAgain() {
        for (int i = 0; i < log.entries().size(); i++) {
            if ("urne.poll.PollSealed.v1".equals(entry(i).get("type"))) {
                String poll = String.valueOf(member(entry(i), "data").get("poll"));
                List<byte[]> leaves = leaves(poll);
                changeData(i, data -> {
                    data.put("count", leaves.size());
                    data.put("root", ExampleBytes.hex(ExampleTree.root(leaves)));
                });
            }
        }
    }

    private List<byte[]> leaves(String poll) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < log.entries().size(); i++) {
            String stream = String.valueOf(entry(i).get("stream"));
            if (stream.equals("poll/" + poll) || stream.startsWith("ballot/" + poll + "/")) {
                leaves.add(ExampleTree.leaf(log.entries().get(i)));
            }
            if (stream.equals("poll/" + poll) && "urne.poll.PollClosed.v1".equals(entry(i).get("type"))) {
                return leaves;
            }
        }
        return leaves;
    }
}
