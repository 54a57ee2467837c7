package eu.urne.api.cli;

import eu.urne.api.CannotStartException;
import eu.urne.api.replay.ReplayException;
import eu.urne.api.scenario.ScenarioException;
import eu.urne.api.trial.TrialException;
import eu.urne.api.vote.RestException;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * How every command ends that cannot do what it was asked: one sentence on standard error, and exit code 2. What none
 * of them expects is a defect of this program, and keeps its stack trace.
 */
final class Refusals implements IExecutionExceptionHandler {

    /** The exit code of usage and bad input. */
    static final int CODE = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult given) throws Exception {
        String sentence = sentence(failure);
        if (sentence == null) {
            throw failure;
        }
        command.getErr().println(sentence.replaceAll("\\R", " "));
        command.getErr().flush();
        return CODE;
    }

    private static @Nullable String sentence(Exception failure) {
        return switch (failure) {
            case CannotStartException e -> e.getMessage();
            case StoreException e -> e.getMessage();
            case PbException e -> e.getMessage();
            case ReplayException e -> e.getMessage();
            case RestException e -> e.getMessage();
            case ScenarioException e -> e.getMessage();
            case IllegalArgumentException e -> String.valueOf(e.getMessage());
            case TrialException e -> e.getMessage();
            case IOException e -> OneLine.of(e);
            case UncheckedIOException e -> OneLine.of(e);
            default -> null;
        };
    }
}
