package eu.urne.projections.internal;

import eu.urne.engine.EngineJson;
import eu.urne.engine.consult.AnswerReceived;
import eu.urne.engine.consult.GatheringEvent;
import eu.urne.engine.consult.QuestionnaireEvent;

/** Keeps the histories of questionnaires and gatherings, and counts answers. */
final class ConsultProjector implements Projector {

    private static final String HISTORY = """
            INSERT INTO consult_history (stream, number, at_ms, type, json)
            SELECT ?, coalesce(max(number) + 1, 0), ?, ?, ? FROM consult_history WHERE stream = ?""";
    private static final String ANSWER = """
            INSERT INTO consult_answers (questionnaire, channel, answers) VALUES (?, ?, 1)
            ON CONFLICT (questionnaire, channel) DO UPDATE SET answers = consult_answers.answers + 1""";

    private final ViewWriter writer;

    /** A projector that writes here. */
    ConsultProjector(ViewWriter writer) {
        this.writer = writer;
    }

    @Override
    public void on(LogEvent event) {
        switch (event.event()) {
            case QuestionnaireEvent.CodesIssued issued -> {} // nothing of them is shown
            case QuestionnaireEvent told -> tell(told.questionnaire().stream(), event);
            case GatheringEvent told -> tell(told.gathering().stream(), event);
            case AnswerReceived received ->
                writer.update(
                        ANSWER,
                        received.questionnaire().value(),
                        received.channel().name());
            default -> {}
        }
    }

    private void tell(String stream, LogEvent event) {
        writer.update(
                HISTORY,
                stream,
                event.atMs(),
                event.event().getClass().getSimpleName(),
                EngineJson.MAPPER.writeValueAsString(event.event()),
                stream);
    }
}
