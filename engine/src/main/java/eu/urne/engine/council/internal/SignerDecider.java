package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.Signer;
import eu.urne.engine.council.Signer.Awaited;
import eu.urne.engine.council.Signer.Barred;
import eu.urne.engine.council.Signer.Keyed;
import eu.urne.engine.council.Signer.Known;
import eu.urne.engine.council.Signer.Retired;
import eu.urne.engine.council.SignerCommand;
import eu.urne.engine.council.SignerCommand.AllowSignerKey;
import eu.urne.engine.council.SignerCommand.NameSigner;
import eu.urne.engine.council.SignerCommand.RegisterSignerKey;
import eu.urne.engine.council.SignerCommand.RetireSigner;
import eu.urne.engine.council.SignerCommand.RevokeSignerKey;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.SignerEvent.SignerKeyAllowed;
import eu.urne.engine.council.SignerEvent.SignerKeyRegistered;
import eu.urne.engine.council.SignerEvent.SignerKeyRevoked;
import eu.urne.engine.council.SignerEvent.SignerNamed;
import eu.urne.engine.council.SignerEvent.SignerRetired;
import java.util.List;

/** What happens to a signer of minutes on a command: pure, the same for the same state. */
public final class SignerDecider {

    private static final int MOST_KEYS = 1_000;

    private SignerDecider() {}

    /** The events that follow, or why not. */
    public static Decision<SignerEvent> decide(Signer signer, SignerCommand command) {
        if (command instanceof NameSigner name) {
            return name(signer, name);
        }
        if (!(signer instanceof Known known)) {
            return Decision.refuse(
                    UNKNOWN, "signer: the council " + command.council() + " has no signer " + command.signer());
        }
        if (known instanceof Retired) {
            return command instanceof RetireSigner
                    ? unchanged()
                    : Decision.refuse(WRONG_STATE, "signer: " + command.signer() + " signs no longer");
        }
        return switch (command) {
            case NameSigner name -> name(signer, name);
            case RegisterSignerKey register -> register(known, register);
            case RevokeSignerKey revoke -> revoke(known, revoke);
            case AllowSignerKey allow -> allow(known, allow);
            case RetireSigner retire ->
                Reasons.isGiven(retire.reason())
                        ? Decision.accept(new SignerRetired(
                                retire.council(),
                                retire.signer(),
                                retire.reason().strip()))
                        : unreasoned();
        };
    }

    private static Decision<SignerEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }

    private static Decision<SignerEvent> unreasoned() {
        return Decision.refuse(INVALID, "reason: 1 to " + Reasons.MOST + " characters are needed");
    }

    private static Decision<SignerEvent> name(Signer signer, NameSigner command) {
        if (signer instanceof Known known) {
            return known.terms().equals(command.terms())
                    ? unchanged()
                    : Decision.refuse(EXISTS, "signer: " + command.signer() + " is named otherwise");
        }
        return Decision.accept(new SignerNamed(command.council(), command.signer(), command.terms()));
    }

    private static Decision<SignerEvent> register(Known signer, RegisterSignerKey command) {
        if (signer instanceof Keyed keyed && keyed.key().equals(command.key())) {
            return unchanged();
        }
        if (signer instanceof Barred) {
            return Decision.refuse(
                    WRONG_STATE, "key: a second person allows a new key first, as the one before was revoked");
        }
        int next = signer.keys() + 1;
        if (command.number() != next || next > MOST_KEYS) {
            return Decision.refuse(
                    INVALID,
                    "number: the next key of " + command.signer() + " is number " + next + " of at most " + MOST_KEYS
                            + ", not " + command.number());
        }
        if (!command.isProved()) {
            return Decision.refuse(INVALID, "proof: the registration is not signed with the key that it tells");
        }
        boolean endorsed =
                signer instanceof Keyed keyed ? command.isEndorsedBy(keyed.key()) : command.endorsement() == null;
        return endorsed
                ? Decision.accept(new SignerKeyRegistered(
                        command.council(),
                        command.signer(),
                        next,
                        command.key(),
                        command.proof(),
                        command.endorsement()))
                : Decision.refuse(
                        INVALID,
                        signer instanceof Keyed
                                ? "endorsement: the key in use has not signed the registration of the one behind it"
                                : "endorsement: there is no key in use that could endorse another");
    }

    private static Decision<SignerEvent> revoke(Known signer, RevokeSignerKey command) {
        return switch (signer) {
            case Keyed keyed ->
                Reasons.isGiven(command.reason())
                        ? Decision.accept(new SignerKeyRevoked(
                                command.council(),
                                command.signer(),
                                keyed.keys(),
                                command.reason().strip(),
                                command.by()))
                        : unreasoned();
            case Barred barred -> unchanged();
            case Awaited awaited ->
                Decision.refuse(WRONG_STATE, "key: " + command.signer() + " has no key in use to be revoked");
            case Retired retired -> throw new IllegalStateException("whoever signs no longer is told so before");
        };
    }

    private static Decision<SignerEvent> allow(Known signer, AllowSignerKey command) {
        if (!(signer instanceof Barred barred)) {
            return signer instanceof Awaited
                    ? unchanged()
                    : Decision.refuse(WRONG_STATE, "key: " + command.signer() + " has one in use");
        }
        return barred.revokedBy().equals(command.by())
                ? Decision.refuse(INVALID, "by: another person than who revoked the key before allows a new one")
                : Decision.accept(new SignerKeyAllowed(command.council(), command.signer(), command.by()));
    }
}
