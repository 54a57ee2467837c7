package eu.urne.audit.cli;

import eu.urne.audit.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A progress bar on standard error, if that is a terminal; else nothing. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 100;
    private static final int UPDATE_MS = 200;

    private final boolean visible;
    private @Nullable ProgressBar bar;

    private ProgressLine(boolean visible) {
        this.visible = visible;
    }

    static ProgressLine onTerminal() {
        return new ProgressLine(standardErrorIsTerminal());
    }

    private static boolean standardErrorIsTerminal() {
        Path link = Path.of("/proc/self/fd/2");
        try {
            return Files.isSymbolicLink(link)
                    ? Files.readSymbolicLink(link).toString().matches("/dev/(pts/|tty|console).*")
                    : Ansi.AUTO.enabled();
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    @Override
    public void begins(String stage, long total) {
        close();
        if (visible) {
            bar = new ProgressBarBuilder()
                    .setTaskName(stage)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MS)
                    .showSpeed()
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                    .build();
        }
    }

    @Override
    public void reached(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
