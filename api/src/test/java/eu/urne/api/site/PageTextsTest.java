package eu.urne.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of all pages: complete in both languages, and all that templates ask for are there. */
class PageTextsTest {

    private static final Path PAGES = Path.of("src/main/resources/eu/urne/api/pages");
    private static final Pattern WHOLE = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[(}]");
    private static final Pattern BEGINNING = Pattern.compile("#\\{__'([a-zA-Z0-9._-]+)'");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(PAGES.resolve(name))) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void frenchAndEnglishSayTheSame(String bundle) throws IOException {
        Properties french = read(bundle + ".properties");
        Properties english = read(bundle + "_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(french.stringPropertyNames());
        for (String key : french.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(french.getProperty(key)));
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new HashSet<>();
        ARGUMENT.matcher(text).results().forEach(found -> arguments.add(found.group(1)));
        return arguments;
    }

    @Test
    void templatesAskForNoTextThatIsMissing() throws IOException {
        Set<String> known = new HashSet<>();
        for (String bundle : bundles()) {
            known.addAll(read(bundle + ".properties").stringPropertyNames());
        }
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                String template = Files.readString(file);
                asked(WHOLE, template)
                        .filter(key -> !known.contains(key))
                        .forEach(key -> missing.add(file + ": " + key));
                asked(BEGINNING, template)
                        .filter(start -> known.stream().noneMatch(key -> key.startsWith(start)))
                        .forEach(start -> missing.add(file + ": " + start + "..."));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Stream<String> asked(Pattern pattern, String template) {
        return pattern.matcher(template).results().map((MatchResult found) -> found.group(1));
    }
}
