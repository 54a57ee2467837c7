package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PollCommand.IssueCards;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Token;
import eu.urne.projections.PollState;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Cards and sheets of paper, made in the browser of who prints them: what comes here is the name of a batch and its
 * public tokens, never a code or a seed.
 */
@DeskPage
@Allowed({Role.ANIMATOR, Role.CITY})
@RequestMapping("/desk/polls/{poll}/cards")
public final class CardPages {

    private final PollAccess access;
    private final Engine engine;
    private final DeskTexts texts;

    /** Pages that issue cards of polls of this engine. */
    public CardPages(PollAccess access, Engine engine, DeskTexts texts) {
        this.access = access;
        this.engine = engine;
        this.texts = texts;
    }

    /**
     * A batch.
     *
     * @param label its name, public
     * @param tokens public keys of its cards
     */
    record BatchBody(String label, List<Token> tokens) {}

    /** The form. */
    @GetMapping
    ModelAndView form(@PathVariable PollId poll, DeskUser user) {
        PollAccess.Poll found = access.poll(poll, user);
        return new ModelAndView(
                "desk/cards",
                Map.of(
                        "poll",
                        found,
                        "prepared",
                        found.view().state() == PollState.PREPARED,
                        "counts",
                        engine.polls().reconciliation(poll).orElseThrow(),
                        "bounds",
                        CardBounds.of(found.definition(), engine),
                        "sites",
                        String.join(", ", user.sites().stream().sorted().toList())));
    }

    /** Authorises the tokens of a batch. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> issue(
            @PathVariable PollId poll, @RequestBody BatchBody body, DeskUser user, CommandOrigin origin) {
        CardBounds bounds = CardBounds.of(access.poll(poll, user).definition(), engine);
        int count = body.tokens().size();
        if (!bounds.admit(count)) {
            String bound = count < bounds.least() ? "least " + bounds.least() : "most " + bounds.most();
            throw new ProblemException(Problem.INVALID, texts.of("tokens: at " + bound + " are made at once"));
        }
        Answer answer = engine.commands().send(new IssueCards(poll, body.label(), body.tokens()), origin);
        if (answer instanceof Answer.Refused(var refusal)) {
            throw new ProblemException(Problem.of(refusal.reason()), texts.of(refusal.sentence()));
        }
        return ResponseEntity.ok(Map.of("issued", count));
    }
}
