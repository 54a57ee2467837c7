package eu.urne.audit.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the events of signers of minutes (docs/formats/councils.md, section 8). */
final class SignerEventReader {
    private static final int MOST_KEYS = 1_000;

    private SignerEventReader() {}

    static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.SignerNamed.v1" -> named(data);
            case "urne.council.SignerKeyRegistered.v1" -> registered(data);
            case "urne.council.SignerKeyRevoked.v1" -> {
                Members members = Members.exactly(data, "data", "by", "council", "number", "reason", "signer");
                CouncilForms.text(members, "reason");
                yield new SignerEvent.SignerKeyRevoked(
                        CouncilForms.id(members, "council"),
                        CouncilForms.id(members, "signer"),
                        key(members, "number"),
                        members.text("by"));
            }
            case "urne.council.SignerKeyAllowed.v1" -> {
                Members members = Members.exactly(data, "data", "by", "council", "signer");
                yield new SignerEvent.SignerKeyAllowed(
                        CouncilForms.id(members, "council"), CouncilForms.id(members, "signer"), members.text("by"));
            }
            case "urne.council.SignerRetired.v1" -> {
                Members members = Members.exactly(data, "data", "council", "reason", "signer");
                CouncilForms.text(members, "reason");
                yield new SignerEvent.SignerRetired(
                        CouncilForms.id(members, "council"), CouncilForms.id(members, "signer"));
            }
            default -> MinutesEventReader.read(type, data);
        };
    }

    static int key(Members members, String name) throws MalformedException {
        return (int) members.integer(name, 1, MOST_KEYS);
    }

    /** Tells whether a member that spells a role says CHAIR; else it says SECRETARY. */
    static boolean isChair(Members members) throws MalformedException {
        String role = members.text("role");
        if (!role.equals("CHAIR") && !role.equals("SECRETARY")) {
            throw members.wrong("role", "is neither CHAIR nor SECRETARY");
        }
        return role.equals("CHAIR");
    }

    /** What is signed: a context, a line end, and some members of an event's data. */
    static Bytes statement(String context, Json data, String... names) throws MalformedException {
        if (!(data instanceof JsonObject(SortedMap<String, Json> all))) {
            throw new MalformedException("data is no object");
        }
        SortedMap<String, Json> some = new TreeMap<>(all);
        some.keySet().retainAll(Set.of(names));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((context + "\n").getBytes(US_ASCII));
        bytes.writeBytes(CanonicalWriter.bytes(new JsonObject(some)));
        return Bytes.of(bytes.toByteArray());
    }

    private static SignerEvent named(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "council", "signer", "terms");
        Members terms = Members.exactly(members.value("terms"), "terms", "role", "seat", "title");
        CouncilForms.line(terms, "title");
        boolean chair = isChair(terms);
        int seat = CouncilForms.seat(terms, "seat", 0);
        if (!chair && seat != 0) {
            throw terms.wrong("seat", "is not 0, but a secretary has none");
        }
        return new SignerEvent.SignerNamed(
                CouncilForms.id(members, "council"), CouncilForms.id(members, "signer"), chair, seat);
    }

    private static SignerEvent registered(Json data) throws MalformedException {
        Members members = Members.withOptional(
                data, "data", Set.of("endorsement"), "council", "key", "number", "proof", "signer");
        return new SignerEvent.SignerKeyRegistered(
                CouncilForms.id(members, "council"),
                CouncilForms.id(members, "signer"),
                key(members, "number"),
                Bytes.of(members.hex("key", Ed25519Key.LENGTH)),
                Bytes.of(members.base64("proof", Ed25519Key.SIGNATURE_LENGTH)),
                members.has("endorsement")
                        ? Bytes.of(members.base64("endorsement", Ed25519Key.SIGNATURE_LENGTH))
                        : null,
                statement("urne-signer-v1", data, "council", "key", "number", "signer"));
    }
}
