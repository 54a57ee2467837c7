package eu.urne.api.vote;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code urne paper}: what is done with sheets of paper. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        description = "Enters sheets of paper into a server, and counts those in the urn.",
        subcommands = {PaperEnterCommand.class, PaperCountCommand.class})
public final class PaperCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed; see urne paper --help");
    }
}
