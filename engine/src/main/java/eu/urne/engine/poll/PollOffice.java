package eu.urne.engine.poll;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.SecretKeys;
import eu.urne.engine.poll.PollCommand.RegisterCount;
import eu.urne.engine.poll.internal.PollCount;
import eu.urne.engine.poll.internal.PollDecider;
import eu.urne.engine.poll.internal.PollReader;
import eu.urne.engine.roll.RollCommand;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.store.StoreException;
import java.util.Optional;

/**
 * The steps of a poll that need more than its own stream: the register, the poll key, the ballots. Each step can be
 * repeated after an interruption and goes on where it was.
 */
public final class PollOffice {

    private final Commands commands;
    private final SequencedLog log;
    private final PollReader reader;
    private final SecretKeys keys;
    private volatile AtClose atClose = (poll, openedMs, origin) -> {};

    /** What else happens when a poll has been closed. */
    @FunctionalInterface
    public interface AtClose {

        /**
         * The poll is closed and nothing of it changes any more; may be told again.
         *
         * @param openedMs when the vote began, milliseconds since the epoch
         */
        void closed(PollId poll, long openedMs, CommandOrigin origin);
    }

    /** An office that keeps the poll keys there. */
    public PollOffice(Commands commands, SequencedLog log, PollReader reader, SecretKeys keys) {
        this.commands = commands;
        this.log = log;
        this.reader = reader;
        this.keys = keys;
    }

    /** Lets something happen at the close of every poll, before it is sealed. */
    public void atClose(AtClose action) {
        atClose = action;
    }

    /** The engine as only trustee of a poll; its key is made on first use. */
    public Trustees trustees(PollId poll) {
        return Trustees.engine(key(poll).publicKey());
    }

    private PollKey key(PollId poll) {
        String name = "poll-" + poll;
        if (!keys.exists(name) && !(reader.poll(poll) instanceof Poll.Undefined)) {
            throw new StoreException("the key of the poll " + poll + " is missing, a new one would open none of its"
                    + " ballots: restore it from a backup, or from where the installation was moved from");
        }
        return new PollKey(keys.getOrCreate(name));
    }

    /**
     * Defines a poll and opens its register; asked again for the same definition, it opens a register that an
     * interruption left closed.
     */
    public Answer define(PollDefinition definition, CommandOrigin origin) {
        PollId poll = definition.terms().poll();
        Answer answer = commands.send(new PollCommand.DefinePoll(definition), origin);
        if (answer instanceof Answer.Accepted || isDefinedAs(poll, definition.hash())) {
            commands.send(
                    new RollCommand.OpenAdmissions(poll),
                    origin.then("register").toTheDay());
        }
        return answer;
    }

    private boolean isDefinedAs(PollId poll, Hash hash) {
        Poll current = reader.poll(poll);
        return !(current instanceof Poll.Undefined) && current.known().hash().equals(hash);
    }

    /** Whether a poll's definition has a rule that says who may vote, so that nobody is admitted without it. */
    public boolean hasRule(PollId poll) {
        Poll current = reader.poll(poll);
        return !(current instanceof Poll.Undefined) && current.known().terms().who() != null;
    }

    /** Opens the vote. */
    public Answer open(PollId poll, CommandOrigin origin) {
        return commands.send(new PollCommand.OpenPoll(poll, register(poll)), origin);
    }

    /**
     * Closes register and vote, and records what the log holds of the poll; the receipt is that of {@code PollSealed}.
     */
    public Answer close(PollId poll, CommandOrigin origin) {
        Poll before = reader.poll(poll);
        if (before instanceof Poll.Open) {
            // asked first: once the register is closed nobody can be served, and what is missing cannot be made good
            if (PollDecider.decide(before, closing(poll)) instanceof Decision.Refused<PollEvent>(Refusal refusal)) {
                return new Answer.Refused(refusal);
            }
            commands.send(
                    new RollCommand.CloseAdmissions(poll),
                    origin.then("register").toTheDay());
            Answer closed = commands.send(closing(poll), origin.then("close"));
            if (closed instanceof Answer.Refused) {
                return closed;
            }
        } else if (!(before instanceof Poll.Closed)) {
            // refused by the poll itself, unless this very command has closed it before
            return commands.find(origin.id())
                    .<Answer>map(earlier -> earlier)
                    .orElseGet(() -> commands.send(closing(poll), origin));
        }
        atClose.closed(poll, reader.vote(poll).openedMs(), origin);
        PollReader.Extent extent = reader.extent(poll);
        return commands.send(new PollCommand.SealPoll(poll, extent.count(), extent.root()), origin);
    }

    private PollCommand.ClosePoll closing(PollId poll) {
        return new PollCommand.ClosePoll(poll, register(poll), reader.votes(poll));
    }

    /** Whether a token can still vote; tells nothing that the public log does not. */
    public CardUse use(PollId poll, Token token) {
        if (reader.sheet(poll, token) instanceof PaperSheet.Cast) {
            return CardUse.USED;
        }
        return reader.isVoid(poll, token) ? CardUse.VOID : CardUse.FREE;
    }

    /** The counts of a poll that must add up; empty where there is no such poll. */
    public Optional<Reconciliation> reconciliation(PollId poll) {
        Poll current = reader.poll(poll);
        if (current instanceof Poll.Undefined) {
            return Optional.empty();
        }
        Poll.Facts facts = current.known();
        return Optional.of(
                Reconciliation.of(facts.cards(), facts.terms().hasPaper(), register(poll), reader.votes(poll)));
    }

    /**
     * Records why the counts of a poll do not add up; refused while they do, so that nothing is explained beforehand.
     */
    public Answer explain(PollCommand.RecordDiscrepancy command, CommandOrigin origin) {
        boolean nothing = reader.poll(command.poll()) instanceof Poll.Open
                && reconciliation(command.poll())
                        .filter(counts -> counts.differences().isEmpty())
                        .isPresent();
        return nothing && commands.find(origin.id()).isEmpty()
                ? new Answer.Refused(new Refusal(
                        Refusal.Reason.WRONG_STATE,
                        "the counts of the poll " + command.poll() + " add up: there is nothing to explain"))
                : commands.send(command, origin);
    }

    private RegisterCount register(PollId poll) {
        String persons = RollCommand.registerStream(poll) + "/";
        return new RegisterCount(
                log.reader().countStreams(persons, 0),
                log.reader().countStreams(persons, 1),
                log.checkpoint(LogName.REGISTER).note());
    }

    /** Publishes the poll key, so that everybody can open the ballots. */
    public Answer reveal(PollId poll, CommandOrigin origin) {
        if (!keys.exists("poll-" + poll)) {
            return new Answer.Refused(new Refusal(Refusal.Reason.UNKNOWN, "there is no poll " + poll));
        }
        return commands.send(new PollCommand.RevealPollKey(poll, key(poll).scalar()), origin);
    }

    /** Opens and counts the ballots by the definition, and declares the outcome. */
    public Answer declare(PollId poll, CommandOrigin origin) {
        if (!(reader.poll(poll) instanceof Poll.Revealed(Poll.Facts facts))) {
            return commands.find(origin.id())
                    .<Answer>map(earlier -> earlier)
                    .orElseGet(() -> new Answer.Refused(new Refusal(
                            Refusal.Reason.WRONG_STATE,
                            "the outcome of " + poll + " is declared once, after the poll key is revealed")));
        }
        return switch (PollCount.of(
                facts.definition(), reader.ballots(poll), key(poll).scalar())) {
            case PollCount.Decided decided ->
                commands.send(new PollCommand.DeclareOutcome(poll, decided.outcome(), decided.scores()), origin);
            case PollCount.Undecided undecided ->
                new Answer.Refused(new Refusal(
                        Refusal.Reason.WRONG_STATE,
                        "counting stopped at a tie between " + String.join(", ", undecided.tied())
                                + ", as the definition demands"));
        };
    }

    /** A poll with what its voters chose, for open data; empty before its outcome, or where there is none. */
    public Optional<OpenedPoll> opened(PollId poll) {
        return reader.opened(poll);
    }
}
