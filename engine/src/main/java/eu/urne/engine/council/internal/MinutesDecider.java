package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.Minutes.Known;
import eu.urne.engine.council.MinutesCommand;
import eu.urne.engine.council.MinutesCommand.CorrectMinutes;
import eu.urne.engine.council.MinutesCommand.DraftMinutes;
import eu.urne.engine.council.MinutesCommand.SignMinutes;
import eu.urne.engine.council.MinutesEvent;
import eu.urne.engine.council.MinutesEvent.MinutesCorrected;
import eu.urne.engine.council.MinutesEvent.MinutesDrafted;
import eu.urne.engine.council.MinutesEvent.MinutesPublished;
import eu.urne.engine.council.MinutesEvent.MinutesSigned;
import eu.urne.engine.council.MinutesNote;
import eu.urne.engine.council.MinutesSignature;
import eu.urne.engine.council.MinutesVersion;
import eu.urne.engine.council.SignerRole;
import eu.urne.engine.council.SignerTerms;
import java.util.List;
import java.util.Optional;

/** What happens to minutes on a command: pure, the same for the same state. */
public final class MinutesDecider {

    private static final int MOST_VERSIONS = 1_000;

    private MinutesDecider() {}

    /** The events that follow, or why not. */
    public static Decision<MinutesEvent> decide(Minutes minutes, MinutesCommand command) {
        return switch (command) {
            case DraftMinutes draft -> draft(minutes, draft);
            case CorrectMinutes correct ->
                minutes instanceof Known known ? correct(known, correct) : undrafted(command);
            case SignMinutes sign -> minutes instanceof Known known ? sign(known, sign) : undrafted(command);
        };
    }

    private static Decision<MinutesEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }

    private static Decision<MinutesEvent> undrafted(MinutesCommand command) {
        return Decision.refuse(UNKNOWN, "minutes: there are none of the meeting " + command.meeting());
    }

    private static Optional<Decision<MinutesEvent>> misplaced(List<MinutesNote> notes, List<String> agenda) {
        if (notes.size() > MinutesVersion.MOST_NOTES) {
            return Optional.of(Decision.refuse(INVALID, "notes: there are at most " + MinutesVersion.MOST_NOTES));
        }
        int before = -1;
        boolean whole = false;
        for (MinutesNote note : notes) {
            String item = note.item();
            if (item == null) {
                if (whole) {
                    return Optional.of(Decision.refuse(INVALID, "notes: there is one at most on the whole meeting"));
                }
                whole = true;
                continue;
            }
            int place = agenda.indexOf(item);
            if (place <= before) {
                return Optional.of(Decision.refuse(
                        INVALID,
                        place < 0
                                ? "notes: " + item + " is no item of the agenda"
                                : "notes: there is one at most on " + item));
            }
            before = place;
        }
        return Optional.empty();
    }

    private static Decision<MinutesEvent> draft(Minutes minutes, DraftMinutes command) {
        if (minutes instanceof Known known) {
            boolean same = known.latest().version() == 1
                    && known.latest().notes().equals(command.notes())
                    && known.latest().facts().equals(command.facts());
            return same
                    ? unchanged()
                    : Decision.refuse(
                            EXISTS, "minutes: there are some of the meeting " + command.meeting() + "; correct them");
        }
        return misplaced(command.notes(), command.agenda())
                .orElseGet(() -> Decision.accept(
                        new MinutesDrafted(command.council(), command.meeting(), 1, command.facts(), command.notes())));
    }

    private static Decision<MinutesEvent> correct(Known minutes, CorrectMinutes command) {
        MinutesVersion latest = minutes.latest();
        if (latest.facts().equals(command.facts()) && latest.notes().equals(command.notes())) {
            return unchanged();
        }
        if (!Reasons.isGiven(command.reason())) {
            return Decision.refuse(INVALID, "reason: minutes are corrected with 1 to " + Reasons.MOST + " characters");
        }
        if (latest.version() >= MOST_VERSIONS) {
            return Decision.refuse(WRONG_STATE, "version: minutes have at most " + MOST_VERSIONS);
        }
        return misplaced(command.notes(), command.agenda())
                .orElseGet(() -> Decision.accept(new MinutesCorrected(
                        command.council(),
                        command.meeting(),
                        latest.version() + 1,
                        command.facts(),
                        command.notes(),
                        command.reason().strip())));
    }

    private static Decision<MinutesEvent> sign(Known minutes, SignMinutes command) {
        MinutesVersion latest = minutes.latest();
        SignerTerms terms = command.by().terms();
        if (command.version() != latest.version()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "version: " + command.version() + " was signed, but the latest is " + latest.version());
        }
        MinutesSignature known = minutes.signatures().get(terms.role());
        if (known != null) {
            return known.signer().equals(command.signer())
                    ? unchanged()
                    : Decision.refuse(EXISTS, "role: " + known.signer() + " has signed as " + terms.role());
        }
        if (terms.role() == SignerRole.CHAIR && terms.seat() != command.chair()) {
            return Decision.refuse(
                    INVALID,
                    "signer: " + command.signer() + " stands for the seat " + terms.seat()
                            + ", but the meeting was chaired by the seat " + command.chair());
        }
        if (!command.by().key().verifies(latest.statement(), command.signature())) {
            return Decision.refuse(
                    INVALID,
                    "signature: it is not one of version " + latest.version() + " with key number "
                            + command.by().keys() + " of " + command.signer());
        }
        MinutesSigned signed = new MinutesSigned(
                command.council(),
                command.meeting(),
                latest.version(),
                terms.role(),
                command.signer(),
                command.by().keys(),
                command.signature());
        return minutes.signatures().isEmpty()
                ? Decision.accept(signed)
                : Decision.accept(signed, new MinutesPublished(command.council(), command.meeting(), latest.version()));
    }
}
