package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.SideBySide;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollCommand.AdmissionCommand;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import eu.urne.engine.roll.RollCommand.HandOutCard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who may vote and who was served, many persons at a time. Each person is a command of its own; they are sent side by
 * side, so that the log commits them together. If the store fails on the way, the request fails as a whole, and the
 * same request with the same Idempotency-Key goes on where it was.
 */
@RestController
@RequestMapping(path = "/api/polls/{poll}/register", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "staff")
public final class RegisterController {

    private final Engine engine;
    private final SideBySide sender;

    /** Commands to this engine. */
    public RegisterController(Engine engine) {
        this.engine = engine;
        this.sender = new SideBySide(engine.commands());
    }

    /** Admits persons. */
    @PostMapping("/admissions")
    @Operation(summary = "Admit persons to the register of a poll, up to 10,000 at a time")
    RegisterReply admit(@PathVariable PollId poll, @RequestBody PersonsBody body, CommandOrigin origin) {
        if (engine.polls().hasRule(poll)) {
            throw new ProblemException(
                    Problem.WRONG_STATE,
                    "the poll " + poll + " has a rule who may vote: persons are admitted by the vault, at /voters");
        }
        return send(body.persons(), person -> new AdmitVoter(poll, person), origin);
    }

    /** Records hand-outs of cards. */
    @PostMapping("/hand-outs")
    @Operation(summary = "Record that persons were given a card, up to 10,000 at a time")
    RegisterReply handOut(@PathVariable PollId poll, @RequestBody PersonsBody body, CommandOrigin origin) {
        return send(body.persons(), person -> new HandOutCard(poll, person), origin);
    }

    private RegisterReply send(List<Person> asked, Function<Person, AdmissionCommand> command, CommandOrigin origin) {
        List<Person> persons = asked.stream().distinct().toList();
        return reply(persons, sender.send(persons.stream().map(command).toList(), origin));
    }

    private static RegisterReply reply(List<Person> persons, List<Answer> answers) {
        int accepted = 0;
        int repeated = 0;
        List<RegisterReply.PersonReceipt> receipts = new ArrayList<>();
        List<RegisterReply.RefusedPerson> refused = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            Person person = persons.get(i);
            switch (answers.get(i)) {
                case Answer.Accepted done -> {
                    accepted += done.repeated() ? 0 : 1;
                    repeated += done.repeated() ? 1 : 0;
                    receipts.add(new RegisterReply.PersonReceipt(person, ReceiptReply.of(done)));
                }
                case Answer.Unchanged unchanged -> repeated++;
                case Answer.Refused(var refusal) ->
                    refused.add(new RegisterReply.RefusedPerson(
                            person, Problem.of(refusal.reason()).reason(), refusal.sentence()));
            }
        }
        return new RegisterReply(accepted, repeated, receipts, refused);
    }
}
