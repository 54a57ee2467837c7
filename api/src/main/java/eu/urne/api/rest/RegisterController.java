package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollCommand;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import eu.urne.engine.roll.RollCommand.HandOutCard;
import eu.urne.engine.store.StoreException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
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

    /** Commands under way at a time, of all requests together. */
    private static final int CONCURRENCY = 256;

    private final Engine engine;
    private final Semaphore permits = new Semaphore(CONCURRENCY);

    /** Commands to this engine. */
    public RegisterController(Engine engine) {
        this.engine = engine;
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

    private RegisterReply send(List<Person> persons, Function<Person, RollCommand> command, CommandOrigin origin) {
        Map<Person, Future<Answer>> answers = new LinkedHashMap<>();
        try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            persons.stream()
                    .distinct()
                    .forEach(person -> answers.put(person, sender.submit(() -> {
                        permits.acquire();
                        try {
                            return engine.commands()
                                    .send(
                                            command.apply(person),
                                            origin.then(person.pseudonym()).toTheDay());
                        } finally {
                            permits.release();
                        }
                    })));
        }
        return reply(answers);
    }

    private static RegisterReply reply(Map<Person, Future<Answer>> answers) {
        int accepted = 0;
        int repeated = 0;
        List<RegisterReply.PersonReceipt> receipts = new ArrayList<>();
        List<RegisterReply.RefusedPerson> refused = new ArrayList<>();
        for (Map.Entry<Person, Future<Answer>> each : answers.entrySet()) {
            switch (answer(each.getValue())) {
                case Answer.Accepted done -> {
                    accepted += done.repeated() ? 0 : 1;
                    repeated += done.repeated() ? 1 : 0;
                    receipts.add(new RegisterReply.PersonReceipt(each.getKey(), ReceiptReply.of(done)));
                }
                case Answer.Unchanged unchanged -> repeated++;
                case Answer.Refused(var refusal) ->
                    refused.add(new RegisterReply.RefusedPerson(
                            each.getKey(), Problem.of(refusal.reason()).reason(), refusal.sentence()));
            }
        }
        return new RegisterReply(accepted, repeated, receipts, refused);
    }

    private static Answer answer(Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the register was written", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new StoreException("the register cannot be written", e);
        }
    }
}
