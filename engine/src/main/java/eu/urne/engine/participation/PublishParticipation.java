package eu.urne.engine.participation;

import eu.urne.engine.poll.PollId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Publish who took part in a poll that is closed. */
public record PublishParticipation(ParticipationPublished participation) {

    /** Name of the stream, which is the aggregate identifier. */
    @TargetAggregateIdentifier
    public String stream() {
        return stream(participation.poll());
    }

    /** Name of the stream of a poll's figures. */
    public static String stream(PollId poll) {
        return "participation/" + poll;
    }
}
