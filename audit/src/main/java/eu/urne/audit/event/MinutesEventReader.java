package eu.urne.audit.event;

import eu.urne.audit.council.MinutesText;
import eu.urne.audit.council.MinutesText.Part;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the events of minutes (docs/formats/councils.md, section 9). */
final class MinutesEventReader {
    private static final int MOST_NOTES = 200;
    private static final int MOST_VERSIONS = 1_000;

    private MinutesEventReader() {}

    static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.MinutesDrafted.v1" -> {
                Members members = Members.exactly(data, "data", "council", "facts", "meeting", "notes", "version");
                members.integer("version", 1, 1);
                yield new MinutesEvent.MinutesDrafted(council(members), meeting(members), 1, text(members, data));
            }
            case "urne.council.MinutesCorrected.v1" -> {
                Members members =
                        Members.exactly(data, "data", "council", "facts", "meeting", "notes", "reason", "version");
                CouncilForms.text(members, "reason");
                yield new MinutesEvent.MinutesCorrected(
                        council(members), meeting(members), version(members, 2), text(members, data));
            }
            case "urne.council.MinutesSigned.v1" -> {
                Members members = Members.exactly(
                        data, "data", "council", "key", "meeting", "role", "signature", "signer", "version");
                yield new MinutesEvent.MinutesSigned(
                        council(members),
                        meeting(members),
                        version(members, 1),
                        SignerEventReader.isChair(members),
                        CouncilForms.id(members, "signer"),
                        SignerEventReader.key(members, "key"),
                        Bytes.of(members.base64("signature", Ed25519Key.SIGNATURE_LENGTH)));
            }
            case "urne.council.MinutesPublished.v1" -> {
                Members members = Members.exactly(data, "data", "council", "meeting", "version");
                yield new MinutesEvent.MinutesPublished(council(members), meeting(members), version(members, 1));
            }
            default -> DrawEventReader.read(type, data);
        };
    }

    private static String council(Members members) throws MalformedException {
        return CouncilForms.id(members, "council");
    }

    private static String meeting(Members members) throws MalformedException {
        return CouncilForms.id(members, "meeting");
    }

    private static int version(Members members, int least) throws MalformedException {
        return (int) members.integer("version", least, MOST_VERSIONS);
    }

    private static Part part(Members members) throws MalformedException {
        return new Part(CouncilForms.events(members), Bytes.of(members.hex("root", Sha256.LENGTH)));
    }

    private static MinutesText text(Members members, Json data) throws MalformedException {
        Members facts = Members.exactly(members.value("facts"), "facts", "meeting", "motions");
        Members meeting = Members.exactly(facts.value("meeting"), "meeting", "events", "root");
        SortedMap<String, Part> motions = new TreeMap<>();
        boolean inOrder = true;
        for (Json element : facts.array("motions")) {
            Members motion = Members.exactly(element, "motions", "events", "motion", "root");
            String id = CouncilForms.id(motion, "motion");
            inOrder &= motions.isEmpty() || motions.lastKey().compareTo(id) < 0;
            motions.put(id, part(motion));
        }
        return new MinutesText(
                part(meeting),
                Collections.unmodifiableSortedMap(motions),
                inOrder,
                items(members),
                SignerEventReader.statement("", data, "facts", "notes"),
                SignerEventReader.statement(
                        "urne-minutes-v1", data, "council", "facts", "meeting", "notes", "version"));
    }

    private static List<String> items(Members members) throws MalformedException {
        List<String> items = new ArrayList<>();
        for (Json element : members.array("notes")) {
            Members note = Members.withOptional(element, "notes", Set.of("item"), "text");
            CouncilForms.blob(note, "text");
            items.add(note.has("item") ? CouncilForms.id(note, "item") : "");
        }
        if (items.size() > MOST_NOTES) {
            throw members.wrong("notes", "has more than " + MOST_NOTES + " elements");
        }
        return items;
    }
}
