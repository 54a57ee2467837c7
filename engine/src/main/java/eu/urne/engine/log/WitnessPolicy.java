package eu.urne.engine.log;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which witnesses are asked, and which of them must cosign a checkpoint before it is published
 * (docs/formats/witness.md, section 3; c2sp.org/tlog-policy).
 */
public final class WitnessPolicy {

    /**
     * A witness.
     *
     * @param name in the policy
     * @param url where it is asked; empty if it is not
     */
    public record Witness(String name, CosignerKey key, Optional<URI> url) {}

    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Map<String, Predicate<Collection<String>>> rules = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private Optional<Predicate<Collection<String>>> quorum = Optional.empty();

    private WitnessPolicy() {
        rules.put("none", cosigned -> true);
    }

    /**
     * Reads a policy.
     *
     * @throws IllegalArgumentException in one sentence that names the line
     */
    public static WitnessPolicy parse(String text) {
        WitnessPolicy policy = new WitnessPolicy();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].replace('\t', ' ').strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    policy.read(Arrays.asList(line.split(" +")));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + (i + 1) + " of the policy: " + e.getMessage(), e);
                }
            }
        }
        if (policy.quorum.isEmpty()) {
            throw new IllegalArgumentException("the policy has no line \"quorum\"");
        }
        return policy;
    }

    /** Whether the policy is about the log of that key: it names it, or names no log. */
    public boolean names(VerifierKey log) {
        return logs.isEmpty() || logs.contains(log);
    }

    /** The witnesses, in the order of the file. */
    public List<Witness> witnesses() {
        return List.copyOf(witnesses);
    }

    /** Whether the cosignatures of the witnesses with these names are enough. */
    public boolean reached(Collection<String> cosigned) {
        return quorum.orElseThrow().test(cosigned);
    }

    private void read(List<String> words) {
        switch (words.getFirst()) {
            case "log" -> {
                demand(words, 2, 3);
                logs.add(VerifierKey.parse(words.get(1)));
            }
            case "witness" -> {
                demand(words, 3, 4);
                String name = words.get(1);
                define(name, cosigned -> cosigned.contains(name));
                Optional<URI> url = words.size() == 4 ? Optional.of(url(words.get(3))) : Optional.empty();
                witnesses.add(new Witness(name, CosignerKey.parse(words.get(2)), url));
            }
            case "group" -> group(words);
            case "quorum" -> {
                demand(words, 2, 2);
                if (quorum.isPresent()) {
                    throw new IllegalArgumentException("a second line \"quorum\"");
                }
                quorum = Optional.of(known(words.get(1)));
            }
            default -> throw new IllegalArgumentException("begins with none of log, witness, group, quorum");
        }
    }

    private void group(List<String> words) {
        demand(words, 4, Integer.MAX_VALUE);
        List<Predicate<Collection<String>>> parts = new ArrayList<>();
        for (String member : words.subList(3, words.size())) {
            if (member.equals("none") || !members.add(member)) {
                throw new IllegalArgumentException("\"" + member + "\" cannot be a member, or is one already");
            }
            parts.add(known(member));
        }
        int threshold = threshold(words.get(2), parts.size());
        define(
                words.get(1),
                cosigned -> parts.stream().filter(part -> part.test(cosigned)).count() >= threshold);
    }

    private static int threshold(String text, int size) {
        int threshold =
                switch (text) {
                    case "all" -> size;
                    case "any" -> 1;
                    default -> text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
                };
        if (threshold < 1 || threshold > size) {
            throw new IllegalArgumentException("\"" + text + "\" is not all, any or a number from 1 to " + size);
        }
        return threshold;
    }

    private static URI url(String text) {
        URI url = URI.create(text.endsWith("/") ? text : text + "/");
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("\"" + text + "\" is not the address of a witness");
        }
        return url;
    }

    private void define(String name, Predicate<Collection<String>> rule) {
        if (rules.putIfAbsent(name, rule) != null) {
            throw new IllegalArgumentException("the name \"" + name + "\" is taken");
        }
    }

    private Predicate<Collection<String>> known(String name) {
        Predicate<Collection<String>> rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no line before it defines \"" + name + "\"");
        }
        return rule;
    }

    private static void demand(List<String> words, int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw new IllegalArgumentException(
                    "\"" + words.getFirst() + "\" has " + (words.size() - 1) + " words behind it");
        }
    }
}
