package eu.urne.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of other people's files beside the project; tests that need it are skipped where it is missing. */
public final class Shared {

    private Shared() {}

    /** A folder in it. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("urne.shared", "../../shared"), name);
        assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is missing");
        return folder;
    }
}
