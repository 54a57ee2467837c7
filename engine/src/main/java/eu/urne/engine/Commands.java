package eu.urne.engine;

import eu.urne.engine.log.Entry;
import eu.urne.engine.log.Receipt;
import eu.urne.engine.receipt.ReceiptCode;
import eu.urne.engine.store.AppendResult.Appended;
import eu.urne.engine.store.Placements;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoredEntry;
import java.util.Arrays;
import java.util.List;
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
    private final Placements placements;

    /** A door to the aggregates behind the gateway, whose events go to the log. */
    public Commands(CommandGateway gateway, SequencedLog log, Placements placements) {
        this.gateway = gateway;
        this.log = log;
        this.placements = placements;
    }

    /**
     * Sends a command and waits until its answer is final. The same origin id again gives the same receipt: nobody
     * looks for it before, because a command that stands in the log cannot be appended again.
     *
     * @throws eu.urne.engine.store.StoreException if the store failed or is busy: send the same command again
     */
    public Answer send(Object command, CommandOrigin origin) {
        for (int attempt = 1; ; attempt++) {
            try {
                placements.take(); // of an attempt that failed behind its append
                gateway.sendAndWait(message(command, origin));
                return answer(origin, placements.take());
            } catch (RefusedException e) {
                return repeatedOr(origin, new Answer.Refused(e.refusal()));
            } catch (StoreException e) {
                return standing(origin).orElseThrow(() -> e);
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

    /**
     * The answer of a command that stands in the log though the store fails, or is busy, now. It can be this very
     * request that has put it there: so it does not count as repeated.
     */
    private Optional<Answer.Accepted> standing(CommandOrigin origin) {
        try {
            return find(origin.id(), false);
        } catch (StoreException e) {
            return Optional.empty(); // the first failure says what is wrong
        }
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

    private Answer answer(CommandOrigin origin, Optional<Appended> placed) {
        if (placed.isPresent() && !placed.get().entries().isEmpty()) {
            List<StoredEntry> entries = placed.get().entries();
            StoredEntry last = entries.getLast();
            Receipt receipt = Optional.ofNullable(placed.get().checkpoints().get(last.log()))
                    .map(checkpoint -> log.receipt(last.log(), last.index(), checkpoint))
                    .orElseGet(() -> log.receipt(last.log(), last.index()));
            return accepted(last, entries.size(), receipt, false);
        }
        Optional<Answer.Accepted> found = find(origin.id(), placed.isEmpty());
        return found.isPresent() ? found.get() : new Answer.Unchanged();
    }

    private static Answer.Accepted accepted(StoredEntry last, int events, Receipt receipt, boolean repeated) {
        ReceiptCode code = ReceiptCode.of(last);
        return new Answer.Accepted(last.log(), events, code, receipt.withExtra(code.text()), repeated);
    }

    private Optional<Answer.Accepted> find(String commandId, boolean repeated) {
        Optional<StoredEntry> last = log.reader().byId(Entry.id(commandId, 0));
        int events = 1;
        for (Optional<StoredEntry> next = last; next.isPresent(); events++) {
            last = next;
            next = log.reader().byId(Entry.id(commandId, events));
        }
        int count = events - 1;
        return last.map(entry -> accepted(entry, count, log.receipt(entry.log(), entry.index()), repeated));
    }
}
