package eu.urne.projections;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.works.PlanCommand.OpenPlanLine;
import eu.urne.engine.works.PlanLine;
import eu.urne.engine.works.PlanLineId;
import java.nio.file.Path;

/** An engine with a log of its own that no views follow by themselves; what happens in it are lines of a plan. */
final class City implements AutoCloseable {

    private final DataDirectory data;
    private final Engine engine;
    private int lines;

    City(Path folder) {
        this.data = DataDirectory.open(folder, "");
        this.engine = Engine.start(data, 0, configurer -> {});
    }

    Engine engine() {
        return engine;
    }

    /** Puts lines into the plan; the position behind them. */
    long plan(int count) {
        for (int i = 0; i < count; i++) {
            String line = "line-" + lines++;
            var command = new OpenPlanLine(new PlanLine(new PlanLineId(line), "Aires de jeux", 2026, 100 + lines));
            assertThat(engine.commands().send(command, new CommandOrigin(line, "staff/a", 0)))
                    .isInstanceOf(Answer.Accepted.class);
        }
        return engine.log().reader().lastPosition();
    }

    int lines() {
        return lines;
    }

    @Override
    public void close() {
        engine.close();
        data.close();
    }
}
