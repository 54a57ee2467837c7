package eu.urne.engine.participation;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOffice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Publishes who took part in a poll, once, when it has been closed. */
public final class ParticipationOffice implements PollOffice.AtClose {

    private final Commands commands;
    private final VoterFacts facts;
    private final AgeBands bands;
    private final ZoneId zone;

    /**
     * An office that asks for facts.
     *
     * @param zone in which the day of the vote is that of its opening
     */
    public ParticipationOffice(Commands commands, VoterFacts facts, AgeBands bands, ZoneId zone) {
        this.commands = commands;
        this.facts = facts;
        this.bands = bands;
        this.zone = zone;
    }

    @Override
    public void closed(PollId poll, long openedMs, CommandOrigin origin) {
        publish(poll, openedMs, origin);
    }

    /**
     * Publishes the figures of a poll.
     *
     * @param openedMs when the vote began, milliseconds since the epoch
     * @return refused if that was done before, or the poll is not closed
     */
    public Answer publish(PollId poll, long openedMs, CommandOrigin origin) {
        CommandOrigin step = origin.then("participation");
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(openedMs), zone);
        ParticipationPublished figures = Suppression.of(poll, facts.admitted(poll, day, step), bands);
        return commands.send(new PublishParticipation(figures), step);
    }
}
