package eu.urne.engine;

import static eu.urne.engine.budget.TestBudgets.BUDGET;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer.Accepted;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalCommand.AcceptProposal;
import eu.urne.engine.budget.ProposalCommand.AssignStudy;
import eu.urne.engine.budget.ProposalCommand.SubmitProposal;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.budget.TestBudgets;
import eu.urne.engine.store.Beside;
import eu.urne.engine.store.LogName;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same command again, under the same id, is answered as the first time, whatever its aggregate says now. */
@ParameterizedClass
@EnumSource(Beside.class)
class RepeatedCommandTest {

    private static final ProposalId CABIN = new ProposalId("cabin");

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private DataDirectory data;
    private Engine engine;

    @BeforeEach
    void start() {
        data = beside.open(folder);
        engine = Engine.start(data, 0, axon -> {});
    }

    @AfterEach
    void stop() {
        engine.close();
        data.close();
    }

    private Accepted send(String id, Object command) {
        Answer answer = engine.commands().send(command, new CommandOrigin(id, "staff/abcd", 1_000));
        assertThat(answer).isInstanceOf(Accepted.class);
        return (Accepted) answer;
    }

    private void again(String id, Object command, Accepted first) {
        long size = engine.log().checkpoint(LogName.PUBLIC).size();
        Accepted second = send(id, command);
        assertThat(second.repeated()).isTrue();
        assertThat(second.events()).isEqualTo(first.events());
        assertThat(second.code()).isEqualTo(first.code());
        assertThat(second.receipt().text()).isEqualTo(first.receipt().text());
        assertThat(engine.log().checkpoint(LogName.PUBLIC).size()).isEqualTo(size);
    }

    @Test
    void whatWouldBeRefusedNow() {
        OpenBudget open = new OpenBudget(TestBudgets.terms(false));
        Accepted first = send("open", open);
        assertThat(first.repeated()).isFalse();
        AdvancePhase advance =
                new AdvancePhase(BUDGET, Phase.IDEAS, "", TestBudgets.calendar().beginMs(Phase.IDEAS));
        Accepted advanced = send("advance", advance);

        again("open", open, first);
        again("advance", advance, advanced);
        stop();
        start();
        again("open", open, first);
        again("advance", advance, advanced);
    }

    @Test
    void whatWouldBeAcceptedOnceMore() {
        send("open", new OpenBudget(TestBudgets.terms(false)));
        send(
                "ideas",
                new AdvancePhase(BUDGET, Phase.IDEAS, "", TestBudgets.calendar().beginMs(Phase.IDEAS)));
        send("submit", new SubmitProposal(BUDGET, CABIN, TestBudgets.GROUP, TestBudgets.idea()));
        send("accept", new AcceptProposal(BUDGET, CABIN));
        AssignStudy youth = new AssignStudy(BUDGET, CABIN, "Jeunesse");
        Accepted first = send("youth", youth);
        send("sports", new AssignStudy(BUDGET, CABIN, "Sports"));

        again("youth", youth, first);
        assertThat(send("youth-again", youth).repeated()).isFalse();
    }

    @Test
    void anotherCommandUnderAnIdThatIsTaken() {
        Accepted first = send("open", new OpenBudget(TestBudgets.terms(false)));
        again(
                "open",
                new AdvancePhase(BUDGET, Phase.IDEAS, "", TestBudgets.calendar().beginMs(Phase.IDEAS)),
                first);
    }
}
