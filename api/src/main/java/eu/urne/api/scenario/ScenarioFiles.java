package eu.urne.api.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a scenario and the files beside it are read from. In their text {@code ${today}}, {@code ${today+30}} and
 * {@code ${today-7}} become days, and {@code ${today+30:year}} the year of one.
 */
abstract class ScenarioFiles {

    private static final Pattern TODAY = Pattern.compile("\\$\\{today([+-]\\d{1,4})?(:year)?}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String EXAMPLES = "/eu/urne/api/examples/";

    private final LocalDate today;

    private ScenarioFiles(LocalDate today) {
        this.today = today;
    }

    /** Files of a folder. */
    static ScenarioFiles in(Path folder, LocalDate today) {
        return new ScenarioFiles(today) {
            @Override
            byte[] bytes(String name) throws IOException {
                return Files.readAllBytes(folder.resolve(name));
            }
        };
    }

    /** The examples that come with the program. */
    static ScenarioFiles examples(LocalDate today) {
        return new ScenarioFiles(today) {
            @Override
            byte[] bytes(String name) throws IOException {
                try (InputStream stream = ScenarioFiles.class.getResourceAsStream(EXAMPLES + name)) {
                    if (stream == null) {
                        throw new IOException("there is no example of that name");
                    }
                    return stream.readAllBytes();
                }
            }
        };
    }

    /** A file as it stands there. */
    abstract byte[] bytes(String name) throws IOException;

    /**
     * A picture.
     *
     * @param name of a PNG file in {@code pictures/}, without its ending
     * @throws ScenarioException in one sentence, if it cannot be read
     */
    byte[] picture(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ScenarioException("\"" + name + "\" is no name of a picture beside the scenario");
        }
        try {
            return bytes("pictures/" + name + ".png");
        } catch (IOException e) {
            throw new ScenarioException("the picture " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A file.
     *
     * @throws ScenarioException in one sentence, if it cannot be read
     */
    YamlSource read(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ScenarioException("\"" + name + "\" is no name of a file beside the scenario");
        }
        try {
            return new YamlSource(name, withDays(new String(bytes(name), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ScenarioException(name + " cannot be read: " + e.getMessage(), e);
        } catch (DateTimeException e) {
            throw new ScenarioException(name + ": a day is out of range", e);
        }
    }

    private String withDays(String text) {
        Matcher days = TODAY.matcher(text);
        return days.replaceAll(found -> {
            LocalDate day = today.plusDays(found.group(1) == null ? 0 : Integer.parseInt(found.group(1)));
            return found.group(2) == null ? day.toString() : String.valueOf(day.getYear());
        });
    }
}
