package eu.urne.engine.consult.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.budget.Texts;
import eu.urne.engine.consult.Access;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.Questionnaire;
import eu.urne.engine.consult.Questionnaire.Closed;
import eu.urne.engine.consult.Questionnaire.Counted;
import eu.urne.engine.consult.Questionnaire.Drafted;
import eu.urne.engine.consult.Questionnaire.Known;
import eu.urne.engine.consult.Questionnaire.Open;
import eu.urne.engine.consult.Questionnaire.Published;
import eu.urne.engine.consult.Questionnaire.Undefined;
import eu.urne.engine.consult.Questionnaire.Withdrawn;
import eu.urne.engine.consult.QuestionnaireCommand;
import eu.urne.engine.consult.QuestionnaireCommand.CloseQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.CountAnswers;
import eu.urne.engine.consult.QuestionnaireCommand.DefineQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.EraseAnswers;
import eu.urne.engine.consult.QuestionnaireCommand.IssueCodes;
import eu.urne.engine.consult.QuestionnaireCommand.OpenQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.PublishFinding;
import eu.urne.engine.consult.QuestionnaireCommand.PublishResults;
import eu.urne.engine.consult.QuestionnaireCommand.ReviseFinding;
import eu.urne.engine.consult.QuestionnaireCommand.WithdrawQuestionnaire;
import eu.urne.engine.consult.QuestionnaireEvent;
import eu.urne.engine.consult.QuestionnaireEvent.AnswersCounted;
import eu.urne.engine.consult.QuestionnaireEvent.AnswersErased;
import eu.urne.engine.consult.QuestionnaireEvent.CodesIssued;
import eu.urne.engine.consult.QuestionnaireEvent.FindingPublished;
import eu.urne.engine.consult.QuestionnaireEvent.FindingRevised;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireClosed;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireDefined;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireOpened;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireWithdrawn;
import eu.urne.engine.consult.QuestionnaireEvent.ResultsPublished;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a questionnaire on a command: pure, the same for the same state. */
public final class QuestionnaireDecider {

    /** Most codes that are issued at once. */
    public static final int MOST_CODES = 800;

    private static final int MOST_FINDINGS = 200;
    private static final int MOST_REASON = 500;

    private QuestionnaireDecider() {}

    /** The events that follow, or why not. */
    public static Decision<QuestionnaireEvent> decide(Questionnaire state, QuestionnaireCommand command) {
        return switch (command) {
            case DefineQuestionnaire define -> define(state, define);
            case IssueCodes issue -> issue(state, issue);
            case WithdrawQuestionnaire withdraw -> withdraw(state, withdraw);
            case OpenQuestionnaire open -> open(state, open);
            case CloseQuestionnaire close -> close(state, close);
            case CountAnswers count -> count(state, count);
            case PublishResults publish -> publish(state, publish);
            case PublishFinding publish -> publish(state, publish);
            case ReviseFinding revise -> revise(state, revise);
            case EraseAnswers erase -> erase(state, erase);
        };
    }

    private static Decision<QuestionnaireEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }

    private static Decision<QuestionnaireEvent> not(Questionnaire state, QuestionnaireCommand command) {
        String name = "questionnaire: " + command.questionnaire();
        return switch (state) {
            case Undefined nothing ->
                Decision.refuse(UNKNOWN, "questionnaire: there is no questionnaire " + command.questionnaire());
            case Drafted drafted -> Decision.refuse(WRONG_STATE, name + " is not open yet");
            case Withdrawn withdrawn -> Decision.refuse(WRONG_STATE, name + " was withdrawn");
            case Open open -> Decision.refuse(WRONG_STATE, name + " is open");
            case Closed closed -> Decision.refuse(WRONG_STATE, name + " is closed, and its answers are not counted");
            case Counted counted -> Decision.refuse(WRONG_STATE, name + " is closed, and has no results yet");
            case Published published -> Decision.refuse(WRONG_STATE, name + " has its results already");
        };
    }

    private static Decision<QuestionnaireEvent> define(Questionnaire state, DefineQuestionnaire command) {
        return switch (state) {
            case Undefined nothing ->
                Decision.accept(new QuestionnaireDefined(command.questionnaire(), command.terms()));
            case Known known when known.terms().equals(command.terms()) -> unchanged();
            case Known known ->
                Decision.refuse(
                        EXISTS, "questionnaire: there is a questionnaire " + command.questionnaire() + " already");
        };
    }

    private static Decision<QuestionnaireEvent> issue(Questionnaire state, IssueCodes command) {
        if (!(state instanceof Drafted || state instanceof Open)) {
            return not(state, command);
        }
        if (((Known) state).terms().access() != Access.TOKEN) {
            return Decision.refuse(INVALID, "codes: this questionnaire is open to all, without codes");
        }
        int codes = command.codes().size();
        if (codes < 1 || codes > MOST_CODES) {
            return Decision.refuse(INVALID, "codes: 1 to " + MOST_CODES + " are issued at once, not " + codes);
        }
        for (int i = 1; i < codes; i++) {
            if (command.codes()
                            .get(i - 1)
                            .hex()
                            .compareTo(command.codes().get(i).hex())
                    >= 0) {
                return Decision.refuse(INVALID, "codes: must be in ascending order, none twice");
            }
        }
        return Decision.accept(new CodesIssued(command.questionnaire(), command.codes()));
    }

    private static Decision<QuestionnaireEvent> withdraw(Questionnaire state, WithdrawQuestionnaire command) {
        if (state instanceof Withdrawn) {
            return unchanged();
        }
        return state instanceof Drafted
                ? reasoned(command.reason(), new QuestionnaireWithdrawn(command.questionnaire(), command.reason()))
                : not(state, command);
    }

    private static Decision<QuestionnaireEvent> open(Questionnaire state, OpenQuestionnaire command) {
        if (state instanceof Open) {
            return unchanged();
        }
        if (!(state instanceof Drafted drafted)) {
            return not(state, command);
        }
        return command.atMs() < drafted.terms().closes()
                ? Decision.accept(new QuestionnaireOpened(command.questionnaire()))
                : Decision.refuse(WRONG_STATE, "closes: the moment at which it closes is past");
    }

    private static Decision<QuestionnaireEvent> close(Questionnaire state, CloseQuestionnaire command) {
        if (state instanceof Closed || state instanceof Counted || state instanceof Published) {
            return unchanged();
        }
        if (!(state instanceof Open open)) {
            return not(state, command);
        }
        String reason = command.reason();
        if (command.atMs() >= open.terms().closes()) {
            return Decision.accept(new QuestionnaireClosed(command.questionnaire(), null));
        }
        return reason == null
                ? Decision.refuse(WRONG_STATE, "reason: before the moment told to all, it is closed with a reason")
                : reasoned(reason, new QuestionnaireClosed(command.questionnaire(), reason));
    }

    private static Decision<QuestionnaireEvent> count(Questionnaire state, CountAnswers command) {
        if (state instanceof Counted || state instanceof Published) {
            return unchanged();
        }
        return state instanceof Closed
                ? Decision.accept(new AnswersCounted(command.questionnaire(), command.answers(), command.root()))
                : not(state, command);
    }

    private static Decision<QuestionnaireEvent> publish(Questionnaire state, PublishResults command) {
        if (state instanceof Published) {
            return unchanged();
        }
        return state instanceof Counted counted
                ? Decision.accept(new ResultsPublished(
                        command.questionnaire(), counted.count().answers(), command.tables()))
                : not(state, command);
    }

    private static Decision<QuestionnaireEvent> publish(Questionnaire state, PublishFinding command) {
        if (!(state instanceof Published published)) {
            return early(state, command);
        }
        Finding known = published.findings().get(command.finding().id());
        if (command.finding().equals(known)) {
            return unchanged();
        }
        if (known != null) {
            return Decision.refuse(
                    EXISTS, "finding: there is a finding " + known.id() + " already; it can be revised, with a reason");
        }
        return published.findings().size() < MOST_FINDINGS
                ? Decision.accept(new FindingPublished(command.questionnaire(), command.finding()))
                : Decision.refuse(INVALID, "finding: at most " + MOST_FINDINGS + " are possible");
    }

    private static Decision<QuestionnaireEvent> early(Questionnaire state, QuestionnaireCommand command) {
        return state instanceof Undefined || state instanceof Withdrawn
                ? not(state, command)
                : Decision.refuse(
                        WRONG_STATE,
                        "questionnaire: the results of " + command.questionnaire() + " are not published yet");
    }

    private static Decision<QuestionnaireEvent> revise(Questionnaire state, ReviseFinding command) {
        if (!(state instanceof Published published)) {
            return early(state, command);
        }
        Finding known = published.findings().get(command.finding().id());
        if (known == null) {
            return Decision.refuse(
                    UNKNOWN, "finding: there is no finding " + command.finding().id());
        }
        return command.finding().equals(known)
                ? unchanged()
                : reasoned(
                        command.reason(),
                        new FindingRevised(command.questionnaire(), command.finding(), command.reason()));
    }

    private static Decision<QuestionnaireEvent> erase(Questionnaire state, EraseAnswers command) {
        if (!(state instanceof Published published)) {
            return early(state, command);
        }
        return published.erased()
                ? unchanged()
                : reasoned(command.reason(), new AnswersErased(command.questionnaire(), command.reason()));
    }

    private static Decision<QuestionnaireEvent> reasoned(@Nullable String reason, QuestionnaireEvent event) {
        try {
            Texts.checkText("reason", reason == null ? "" : reason, 1, MOST_REASON);
            return Decision.accept(event);
        } catch (IllegalArgumentException e) {
            return Decision.refuse(INVALID, String.valueOf(e.getMessage()));
        }
    }
}
