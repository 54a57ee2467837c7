package eu.urne.api.site;

import eu.urne.engine.Engine;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.projections.MeetingView;
import eu.urne.projections.MinutesView;
import eu.urne.projections.Views;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Writes minutes: as a part of a page, and as a PDF that is read aloud as it is seen (PDF/UA). */
public final class MinutesPaper {

    private static final String CONTEXT = ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

    private final Views views;
    private final KeptTexts texts;
    private final SpringTemplateEngine templates;
    private final ApplicationContext beans;

    /** Writes what these views have, with the texts that the engine keeps. */
    public MinutesPaper(Engine engine, Views views, SpringTemplateEngine templates, ApplicationContext beans) {
        this.views = views;
        this.texts = new KeptTexts(engine);
        this.templates = templates;
        this.beans = beans;
    }

    /**
     * What templates are told of a version of minutes.
     *
     * @param minutes with the version as its latest
     */
    public Map<String, Object> model(CouncilId council, MeetingId id, Minutes.Known minutes) {
        MeetingView meeting = views.councils().meeting(council, id).orElseThrow(Unknown.meeting(id));
        MinutesView view = views.councils().minutes(council, id).orElseThrow(Unknown.meeting(id));
        MinutesStory story = MinutesStory.of(
                new MinutesStory.Sources(
                        meeting,
                        meeting.motions().stream()
                                .flatMap(motion -> views.councils().motion(council, motion).stream())
                                .toList(),
                        view,
                        views.councils().signers(council)),
                minutes);
        Map<String, Object> model = new HashMap<>();
        model.put("story", story);
        model.put("meeting", id);
        model.put("texts", texts.of(story.texts()));
        model.put(
                "council",
                views.councils()
                        .council(council)
                        .orElseThrow(Unknown.council(council))
                        .council()
                        .terms());
        return model;
    }

    /** What a version says, as markup for a page. */
    public String body(CouncilId council, MeetingId meeting, Minutes.Known minutes, Locale locale) {
        return templates.process("site/minutes-parts", Set.of("told"), context(council, meeting, minutes, locale));
    }

    /** A version as a PDF. */
    public byte[] pdf(CouncilId council, MeetingId meeting, Minutes.Known minutes, long madeAtMs, Locale locale) {
        String html = templates.process("site/minutes-paper", context(council, meeting, minutes, locale));
        try {
            return PaperPdf.of(html, madeAtMs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Context context(CouncilId council, MeetingId meeting, Minutes.Known minutes, Locale locale) {
        Context context = new Context(locale, model(council, meeting, minutes));
        context.setVariable(CONTEXT, new ThymeleafEvaluationContext(beans, null));
        return context;
    }
}
