package eu.urne.engine.consult.internal;

import eu.urne.engine.consult.AnswerReceived;
import eu.urne.engine.consult.Gathering;
import eu.urne.engine.consult.GatheringEvent;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.QuestionnaireEvent;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.StoredEntry;
import java.util.List;
import java.util.function.Consumer;

/** Reads questionnaires and gatherings straight from the log. */
public final class ConsultReader {

    private static final int PAGE = 512;

    private final LogReader log;
    private final EventSerializer serializer;

    /** A reader of this log. */
    public ConsultReader(LogReader log, EventSerializer serializer) {
        this.log = log;
        this.serializer = serializer;
    }

    /** The questionnaire as the log has it now. */
    public Questionnaire questionnaire(QuestionnaireId id) {
        Questionnaire[] state = {new Questionnaire.Undefined()};
        forEachEvent(id.stream(), event -> state[0] = state[0].after((QuestionnaireEvent) event));
        return state[0];
    }

    /** The gathering as the log has it now. */
    public Gathering gathering(GatheringId id) {
        Gathering[] state = {new Gathering.Unannounced()};
        forEachEvent(id.stream(), event -> state[0] = state[0].after((GatheringEvent) event));
        return state[0];
    }

    /** How many answers a questionnaire has. */
    public long answers(QuestionnaireId id) {
        return log.countStreams(id.answers(), 0);
    }

    /** The leaves of its answers, in the order of the log. */
    public List<Hash> leaves(QuestionnaireId id) {
        return log.ofType(id.answers(), "urne.consult.AnswerReceived.v1").stream()
                .map(stored -> ((AnswerReceived) serializer.event(EntryCodec.read(stored.sealed()))).leaf())
                .toList();
    }

    private void forEachEvent(String stream, Consumer<Object> consumer) {
        long seq = 0;
        List<StoredEntry> page;
        do {
            page = log.stream(stream, seq, PAGE);
            page.forEach(stored -> consumer.accept(serializer.event(EntryCodec.read(stored.sealed()))));
            seq += page.size();
        } while (page.size() == PAGE);
    }
}
