package eu.urne.engine;

import eu.urne.engine.log.Entry;
import eu.urne.engine.log.Receipt;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoredEntry;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The door to the engine: sends commands, and answers with a receipt or a refusal. Safe for use by many threads. */
public final class Commands {

    private static final int ATTEMPTS = 4;

    private final CommandGateway gateway;
    private final SequencedLog log;

    /** A door to the aggregates behind the gateway, whose events go to the log. */
    public Commands(CommandGateway gateway, SequencedLog log) {
        this.gateway = gateway;
        this.log = log;
    }

    /**
     * Sends a command and waits until its answer is final. The same origin id again gives the same receipt.
     *
     * @throws eu.urne.engine.store.StoreException if the store failed or is busy: send the same command again
     */
    public Answer send(Object command, CommandOrigin origin) {
        Optional<Answer.Accepted> earlier = find(origin.id(), true);
        return earlier.isPresent() ? earlier.get() : attempt(command, origin);
    }

    private Answer attempt(Object command, CommandOrigin origin) {
        for (int attempt = 1; ; attempt++) {
            try {
                gateway.sendAndWait(message(command, origin));
                Optional<Answer.Accepted> done = find(origin.id(), false);
                return done.isPresent() ? done.get() : new Answer.Unchanged();
            } catch (RefusedException e) {
                return repeatedOr(origin, new Answer.Refused(e.refusal()));
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                Optional<Answer.Accepted> same = find(origin.id(), true);
                if (same.isPresent()) {
                    return same.get();
                }
                if (attempt == ATTEMPTS) {
                    return new Answer.Refused(
                            new Refusal(Refusal.Reason.EXISTS, "others changed the same at the same time; try again"));
                }
            }
        }
    }

    /** Commands of one sealed family have one handler: the aggregate of their stream. */
    private static CommandMessage<Object> message(Object command, CommandOrigin origin) {
        String family = Arrays.stream(command.getClass().getInterfaces())
                .filter(Class::isSealed)
                .findFirst()
                .map(Class::getSimpleName)
                .orElse(command.getClass().getName());
        return new GenericCommandMessage<>(new GenericMessage<>(command, MetaData.from(origin.metadata())), family);
    }

    /** Of two equal commands at the same time the loser gets the receipt of the winner. */
    private Answer repeatedOr(CommandOrigin origin, Answer refused) {
        Optional<Answer.Accepted> same = find(origin.id(), true);
        return same.isPresent() ? same.get() : refused;
    }

    /** The answer that a command got earlier. */
    public Optional<Answer.Accepted> find(String commandId) {
        return find(commandId, true);
    }

    private Optional<Answer.Accepted> find(String commandId, boolean repeated) {
        Optional<StoredEntry> last = log.reader().byId(Entry.id(commandId, 0));
        int events = 1;
        for (Optional<StoredEntry> next = last; next.isPresent(); events++) {
            last = next;
            next = log.reader().byId(Entry.id(commandId, events));
        }
        int count = events - 1;
        return last.map(entry -> {
            ReceiptCode code = ReceiptCode.of(entry);
            Receipt receipt = log.receipt(entry.log(), entry.index()).withExtra(code.text());
            return new Answer.Accepted(entry.log(), count, code, receipt, repeated);
        });
    }
}
