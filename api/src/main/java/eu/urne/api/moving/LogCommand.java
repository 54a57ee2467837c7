package eu.urne.api.moving;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code urne log}: what is done with a whole log, without a server. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Copies a log to another store, and checks everything in a store.",
        subcommands = {LogCopyCommand.class, LogFsckCommand.class})
public final class LogCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed; see urne log --help");
    }
}
