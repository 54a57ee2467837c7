package eu.urne.audit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Policy;

/** The file of the option {@code --policy}. */
final class PolicyFile {
    private PolicyFile() {}

    static Policy read(String file) throws UnreadableEvidenceException {
        byte[] bytes = SmallFile.read(file, Policy.MAX_BYTES);
        try {
            return Policy.parse(new String(bytes, UTF_8));
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException(file + " " + e.getMessage());
        }
    }
}
