package eu.urne.api.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes the argument behind {@code --explain} as a project's id, unless it is an option, standard input, or looks like
 * a file to count: one that is there or ends in {@code .pb}.
 */
final class ExplainedProject implements IParameterConsumer {

    /** What {@code --explain} holds without an id, which is no id itself. */
    static final String ALL = "";

    @Override
    @SuppressWarnings("JdkObsolete") // the interface hands over a Stack
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        boolean told = !arguments.isEmpty() && !arguments.peek().startsWith("-") && !isSource(arguments.peek());
        option.setValue(told ? arguments.pop() : ALL);
    }

    private static boolean isSource(String argument) {
        try {
            return argument.endsWith(".pb") || Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
