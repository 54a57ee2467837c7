package eu.urne.api.desk;

import eu.urne.api.rest.VisibleReplies;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Commands of the desk's forms: each leads back to a page that says what was done, or why not. */
public final class DeskCommands {

    private final Engine engine;
    private final VisibleReplies replies;
    private final DeskTexts texts;

    /** Commands to this engine, whose replies these are. */
    public DeskCommands(Engine engine, VisibleReplies replies, DeskTexts texts) {
        this.engine = engine;
        this.replies = replies;
        this.texts = texts;
    }

    /**
     * Sends what a form asks for.
     *
     * @param page where it leads
     * @param done key of the text that says what was done
     * @param typed what the page shows again where it was refused, by the name of the model's attribute
     * @param command made of the form's fields; a field that makes no sense is an {@link IllegalArgumentException}
     */
    ModelAndView send(
            String page,
            RedirectAttributes flash,
            String done,
            Map<String, ?> typed,
            Supplier<Object> command,
            CommandOrigin origin) {
        try {
            replies.shown(engine.commands().send(command.get(), origin));
            flash.addFlashAttribute("notice", texts.text(done));
        } catch (ProblemException e) {
            refused(flash, typed, e.sentence());
        } catch (IllegalArgumentException e) {
            refused(flash, typed, String.valueOf(e.getMessage()));
        }
        return new ModelAndView("redirect:" + page);
    }

    private void refused(RedirectAttributes flash, Map<String, ?> typed, String sentence) {
        flash.addFlashAttribute("refused", texts.of(sentence));
        typed.forEach(flash::addFlashAttribute);
    }
}
