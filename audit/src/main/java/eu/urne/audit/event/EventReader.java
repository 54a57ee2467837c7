package eu.urne.audit.event;

import eu.urne.audit.ballot.Ballot;
import eu.urne.audit.ballot.PollId;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the data of every listed type (docs/formats/events.md; councils.md; consultations.md; log.md, section 4). */
public final class EventReader {
    private static final int PERSON_BYTES = 16;
    private static final int KEY_ID_BYTES = 4;
    private static final Pattern BUDGET = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    static final List<String> REFUSALS = List.of(
            "TOO_YOUNG", "TOO_OLD", "AGE_UNKNOWN", "RESIDENCE", "STUDIES", "SITE", "GROUP", "SEVERAL", "NO_CONSENT");

    private EventReader() {}

    /**
     * Reads an event.
     *
     * @param type its type
     * @param data its data
     * @return the event; an {@link UnlistedEvent} for a type that is not listed
     * @throws MalformedException if the data of a listed type break its format
     */
    public static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.log.LogCreated.v1" -> logCreated(data);
            case "urne.log.KeyAdded.v1" ->
                new LogEvent.KeyAdded(Members.exactly(data, "data", "key").text("key"));
            case "urne.log.KeyRetired.v1" ->
                new LogEvent.KeyRetired(
                        StrictText.hex(Members.exactly(data, "data", "key").hex("key", KEY_ID_BYTES)));
            case "urne.poll.PollDefined.v1" -> PollEventReader.defined(data);
            case "urne.poll.OptionsListed.v1" -> PollEventReader.optionsListed(data);
            case "urne.poll.CardsIssued.v1" -> CardEventReader.issued(data);
            case "urne.poll.CardsVoided.v1" -> CardEventReader.voided(data);
            case "urne.poll.PaperCounted.v1" -> CardEventReader.counted(data);
            case "urne.poll.PaperReconciled.v1" -> CardEventReader.reconciled(data);
            case "urne.poll.DiscrepancyRecorded.v1" -> CardEventReader.discrepancy(data);
            case "urne.poll.TabletEnrolled.v1" -> TabletEventReader.enrolled(data);
            case "urne.poll.VotingEnded.v1" -> new PollEvent.VotingEnded(onlyPoll(data));
            case "urne.poll.TabletEmptied.v1" -> TabletEventReader.emptied(data);
            case "urne.poll.TabletWriteOffAsked.v1" -> TabletEventReader.writeOffAsked(data);
            case "urne.poll.TabletWrittenOff.v1" -> TabletEventReader.writtenOff(data);
            case "urne.poll.PaperBallotEntered.v1" -> CardEventReader.entered(data);
            case "urne.poll.PaperBallotDisputed.v1" -> CardEventReader.disputed(data);
            case "urne.poll.PaperBallotAgreed.v1" -> CardEventReader.agreed(data);
            case "urne.poll.PollOpened.v1" -> PollEventReader.opened(data);
            case "urne.poll.PollClosed.v1" -> new PollEvent.PollClosed(onlyPoll(data));
            case "urne.poll.PollSealed.v1" -> PollEventReader.sealed(data);
            case "urne.poll.PollKeyRevealed.v1" -> PollEventReader.keyRevealed(data);
            case "urne.poll.ScoresDeclared.v1" -> OutcomeReader.scores(data);
            case "urne.poll.OutcomeDeclared.v1" -> OutcomeReader.outcome(data);
            case "urne.poll.BallotCast.v1" -> new PollEvent.BallotCast(Ballot.read(data));
            case "urne.roll.RegisterOpened.v1" -> PollEventReader.registerOpened(data);
            case "urne.roll.RegisterClosed.v1" -> PollEventReader.registerClosed(data);
            default -> ofRegister(type, data);
        };
    }

    private static Event ofRegister(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.roll.AdmissionsOpened.v1" -> new RegisterEvent.AdmissionsOpened(onlyPoll(data));
            case "urne.roll.AdmissionsClosed.v1" -> new RegisterEvent.AdmissionsClosed(onlyPoll(data));
            case "urne.roll.VoterAdmitted.v1" -> voterAdmitted(person(data));
            case "urne.roll.CardHandedOut.v1" -> cardHandedOut(person(data));
            case "urne.roll.VoterRefused.v1" -> voterRefused(data);
            case "urne.roll.ConsentRecorded.v1" -> consentRecorded(data);
            default -> CouncilEventReader.read(type, data);
        };
    }

    private static LogEvent logCreated(Json data) throws MalformedException {
        Members members = Members.withOptional(data, "data", Set.of("replaces"), "format", "key", "origin");
        members.integer("format", 1, 1);
        LogEvent.Replaced replaced = null;
        if (members.has("replaces")) {
            Members old = Members.exactly(members.value("replaces"), "replaces", "checkpoint", "origin");
            replaced = new LogEvent.Replaced(old.text("checkpoint"), old.text("origin"));
        }
        return new LogEvent.LogCreated(members.text("key"), members.text("origin"), replaced);
    }

    private static String onlyPoll(Json data) throws MalformedException {
        return PollId.checked(Members.exactly(data, "data", "poll"), "poll");
    }

    private static Members person(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "person", "poll");
        members.hex("person", PERSON_BYTES);
        PollId.checked(members, "poll");
        return members;
    }

    private static Event voterAdmitted(Members members) throws MalformedException {
        return new RegisterEvent.VoterAdmitted(members.text("poll"), members.text("person"));
    }

    private static Event cardHandedOut(Members members) throws MalformedException {
        return new RegisterEvent.CardHandedOut(members.text("poll"), members.text("person"));
    }

    private static Event voterRefused(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "person", "poll", "reason");
        members.hex("person", PERSON_BYTES);
        String reason = members.text("reason");
        if (!REFUSALS.contains(reason)) {
            throw new MalformedException("reason is none of " + REFUSALS);
        }
        return new RegisterEvent.VoterRefused(PollId.checked(members, "poll"), members.text("person"), reason);
    }

    private static Event consentRecorded(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "budget", "person");
        members.hex("person", PERSON_BYTES);
        if (!BUDGET.matcher(members.text("budget")).matches()) {
            throw new MalformedException("budget is not an id of 1 to 40 characters of a-z, 0-9 and -");
        }
        return new ConsentRecorded(members.text("budget"), members.text("person"));
    }
}
