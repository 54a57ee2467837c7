package eu.urne.engine.consult;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Refusal;
import eu.urne.engine.consult.AnswerCommand.ReceiveAnswer;
import eu.urne.engine.consult.AnswerStore.Typed;
import eu.urne.engine.consult.Questionnaire.Known;
import eu.urne.engine.consult.internal.ConsultReader;
import eu.urne.engine.poll.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes answers: each is kept beside the log first, then its hash is put on record. The same form again gets the same
 * receipt.
 */
public final class AnswerOffice {

    private final Commands commands;
    private final ConsultReader reader;
    private final AnswerStore store;

    /** An office that keeps answers here. */
    public AnswerOffice(Commands commands, ConsultReader reader, AnswerStore store) {
        this.commands = commands;
        this.reader = reader;
        this.store = store;
    }

    private static Reception refuse(Refusal.Reason reason, String sentence) {
        return new Reception.Refused(new Refusal(reason, sentence));
    }

    /**
     * Takes an answer that came online.
     *
     * @param form names the form that is sent, the same when it is sent again: 32 lower-case hex digits. Needed with a
     *     code too: who finds a used code must not learn what it answered by sending guesses
     * @param code null where the questionnaire is open to all
     * @param salt 32 bytes that nobody can guess
     * @param origin its id does not matter; the time is told to the day
     */
    public Reception receive(
            QuestionnaireId id,
            String form,
            JsonNode answers,
            @Nullable OneTimeCode code,
            byte[] salt,
            CommandOrigin origin) {
        return attempt(id, origin, code, terms -> {
            Hash hash = code == null ? null : code.hash(id);
            String name = hash == null ? "form/" + form : "code/" + hash + "/" + form;
            Sheet sheet = new Sheet(id, name, hash, AnswerSheet.read(terms, answers));
            return store.alone(sheet.form(), () -> keep(sheet, null, salt, origin));
        });
    }

    /**
     * Takes a sheet of paper as somebody has typed it.
     *
     * @param number as it stands on the sheet: 1 to 20 characters of a-z, 0-9 and -; with a code, the code says so
     * @param code null where the questionnaire is open to all
     * @param salt 32 bytes that nobody can guess
     * @param origin tells who types
     */
    public Reception type(
            QuestionnaireId id,
            String number,
            JsonNode answers,
            @Nullable OneTimeCode code,
            byte[] salt,
            CommandOrigin origin) {
        return attempt(id, origin, code, terms -> {
            if (code == null && !number.matches("[a-z0-9-]{1,20}")) {
                throw new IllegalArgumentException("sheet: its number has 1 to 20 characters of a-z, 0-9 and -");
            }
            Hash hash = code == null ? null : code.hash(id);
            String name = hash == null ? "sheet/" + number : "code/" + hash;
            Sheet sheet = new Sheet(id, name, hash, AnswerSheet.read(terms, answers));
            return switch (terms.paper()) {
                case NONE -> refuse(Refusal.Reason.INVALID, "paper: this questionnaire has no sheets of paper");
                case ONCE -> store.alone(sheet.form(), () -> keep(sheet, List.of(origin.by()), salt, origin));
                case TWICE -> store.alone(sheet.form(), () -> type(sheet, salt, origin));
            };
        });
    }

    /**
     * What is handed in.
     *
     * @param form its name in the store
     */
    private record Sheet(
            QuestionnaireId id, String form, @Nullable Hash code, AnswerSheet answers) {}

    private interface Step {
        Reception take(QuestionnaireTerms terms);
    }

    private Reception attempt(QuestionnaireId id, CommandOrigin origin, @Nullable OneTimeCode code, Step step) {
        return switch (reader.questionnaire(id)) {
            case Questionnaire.Open open
            when origin.atMs() < open.terms().closes() -> {
                if ((open.terms().access() == Access.TOKEN) != (code != null)) {
                    yield refuse(
                            Refusal.Reason.NOT_AUTHORISED,
                            "code: this questionnaire is answered " + (code == null ? "with" : "without") + " a code");
                }
                try {
                    yield step.take(open.terms());
                } catch (IllegalArgumentException e) {
                    yield refuse(Refusal.Reason.INVALID, String.valueOf(e.getMessage()));
                }
            }
            case Questionnaire.Undefined nothing ->
                refuse(Refusal.Reason.UNKNOWN, "questionnaire: there is no questionnaire " + id);
            case Questionnaire.Drafted drafted ->
                refuse(Refusal.Reason.WRONG_STATE, "questionnaire: " + id + " is not open yet");
            case Known known -> refuse(Refusal.Reason.WRONG_STATE, "questionnaire: " + id + " is closed");
        };
    }

    private Reception type(Sheet sheet, byte[] salt, CommandOrigin origin) {
        byte[] content = sheet.answers().bytes();
        Optional<Reception> earlier = earlier(sheet, content);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Optional<Typed> first = store.typed(sheet.id(), sheet.form());
        if (first.isEmpty() || first.get().person().equals(origin.by())) {
            store.type(sheet.id(), sheet.form(), new Typed(origin.by(), content));
            return new Reception.Waiting();
        }
        if (!first.get().says(content)) {
            store.untype(sheet.id(), sheet.form());
            return new Reception.Differs();
        }
        Reception kept = keep(sheet, List.of(first.get().person(), origin.by()), salt, origin);
        if (kept instanceof Reception.Received) {
            store.untype(sheet.id(), sheet.form());
        }
        return kept;
    }

    private Reception keep(Sheet sheet, @Nullable List<String> typed, byte[] salt, CommandOrigin origin) {
        byte[] content = sheet.answers().bytes();
        Optional<Reception> earlier = earlier(sheet, content);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        KeptAnswer kept = store.put(
                sheet.id(), sheet.form(), new KeptAnswer(sheet.answers().leaf(salt), salt, content));
        if (!Arrays.equals(kept.content(), content)) { // of an attempt whose end is not known: finish that first
            return record(sheet, kept, typed, origin) instanceof Reception.Received
                    ? other()
                    : keep(sheet, typed, salt, origin);
        }
        return record(sheet, kept, typed, origin);
    }

    private Reception record(Sheet sheet, KeptAnswer kept, @Nullable List<String> typed, CommandOrigin origin) {
        Channel channel = typed == null ? Channel.ONLINE : Channel.PAPER;
        AnswerReceived received = new AnswerReceived(sheet.id(), kept.leaf(), channel, sheet.code(), typed);
        Answer answer = commands.send(
                new ReceiveAnswer(received),
                new CommandOrigin(received.stream(), origin.by(), origin.atMs()).toTheDay());
        return switch (answer) {
            case Answer.Accepted accepted -> new Reception.Received(accepted, kept);
            case Answer.Unchanged unchanged ->
                throw new IllegalStateException("an answer was neither received nor refused");
            case Answer.Refused(Refusal refusal) -> {
                store.drop(sheet.id(), kept.leaf());
                yield new Reception.Refused(refusal);
            }
        };
    }

    /** What the same form got; empty where the log knows nothing of it yet. */
    private Optional<Reception> earlier(Sheet sheet, byte[] content) {
        return store.find(sheet.id(), sheet.form()).flatMap(kept -> commands.find(
                        AnswerReceived.stream(sheet.id(), kept.leaf()))
                .map(receipt ->
                        Arrays.equals(kept.content(), content) ? new Reception.Received(receipt, kept) : other()));
    }

    private static Reception other() {
        return refuse(Refusal.Reason.USED, "answers: this form or code was used already, with other answers");
    }
}
