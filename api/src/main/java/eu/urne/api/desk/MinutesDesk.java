package eu.urne.api.desk;

import eu.urne.api.rest.MinutesKeeper;
import eu.urne.api.site.KeptTexts;
import eu.urne.api.site.MinutesPaper;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesNote;
import eu.urne.engine.council.SignerRole;
import eu.urne.projections.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The minutes of a meeting: what the log says stands there already, and people write what was told besides. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(MinutesDesk.PAGE)
public final class MinutesDesk {

    static final String PAGE = MeetingDesk.PAGE + "/minutes";
    private static final String FORM = "minutes";
    private static final String WHOLE = "whole";
    private static final String NOTE = "note-";

    private final Engine engine;
    private final Views views;
    private final MeetingFiles files;
    private final MinutesKeeper keeper;
    private final MinutesPaper paper;
    private final DeskCommands commands;

    /** Pages of the meetings of this engine's councils. */
    public MinutesDesk(Engine engine, Views views, MinutesPaper paper, DeskCommands commands) {
        this.engine = engine;
        this.views = views;
        this.files = new MeetingFiles(engine);
        this.keeper = new MinutesKeeper(engine);
        this.paper = paper;
        this.commands = commands;
    }

    /** The minutes. */
    @GetMapping
    ModelAndView minutes(
            @PathVariable CouncilId council, @PathVariable MeetingId meeting, DeskUser user, Model flashed) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        Map<String, Object> model =
                new HashMap<>(Map.of("sheet", sheet, "terms", sheet.council().terms(), "agenda", agenda(sheet)));
        model.put("signers", views.councils().signers(council));
        model.put("roles", SignerRole.values());
        views.councils().minutes(council, meeting).ifPresent(view -> {
            model.put("minutes", view.minutes());
            model.putAll(paper.model(council, meeting, view.minutes()));
        });
        if (!(flashed.getAttribute("typed") instanceof TypedForm form && form.is(FORM))) {
            model.put("typed", written(council, meeting));
        }
        return new ModelAndView("desk/minutes", model);
    }

    private static List<AgendaItem> agenda(MeetingFiles.Sheet sheet) {
        return sheet.facts().published().stream()
                .flatMap(id ->
                        sheet.facts().agenda().stream().filter(item -> item.id().equals(id)))
                .toList();
    }

    /** The notes as they are, for the form. */
    private TypedForm written(CouncilId council, MeetingId meeting) {
        Map<String, String> fields = new HashMap<>();
        if (engine.minutes().minutes(council, meeting) instanceof Minutes.Known known) {
            List<MinutesNote> notes = known.latest().notes();
            var texts = new KeptTexts(engine).of(notes.stream().map(MinutesNote::text));
            notes.forEach(note ->
                    fields.put(note.item() == null ? WHOLE : NOTE + note.item(), texts.getOrDefault(note.text(), "")));
        }
        return TypedForm.of(FORM, fields);
    }

    /** Writes them: the first version, or another one for a reason. */
    @PostMapping
    ModelAndView write(
            @PathVariable CouncilId council,
            @PathVariable MeetingId meeting,
            @RequestParam Map<String, String> fields,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        MeetingFiles.Sheet sheet = files.meeting(council, meeting, user);
        TypedForm form = TypedForm.of(FORM, fields);
        List<MinutesKeeper.Note> notes = notes(form, agenda(sheet));
        return engine.minutes().minutes(council, meeting) instanceof Minutes.Known
                ? commands.step(
                        PAGE,
                        flash,
                        "minutes.desk.corrected",
                        form,
                        () -> keeper.correct(council, meeting, notes, form.text("reason"), origin))
                : commands.step(
                        PAGE, flash, "minutes.desk.drafted", form, () -> keeper.draft(council, meeting, notes, origin));
    }

    private static List<MinutesKeeper.Note> notes(TypedForm form, List<AgendaItem> agenda) {
        List<MinutesKeeper.Note> notes = new ArrayList<>();
        Stream.concat(Stream.of(WHOLE), agenda.stream().map(item -> NOTE + item.id()))
                .map(field -> note(form, field))
                .filter(Objects::nonNull)
                .forEach(notes::add);
        return notes;
    }

    private static MinutesKeeper.@Nullable Note note(TypedForm form, String field) {
        String text = form.text(field);
        return text.isEmpty()
                ? null
                : new MinutesKeeper.Note(field.equals(WHOLE) ? null : field.substring(NOTE.length()), text);
    }
}
