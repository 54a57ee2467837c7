package eu.urne.engine.poll;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.poll.internal.PollReader;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The steps of ballots on paper. Nothing is entered or cast between the moment when the entered sheets are counted and
 * the one when they are found to be those in the urn.
 */
public final class PaperOffice {

    private final Commands commands;
    private final PollReader reader;
    private final ReentrantReadWriteLock counting = new ReentrantReadWriteLock();

    /** An office that sends its commands here. */
    public PaperOffice(Commands commands, PollReader reader) {
        this.commands = commands;
        this.reader = reader;
    }

    /** Enters what one person read on a sheet; {@code by} of the origin is the person. */
    public Answer enter(PollId poll, Token token, Hash commitment, CommandOrigin origin) {
        var command = new PaperCommand.EnterPaperBallot(poll, token, commitment, origin.by());
        return locked(counting.readLock(), () -> commands.send(command, origin.toTheDay()));
    }

    /** Casts the ballot of a sheet that two persons entered alike. */
    public Answer cast(SealedBallot ballot, CommandOrigin origin) {
        return locked(counting.readLock(), () -> commands.send(new CastBallot(ballot), origin));
    }

    /** What the log has about a sheet. */
    public PaperSheet sheet(PollId poll, Token token) {
        return reader.sheet(poll, token);
    }

    /** Tells how many sheets a person, the {@code by} of the origin, found in the urn. */
    public Answer count(PollId poll, long found, CommandOrigin origin) {
        return locked(
                counting.writeLock(),
                () -> commands.send(new PollCommand.CountPaper(poll, found, origin.by(), reader.votes(poll)), origin));
    }

    private static Answer locked(Lock lock, Supplier<Answer> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
