package eu.urne.audit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.ballot.PollId;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.tally.Option;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the events of a poll up to the reveal of its key (docs/formats/events.md, section 1). */
final class PollEventReader {
    static final int MAX_OPTIONS = 10_000;
    private static final int MAX_ID_BYTES = 64;
    private static final int SCALAR_BYTES = 32;
    private static final int SHOWN_TITLE = 4_000;

    private PollEventReader() {}

    static PollEvent defined(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "definition", "hash", "options", "poll");
        int options = (int) members.integer("options", 1, MAX_OPTIONS);
        Definition definition = DefinitionReader.read(members.value("definition"), options);
        if (!definition.poll().equals(members.text("poll"))) {
            throw members.wrong("poll", "is not the poll of the definition");
        }
        return new PollEvent.PollDefined(definition, Bytes.of(members.hex("hash", Sha256.LENGTH)), options);
    }

    static PollEvent optionsListed(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "from", "options", "poll");
        List<Option> options = new ArrayList<>();
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        for (Json element : members.array("options")) {
            Members option = Members.exactly(element, "option", "cost", "id", "title");
            String id = option.text("id");
            if (id.isEmpty() || id.getBytes(UTF_8).length > MAX_ID_BYTES) {
                throw option.wrong("id", "is not 1 to 64 bytes");
            }
            long cost = option.integer("cost", 0, CanonicalJson.MAX_INTEGER);
            canonical.writeBytes((options.isEmpty() ? "" : ",").getBytes(UTF_8));
            canonical.writeBytes(CanonicalWriter.bytes(element));
            options.add(new Option(id, cost, StrictText.printable(option.text("title"), SHOWN_TITLE)));
        }
        if (options.isEmpty()) {
            throw members.wrong("options", "is empty");
        }
        return new PollEvent.OptionsListed(
                PollId.checked(members, "poll"),
                members.integer("from", 0, MAX_OPTIONS),
                List.copyOf(options),
                Bytes.of(canonical.toByteArray()));
    }

    static PollEvent registerOpened(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "admitted", "checkpoint", "handedOut", "poll", "void");
        members.integer("void", 0, 0);
        return new PollEvent.RegisterOpened(PollId.checked(members, "poll"), figures(members));
    }

    static PollEvent registerClosed(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "admitted", "checkpoint", "handedOut", "poll", "void");
        return new PollEvent.RegisterClosed(PollId.checked(members, "poll"), figures(members));
    }

    private static RegisterFigures figures(Members members) throws MalformedException {
        return new RegisterFigures(
                members.integer("admitted", 0, CanonicalJson.MAX_INTEGER),
                members.integer("handedOut", 0, CanonicalJson.MAX_INTEGER),
                members.integer("void", 0, CanonicalJson.MAX_INTEGER),
                checkpoint(members));
    }

    static Checkpoint checkpoint(Members members) throws MalformedException {
        try {
            SignedNote note = SignedNote.parse(members.text("checkpoint").getBytes(UTF_8));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (note.signatures().stream().noneMatch(line -> line.name().equals(checkpoint.origin()))) {
                throw new MalformedException("has no signature line of its own origin");
            }
            return checkpoint;
        } catch (MalformedException e) {
            throw members.wrong("checkpoint", e.getMessage());
        }
    }

    static PollEvent opened(Json data) throws MalformedException {
        Members members = Members.withOptional(data, "data", Set.of("budget"), "definition", "poll");
        return new PollEvent.PollOpened(
                PollId.checked(members, "poll"),
                Bytes.of(members.hex("definition", Sha256.LENGTH)),
                members.has("budget") ? members.text("budget") : null);
    }

    static PollEvent sealed(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "count", "poll", "root");
        return new PollEvent.PollSealed(
                PollId.checked(members, "poll"),
                members.integer("count", 0, CanonicalJson.MAX_INTEGER),
                Bytes.of(members.hex("root", Sha256.LENGTH)));
    }

    static PollEvent keyRevealed(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "key", "poll");
        return new PollEvent.PollKeyRevealed(
                PollId.checked(members, "poll"), Bytes.of(members.base64("key", SCALAR_BYTES)));
    }
}
