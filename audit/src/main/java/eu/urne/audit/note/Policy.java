package eu.urne.audit.note;

import eu.urne.audit.json.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which logs are trusted and which of their witnesses must have cosigned a checkpoint (c2sp.org/tlog-policy).
 *
 * @param logs the keys of the logs; none if the log is known otherwise
 * @param witnesses the witnesses by their names in the policy
 * @param quorum the rule
 */
public record Policy(List<VerifierKey> logs, Map<String, CosignerKey> witnesses, Quorum quorum) {

    /** The most bytes that a policy may have. */
    public static final int MAX_BYTES = 65_535;

    /** Copies the collections. */
    public Policy {
        logs = List.copyOf(logs);
        witnesses = new LinkedHashMap<>(witnesses);
    }

    /** Which cosignatures are enough. */
    public sealed interface Quorum {

        /** None is needed. */
        record None() implements Quorum {}

        /**
         * That of one witness.
         *
         * @param name its name in the policy
         */
        record One(String name) implements Quorum {}

        /**
         * Those of some members.
         *
         * @param name the name of the group
         * @param threshold how many, at least 1 and at most the number of members
         * @param members witnesses and groups
         */
        record Group(String name, int threshold, List<Quorum> members) implements Quorum {}
    }

    /**
     * What a policy says of a note.
     *
     * @param cosigned the names of the witnesses that have cosigned it
     * @param reached whether these are a quorum
     */
    public record Verdict(List<String> cosigned, boolean reached) {}

    /**
     * Reads a policy.
     *
     * @param text the whole file
     * @throws MalformedException if a line breaks the format; the message names the line
     */
    public static Policy parse(String text) throws MalformedException {
        return new PolicyReader().read(text);
    }

    /**
     * Finds the key of a log.
     *
     * @param origin the origin of the log
     * @return its key; empty if the policy names no such log
     */
    public Optional<VerifierKey> log(String origin) {
        return logs.stream().filter(key -> key.name().equals(origin)).findFirst();
    }

    /**
     * Looks which witnesses have cosigned a note. The signature of the log is not looked at.
     *
     * @param note the note of a checkpoint
     * @throws MalformedException if a cosignature of a known witness is bad
     */
    public Verdict judge(SignedNote note) throws MalformedException {
        List<String> cosigned = new ArrayList<>();
        for (Map.Entry<String, CosignerKey> witness : witnesses.entrySet()) {
            if (witness.getValue().cosigned(note).isPresent()) {
                cosigned.add(witness.getKey());
            }
        }
        return new Verdict(List.copyOf(cosigned), reached(quorum, cosigned));
    }

    /**
     * Demands that a note satisfies this policy.
     *
     * @param note the note of a checkpoint, whose signature of the log is good
     * @param log the key that signed it
     * @return the names of the witnesses that have cosigned it
     * @throws MalformedException if the log is not one of the policy, or the quorum is not reached
     */
    public List<String> demand(SignedNote note, VerifierKey log) throws MalformedException {
        if (!logs.isEmpty() && !logs.contains(log)) {
            throw new MalformedException("is of the key " + log + ", which the policy does not name");
        }
        Verdict verdict = judge(note);
        if (!verdict.reached()) {
            throw new MalformedException("is not cosigned by the quorum of the policy: of " + witnesses.size()
                    + " witnesses "
                    + (verdict.cosigned().isEmpty() ? "none" : String.join(", ", verdict.cosigned()))
                    + " cosigned");
        }
        return verdict.cosigned();
    }

    private static boolean reached(Quorum quorum, List<String> cosigned) {
        return switch (quorum) {
            case Quorum.None none -> true;
            case Quorum.One one -> cosigned.contains(one.name());
            case Quorum.Group group ->
                group.members().stream()
                                .filter(member -> reached(member, cosigned))
                                .count()
                        >= group.threshold();
        };
    }
}
