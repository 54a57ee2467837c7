package eu.urne.audit.tampering;

import eu.urne.audit.example.ExampleKey;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.KeyRegistration;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesNote;
import eu.urne.engine.council.MinutesVersion;
import eu.urne.engine.council.SignatureText;
import eu.urne.engine.council.SignerCommand.AllowSignerKey;
import eu.urne.engine.council.SignerCommand.RegisterSignerKey;
import eu.urne.engine.council.SignerCommand.RetireSigner;
import eu.urne.engine.council.SignerCommand.RevokeSignerKey;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.SignerKey;
import eu.urne.engine.council.SignerRole;
import eu.urne.engine.council.SignerTerms;
import eu.urne.engine.log.Base64Strict;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting: drafted, corrected, and signed by two whose keys have changed before. */
final class PlayedMinutes {

    private static final SignerId CHAIR = new SignerId("chair");
    private static final SignerId CLERK = new SignerId("clerk");
    private static final BlobHash TEXT = new BlobHash("cd".repeat(32));
    private static final ExampleKey FIRST = new ExampleKey("pen", "first");
    private static final ExampleKey SECOND = new ExampleKey("pen", "second");
    private static final ExampleKey THIRD = new ExampleKey("pen", "third");
    private static final ExampleKey CLERKS = new ExampleKey("pen", "clerk");

    private final Engine engine;
    private final CouncilId council;
    private final MeetingId meeting;
    private final BiConsumer<String, Function<CommandOrigin, Answer>> steps;

    PlayedMinutes(
            Engine engine,
            CouncilId council,
            MeetingId meeting,
            BiConsumer<String, Function<CommandOrigin, Answer>> steps) {
        this.engine = engine;
        this.council = council;
        this.meeting = meeting;
        this.steps = steps;
    }

    private void step(Function<CommandOrigin, Answer> step) {
        steps.accept("anne", step);
    }

    private void send(Object command) {
        step(origin -> engine.commands().send(command, origin));
    }

    private static SignatureText signature(ExampleKey key, byte[] message) {
        return new SignatureText(Base64Strict.encode(key.sign(message)));
    }

    private void key(SignerId signer, int number, ExampleKey key, @Nullable ExampleKey before) {
        SignerKey made = new SignerKey(HexFormat.of().formatHex(key.publicKey()));
        byte[] statement = new KeyRegistration(council, made, number, signer).statement();
        SignatureText endorsement = before == null ? null : signature(before, statement);
        send(new RegisterSignerKey(council, signer, number, made, signature(key, statement), endorsement));
    }

    private void signers() {
        step(origin -> engine.minutes().name(council, CHAIR, new SignerTerms(SignerRole.CHAIR, 1, "Chair"), origin));
        step(origin ->
                engine.minutes().name(council, CLERK, new SignerTerms(SignerRole.SECRETARY, 0, "Clerk"), origin));
        key(CHAIR, 1, FIRST, null);
        key(CHAIR, 2, SECOND, FIRST);
        key(CLERK, 1, CLERKS, null);
        step(origin -> engine.commands().send(new RevokeSignerKey(council, CHAIR, "Lost", origin.by()), origin));
        steps.accept(
                "bruno", origin -> engine.commands().send(new AllowSignerKey(council, CHAIR, origin.by()), origin));
        key(CHAIR, 3, THIRD, null);
    }

    private void sign(SignerId signer, ExampleKey key) {
        MinutesVersion latest = ((Minutes.Known) engine.minutes().minutes(council, meeting)).latest();
        step(origin -> engine.minutes()
                .sign(council, meeting, latest.version(), signer, signature(key, latest.statement()), origin));
    }

    void play() {
        signers();
        List<MinutesNote> notes = List.of(new MinutesNote(null, TEXT), new MinutesNote("lamps", TEXT));
        step(origin -> engine.minutes().draft(council, meeting, notes, origin));
        sign(CLERK, CLERKS);
        step(origin -> engine.minutes().correct(council, meeting, notes.subList(0, 1), "Too much", origin));
        sign(CLERK, CLERKS);
        sign(CHAIR, THIRD);
        send(new RetireSigner(council, CLERK, "Moved away"));
    }
}
