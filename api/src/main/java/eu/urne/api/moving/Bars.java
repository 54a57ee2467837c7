package eu.urne.api.moving;

import eu.urne.engine.moving.Steps;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on standard error where a long work is, one bar per part. */
final class Bars implements Steps, AutoCloseable {

    private static final int WIDTH = 100;

    private @Nullable ProgressBar bar;

    @Override
    public void begin(String what, long total) {
        end();
        bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build();
    }

    @Override
    public void step(long done) {
        ProgressBar current = bar;
        if (current != null) {
            current.stepBy(done);
        }
    }

    /** The part under way is done, or given up. */
    void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
