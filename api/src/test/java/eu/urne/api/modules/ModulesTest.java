package eu.urne.api.modules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Dependencies point one way, and docs/modules.md shows those that there are. */
class ModulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("eu.urne");
    private static final Path WRITTEN = Path.of("target", "modules.md");
    private static final Path APPROVED = Path.of("..", "docs", "modules.md");

    @Test
    void theEngineKnowsNobody() {
        knowsNothingOf("engine", "projections", "audit", "api");
    }

    @Test
    void projectionsKnowTheEngineOnly() {
        knowsNothingOf("projections", "audit", "api");
    }

    @Test
    void theVerifierSharesNoCodeWithWhatItVerifies() {
        knowsNothingOf("audit", "engine", "projections", "api");
    }

    @Test
    void ofTheProgramOnlyTheBenchesAndTrialsKnowTheVerifier() {
        noClasses()
                .that()
                .resideInAPackage("eu.urne.api..")
                .and()
                .resideOutsideOfPackages("eu.urne.api.bench", "eu.urne.api.trial")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.urne.audit..")
                .check(CLASSES);
    }

    @Test
    void whatIsInternalStaysInItsModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("eu.urne.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.urne.engine..internal..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("eu.urne.projections..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.urne.projections..internal..")
                .check(CLASSES);
    }

    private static void knowsNothingOf(String module, String... others) {
        for (String other : others) {
            noClasses()
                    .that()
                    .resideInAPackage("eu.urne." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("eu.urne." + other + "..")
                    .check(CLASSES);
        }
    }

    @Test
    void theDiagramShowsTheCode() throws IOException {
        String diagram = diagram();
        Files.writeString(WRITTEN, diagram);

        assertThat(Files.exists(APPROVED) ? Files.readString(APPROVED) : "")
                .as("docs/modules.md; if the change is meant, copy api/%s there", WRITTEN)
                .isEqualTo(diagram);
    }

    private static String diagram() {
        StringBuilder text = new StringBuilder("""
                # Modules

                Which package uses which: a test compares this page with the class files. The verifier `audit`
                shares no code with the others; the benches of `api` measure it. `engine.root` is the package that
                holds the engine together; `internal` packages are part of their context.

                ```mermaid
                flowchart TD
                """);
        edges().forEach((from, targets) -> targets.forEach(to ->
                text.append("    ").append(from).append(" --> ").append(to).append('\n')));
        return text.append("```\n").toString();
    }

    private static Map<String, Set<String>> edges() {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = node(type);
                String to = node(dependency.getTargetClass());
                if (!to.isEmpty() && !from.equals(to)) {
                    edges.computeIfAbsent(from, each -> new TreeSet<>()).add(to);
                }
            }
        }
        return edges;
    }

    /** Contexts of the engine and the other modules; nothing for what is not ours. */
    private static String node(JavaClass type) {
        Matcher name =
                Pattern.compile("eu\\.urne\\.(\\w+)(?:\\.([a-z]\\w*))?.*").matcher(type.getPackageName());
        if (!name.matches()) {
            return "";
        }
        String context = name.group(2) == null ? "root" : name.group(2);
        return name.group(1).equals("engine") ? "engine." + context : name.group(1);
    }
}
