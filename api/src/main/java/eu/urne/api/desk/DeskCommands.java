package eu.urne.api.desk;

import eu.urne.api.rest.VisibleReplies;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntFunction;
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
     * Sends what a form asks for; where it was refused, the page shows it again as it was typed.
     *
     * @param page where it leads
     * @param done key of the text that says what was done
     * @param command made of the form's fields; a field that makes no sense is an {@link IllegalArgumentException}
     */
    ModelAndView send(
            String page,
            RedirectAttributes flash,
            String done,
            TypedForm form,
            Supplier<Object> command,
            CommandOrigin origin) {
        return step(page, flash, done, form, () -> engine.commands().send(command.get(), origin));
    }

    /** The same for what is more than one command. */
    ModelAndView step(String page, RedirectAttributes flash, String done, TypedForm form, Supplier<Answer> asking) {
        return step(page, () -> page, flash, done, form, asking);
    }

    /** The same where it leads to another page, {@code next}, if it was done. */
    ModelAndView step(
            String page,
            Supplier<String> next,
            RedirectAttributes flash,
            String done,
            TypedForm form,
            Supplier<Answer> asking) {
        Optional<ProblemException> problem = attempt(asking);
        if (problem.isPresent()) {
            flash.addFlashAttribute("refused", texts.of(problem.get().sentence()));
            flash.addFlashAttribute("typed", form.refused(problem.get().sentence()));
        } else {
            flash.addFlashAttribute("notice", texts.text(done));
        }
        return new ModelAndView("redirect:" + (problem.isPresent() ? page : next.get()));
    }

    /**
     * Sends a command for each of some seats, in order, until one is refused.
     *
     * @param command what is asked for a seat
     * @return the refusal, or the last answer
     */
    Answer each(Collection<Integer> seats, IntFunction<Object> command, CommandOrigin origin) {
        Answer last = new Answer.Unchanged();
        for (int seat : seats) {
            last = engine.commands().send(command.apply(seat), origin.then("seat-" + seat));
            if (last instanceof Answer.Refused) {
                return last;
            }
        }
        return last;
    }

    /**
     * Asks the engine for something, and waits until the views show it.
     *
     * @return why not; empty where it was done
     */
    Optional<ProblemException> attempt(Supplier<Answer> asking) {
        try {
            replies.shown(asking.get());
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e);
        } catch (IllegalArgumentException e) {
            return Optional.of(new ProblemException(Problem.INVALID, String.valueOf(e.getMessage())));
        }
    }
}
