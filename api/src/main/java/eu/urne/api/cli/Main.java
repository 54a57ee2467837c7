package eu.urne.api.cli;

import eu.urne.api.bench.BenchCommand;
import eu.urne.api.cards.CardsCommand;
import eu.urne.api.doctor.DoctorCommand;
import eu.urne.api.moving.BackupCommand;
import eu.urne.api.moving.LogCommand;
import eu.urne.api.moving.MoveCommand;
import eu.urne.api.moving.RestoreCommand;
import eu.urne.api.replay.ReplayCommand;
import eu.urne.api.vote.PaperCommand;
import eu.urne.api.vote.VoteCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code urne}: the command line. Commands that need no server do not start one. */
@Command(
        name = "urne",
        mixinStandardHelpOptions = true,
        version = "urne 0.1.0",
        description = "Participatory budgets and votes that everybody can check.",
        subcommands = {
            ServeCommand.class,
            DoctorCommand.class,
            ReplayCommand.class,
            TallyCommand.class,
            CardsCommand.class,
            VoteCommand.class,
            PaperCommand.class,
            LogCommand.class,
            BackupCommand.class,
            MoveCommand.class,
            RestoreCommand.class,
            BenchCommand.class,
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Runs the command and ends the process with its exit code: 0, or 2 for usage and bad input. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all commands. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler((e, given) -> {
            e.getCommandLine().getErr().println(e.getMessage());
            return Refusals.CODE;
        });
        line.setExecutionExceptionHandler(new Refusals());
        return line;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed; see urne --help");
    }
}
