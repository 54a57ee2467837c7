package eu.urne.engine.works;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetEvent.Award;
import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetEvent.PhaseAdvanced;
import eu.urne.engine.budget.BudgetEvent.RestAwarded;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalEvent.ProposalSubmitted;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.budget.TestBudgets;
import eu.urne.engine.poll.Awards;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.store.EntryMeta;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * An engine with the budget of {@link TestBudgets}: the cabin and the pond were handed in; once its outcome is
 * declared, the cabin has won 1,500 EUR and the pond nothing.
 */
final class FollowedCity implements AutoCloseable {

    static final ProposalId CABIN = new ProposalId("cabin");
    static final ProposalId POND = new ProposalId("pond");
    static final long AWARDED = 150_000;

    private static final long NOW = TestBudgets.atMs(2026, 1, 12);

    private final DataDirectory data;
    private Engine engine;
    private int commands;

    FollowedCity(Path folder) {
        data = DataDirectory.open(folder, "test.example/log");
        engine = Engine.start(data, NOW, axon -> {});
    }

    /** The budget in a phase, with both ideas; how it came there is no matter here. */
    FollowedCity in(Phase phase) {
        publish(TestBudgets.BUDGET.stream(), 0, new BudgetOpened(TestBudgets.BUDGET, TestBudgets.terms(false)));
        int number = 1;
        for (Phase next = Phase.IDEAS; ; next = next.next().orElseThrow()) {
            publish(TestBudgets.BUDGET.stream(), number++, new PhaseAdvanced(TestBudgets.BUDGET, next, "", null));
            if (next == Phase.IDEAS) {
                List.of(CABIN, POND).forEach(this::submitted);
            }
            if (next == phase) {
                break;
            }
        }
        return this;
    }

    private void submitted(ProposalId proposal) {
        publish(
                "proposal/" + TestBudgets.BUDGET + "/" + proposal,
                0,
                new ProposalSubmitted(TestBudgets.BUDGET, proposal, TestBudgets.GROUP, TestBudgets.idea()));
    }

    /** The outcome stands in the log. */
    FollowedCity declared() {
        OutcomeDeclared outcome = new OutcomeDeclared(
                new PollId("children-2026-all"),
                new Hash("0f1e2d3c".repeat(8)),
                3,
                0,
                0,
                0,
                3,
                List.of(CABIN.value()),
                AWARDED,
                0,
                List.of(),
                new Awards(TestBudgets.BUDGET.value(), List.of(AWARDED)));
        publish("poll/children-2026-all", 0, outcome);
        return this;
    }

    /** The common rest was awarded: the pond has won after all. */
    FollowedCity restAwarded(long cents) {
        Award award = new Award(POND, "all", cents);
        publish(
                TestBudgets.BUDGET.stream(),
                Phase.values().length,
                new RestAwarded(TestBudgets.BUDGET, cents, 0, List.of(), List.of(award)));
        return this;
    }

    private void publish(String stream, long number, Object event) {
        Map<String, Object> origin =
                Map.of(EntryMeta.CAUSE, stream + number, EntryMeta.BY, "staff/abcd", EntryMeta.AT, NOW);
        engine.axon().eventStore().publish(new GenericDomainEventMessage<>("Played", stream, number, event, origin));
    }

    FollowedCity restarted() {
        engine.close();
        engine = Engine.start(data, NOW, axon -> {});
        return this;
    }

    private Answer send(Object command) {
        return engine.commands().send(command, new CommandOrigin("test-" + commands++, "staff/abcd", NOW));
    }

    void accepted(Object command) {
        assertThat(send(command)).as(command.toString()).isInstanceOf(Answer.Accepted.class);
    }

    void unchanged(Object command) {
        assertThat(send(command)).as(command.toString()).isInstanceOf(Answer.Unchanged.class);
    }

    void refused(Object command, String sentence) {
        assertThat(send(command)).isInstanceOfSatisfying(Answer.Refused.class, answer -> assertThat(
                        answer.refusal().sentence())
                .isEqualTo(sentence));
    }

    /** How many entries the stream has. */
    long entries(String stream) {
        return engine.log().reader().stream(stream, 0, 100).size();
    }

    @Override
    public void close() {
        engine.close();
        data.close();
    }
}
