package eu.urne.api.site;

import eu.urne.api.web.Everybody;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.SettingsException;
import eu.urne.api.web.SettingsFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The quiz "who does what?", a question a page. The answer stands in the address and nowhere else. */
@Controller
@Everybody
@RequestMapping("/children/quiz")
public final class QuizPages {

    private static final Logger LOG = LoggerFactory.getLogger(QuizPages.class);

    private final SettingsFile<Quiz> file;

    /** Pages of this file's questions. */
    public QuizPages(SettingsFile<Quiz> file) {
        this.file = file;
    }

    @GetMapping
    ModelAndView start() {
        return new ModelAndView("children/quiz", Map.of("quiz", file.read()));
    }

    @GetMapping("/{number}")
    ModelAndView question(@PathVariable int number, @RequestParam(defaultValue = "") String answer) {
        Quiz quiz = file.read();
        if (number < 1 || number > quiz.questions().size()) {
            throw new ProblemException(Problem.UNKNOWN, "there is no question " + number);
        }
        Quiz.Question question = quiz.questions().get(number - 1);
        List<Quiz.Who> choices =
                question.choices().stream().flatMap(id -> quiz.who(id).stream()).toList();
        Optional<Quiz.Who> chosen =
                choices.stream().filter(who -> who.id().equals(answer)).findFirst();
        return new ModelAndView("children/question", Map.of("quiz", quiz, "question", question))
                .addObject("number", number)
                .addObject("choices", choices)
                .addObject("chosen", chosen.orElse(null))
                .addObject("right", quiz.who(question.answer()).orElseThrow());
    }

    /** Children are told that the quiz rests, and who runs the site is told why. */
    @ExceptionHandler
    ModelAndView broken(SettingsException e) {
        LOG.warn("the quiz is not shown: {}", e.getMessage());
        return new ModelAndView(
                "children/quiz-rests",
                Map.of("sentence", String.valueOf(e.getMessage())),
                HttpStatus.SERVICE_UNAVAILABLE);
    }
}
