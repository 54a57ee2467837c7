package eu.urne.audit.note;

import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.note.Policy.Quorum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads policies line by line (c2sp.org/tlog-policy). */
final class PolicyReader {
    private static final String NONE = "none";
    private static final int MAX_LINES = 1_000;
    private static final int SHOWN = 80;

    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, CosignerKey> witnesses = new LinkedHashMap<>();
    private final Map<String, Quorum> defined = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> publicKeys = new HashSet<>();
    private @Nullable Quorum quorum;

    Policy read(String text) throws MalformedException {
        String[] lines = text.split("\n", MAX_LINES + 1);
        if (lines.length > MAX_LINES) {
            throw new MalformedException("is a policy of more than " + MAX_LINES + " lines");
        }
        for (int number = 1; number <= lines.length; number++) {
            try {
                line(lines[number - 1]);
            } catch (MalformedException e) {
                throw new MalformedException("is not a policy: line " + number + " " + e.getMessage());
            }
        }
        if (quorum == null) {
            throw new MalformedException("is not a policy: it has no line 'quorum'");
        }
        return new Policy(logs, witnesses, quorum);
    }

    private void line(String line) throws MalformedException {
        if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new MalformedException("has a control character");
        }
        String stripped = line.replace('\t', ' ').strip();
        if (stripped.isEmpty() || stripped.startsWith("#")) {
            return;
        }
        List<String> words = Arrays.asList(stripped.split(" +"));
        switch (words.getFirst()) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default ->
                throw new MalformedException("begins with '" + StrictText.printable(words.getFirst(), SHOWN)
                        + "' instead of log, witness, group or quorum");
        }
    }

    private void log(List<String> words) throws MalformedException {
        demand(words, 2, 3, "log <vkey> [<url>]");
        VerifierKey key = VerifierKey.parse(words.get(1));
        demandNew("log ", key.key().encoded());
        logs.add(key);
    }

    private void witness(List<String> words) throws MalformedException {
        demand(words, 3, 4, "witness <name> <vkey> [<url>]");
        CosignerKey key = CosignerKey.parse(words.get(2));
        demandNew("witness ", key.key().encoded());
        String name = words.get(1);
        define(name, new Quorum.One(name));
        witnesses.put(name, key);
    }

    private void group(List<String> words) throws MalformedException {
        demand(words, 4, Integer.MAX_VALUE, "group <name> all|any|<k> <name>...");
        List<Quorum> parts = new ArrayList<>();
        for (String member : words.subList(3, words.size())) {
            parts.add(known(member));
            if (!members.add(member)) {
                throw new MalformedException("lists '" + StrictText.printable(member, SHOWN) + "' a second time");
            }
        }
        define(words.get(1), new Quorum.Group(words.get(1), threshold(words.get(2), parts.size()), List.copyOf(parts)));
    }

    private static int threshold(String text, int size) throws MalformedException {
        long threshold =
                switch (text) {
                    case "all" -> size;
                    case "any" -> 1;
                    default -> StrictText.decimal(text).orElse(0L);
                };
        if (threshold < 1 || threshold > size) {
            throw new MalformedException("demands '" + StrictText.printable(text, SHOWN) + "' of " + size
                    + " members, not all, any or a number from 1");
        }
        return (int) threshold;
    }

    private void quorum(List<String> words) throws MalformedException {
        demand(words, 2, 2, "quorum <name>");
        if (quorum != null) {
            throw new MalformedException("is a second line 'quorum'");
        }
        quorum = words.get(1).equals(NONE) ? new Quorum.None() : known(words.get(1));
    }

    private Quorum known(String name) throws MalformedException {
        Quorum found = defined.get(name);
        if (found == null) {
            throw new MalformedException(
                    "names '" + StrictText.printable(name, SHOWN) + "', which no line before it defines");
        }
        return found;
    }

    private void define(String name, Quorum what) throws MalformedException {
        if (name.equals(NONE) || defined.putIfAbsent(name, what) != null) {
            throw new MalformedException("defines '" + StrictText.printable(name, SHOWN) + "', which is taken");
        }
    }

    private void demandNew(String kind, byte[] key) throws MalformedException {
        if (!publicKeys.add(kind + StrictText.hex(key))) {
            throw new MalformedException("names the key of another line again");
        }
    }

    private static void demand(List<String> words, int least, int most, String form) throws MalformedException {
        if (words.size() < least || words.size() > most) {
            throw new MalformedException("has not the form '" + form + "'");
        }
    }
}
