package eu.urne.audit.event;

import eu.urne.audit.ballot.PollId;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import java.util.List;

/** Reads the events about cards and sheets of paper (docs/formats/events.md, section 1; ballot.md, section 7). */
final class CardEventReader {
    private static final int MAX_CARDS = 800;
    private static final int MAX_REASON = 500;

    private CardEventReader() {}

    static PollEvent issued(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "count", "label", "poll", "tokens");
        return new PollEvent.CardsIssued(PollId.checked(members, "poll"), members.text("label"), tokens(members));
    }

    static PollEvent voided(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "channel", "count", "poll", "tokens");
        String channel = members.text("channel");
        if (!channel.equals("card") && !channel.equals("paper")) {
            throw members.wrong("channel", "is neither 'card' nor 'paper'");
        }
        return new PollEvent.CardsVoided(PollId.checked(members, "poll"), channel.equals("paper"), tokens(members));
    }

    private static List<String> tokens(Members members) throws MalformedException {
        List<String> tokens = members.texts("tokens");
        if (members.integer("count", 1, MAX_CARDS) != tokens.size()) {
            throw members.wrong("count", "is not the number of its " + tokens.size() + " tokens");
        }
        String before = "";
        for (String token : tokens) {
            if (StrictText.hex(token, Ed25519Key.LENGTH).isEmpty()) {
                throw members.wrong("tokens", "has an element that is not 64 lower-case hex digits");
            }
            if (token.compareTo(before) <= 0) {
                throw members.wrong("tokens", "is not sorted, or has a token twice: " + token);
            }
            before = token;
        }
        return tokens;
    }

    static PollEvent counted(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "by", "found", "poll");
        return new PollEvent.PaperCounted(PollId.checked(members, "poll"), found(members), members.text("by"));
    }

    static PollEvent reconciled(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "found", "poll");
        return new PollEvent.PaperReconciled(PollId.checked(members, "poll"), found(members));
    }

    private static long found(Members members) throws MalformedException {
        return members.integer("found", 0, CanonicalJson.MAX_INTEGER);
    }

    static PollEvent discrepancy(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "by", "poll", "reason");
        String reason = members.text("reason");
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw members.wrong("reason", "is not 1 to " + MAX_REASON + " characters");
        }
        return new PollEvent.DiscrepancyRecorded(
                PollId.checked(members, "poll"), members.text("by"), StrictText.printable(reason, MAX_REASON));
    }

    static PaperEvent entered(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "by", "commitment", "poll", "token");
        return new PaperEvent.Entered(
                PollId.checked(members, "poll"), token(members), members.text("by"), commitment(members));
    }

    static PaperEvent disputed(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "poll", "token");
        return new PaperEvent.Disputed(PollId.checked(members, "poll"), token(members));
    }

    static PaperEvent agreed(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "commitment", "poll", "token");
        return new PaperEvent.Agreed(PollId.checked(members, "poll"), token(members), commitment(members));
    }

    private static Bytes token(Members members) throws MalformedException {
        return Bytes.of(members.hex("token", Ed25519Key.LENGTH));
    }

    private static String commitment(Members members) throws MalformedException {
        return StrictText.hex(members.hex("commitment", Sha256.LENGTH));
    }
}
