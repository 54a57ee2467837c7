package eu.urne.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaMember.Predicates.declaredIn;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.urne.engine.poll.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each package of the engine may use. */
class EngineRulesTest {

    private static final String ENGINE = "eu.urne.engine";
    private static final String[] DOMAIN = {
        ENGINE + ".budget..",
        ENGINE + ".poll..",
        ENGINE + ".roll..",
        ENGINE + ".tally..",
        ENGINE + ".pabulib..",
        ENGINE + ".log..",
        ENGINE + ".receipt..",
        ENGINE + ".works..",
        ENGINE + ".sortition..",
        ENGINE + ".council..",
        ENGINE + ".consult.."
    };
    private static final String[] JDK = {"java..", "org.jspecify.."};
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ENGINE);

    @Test
    void nothingInTheEngineKnowsSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void onlyAggregatesTheStoreAndTheDoorKnowAxon() {
        DescribedPredicate<JavaClass> axon = resideInAPackage("org.axonframework..")
                .and(not(type(TargetAggregateIdentifier.class)))
                .as("of Axon, but for @TargetAggregateIdentifier");
        noClasses()
                .that(not(simpleNameEndingWith("Aggregate")
                        .or(resideInAPackage(ENGINE + ".store"))
                        .or(type(Engine.class))
                        .or(type(Commands.class))))
                .should()
                .dependOnClassesThat(axon)
                .check(CLASSES);
    }

    @Test
    void onlyCommandsNameTheirAggregate() {
        methods()
                .that()
                .areAnnotatedWith(TargetAggregateIdentifier.class)
                .should()
                .beDeclaredInClassesThat(describe(
                        "are commands",
                        command -> command.getSimpleName().endsWith("Command")
                                || command.getSimpleName().equals("CastBallot")
                                || command.getSimpleName().equals("PublishParticipation")))
                .check(CLASSES);
    }

    @Test
    void countingUsesNothingButTheJdk() {
        onlyUses("tally", JDK);
    }

    @Test
    void publishedElectionsUseCountingAndTheCsvReaderOnly() {
        onlyUses("pabulib", "java..", "org.jspecify..", "de.siegmar.fastcsv..", ENGINE + ".tally");
    }

    @Test
    void theLogFormatUsesNoOtherPackageOfTheEngine() {
        onlyUses("log", "java..", "org.jspecify..", "org.bouncycastle..", "tools.jackson..", "com.fasterxml.jackson..");
    }

    @Test
    void theDrawUsesTheLogFormatOnly() {
        JavaClasses draw = CLASSES.that(resideInAPackage(ENGINE + ".sortition"));
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "tools.jackson..",
                                "com.fasterxml.jackson..",
                                ENGINE + ".log")
                        .or(resideInAPackage(ENGINE + ".sortition"))
                        .or(type(EngineJson.class))
                        .or(type(Hash.class)))
                .check(draw);
    }

    @Test
    void theSearchForPanelsUsesTheDrawAndTheSolverOnly() {
        onlyUses("sortition.search", "java..", "org.jspecify..", "org.ojalgo..", ENGINE + ".sortition");
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE + ".sortition.search")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ojalgo..")
                .check(CLASSES);
    }

    private static void onlyUses(String name, String... allowed) {
        String itself = ENGINE + "." + name + "..";
        classes()
                .that()
                .resideInAPackage(itself)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideInAPackage(itself)))
                .check(CLASSES);
    }

    @Test
    void theStoreKnowsNoPollAndNoRegister() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE + ".poll..", ENGINE + ".roll..", ENGINE + ".tally..", ENGINE + ".pabulib..")
                .check(CLASSES);
    }

    @Test
    void theDomainHasNoClockAndNoChance() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat(type(Clock.class)
                        .or(type(Instant.class))
                        .or(type(Random.class))
                        .or(type(SecureRandom.class))
                        .or(type(ThreadLocalRandom.class))
                        .or(type(RandomGenerator.class)))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blob", "budget", "poll", "roll", "tally", "pabulib", "works", "consult"})
    void whatIsInternalIsUsedByItsContextAndTheRootOnly(String context) {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENGINE, ENGINE + "." + context + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE + "." + context + ".internal..")
                .check(CLASSES);
    }

    @Test
    void noFieldParameterOrResultOfTheDomainIsAFloatingPointNumber() {
        DescribedPredicate<JavaClass> floating = describe("float or double", EngineRulesTest::isFloating);
        DescribedPredicate<JavaClass> exact =
                resideInAnyPackage(DOMAIN).and(describe("is no filter", type -> !isFilter(type.getName())));
        fields().that()
                .areDeclaredInClassesThat(exact)
                .should()
                .notHaveRawType(floating)
                .check(CLASSES);
        noMethods()
                .that(declaredIn(exact))
                .should()
                .haveRawReturnType(floating)
                .orShould()
                .haveRawParameterTypes(
                        describe("float or double", types -> types.stream().anyMatch(EngineRulesTest::isFloating)))
                .check(CLASSES);
        noClasses()
                .that(exact)
                .should()
                .callMethodWhere(describe(
                        "gives float or double",
                        call -> isFloating(call.getTarget().getRawReturnType())))
                .check(CLASSES);
    }

    /**
     * Filters with error bounds say which options need no exact look; they decide nothing (docs/adr/0007). Nor does the
     * search for panels, which are checked in integers (docs/adr/0015).
     */
    private static boolean isFilter(String name) {
        return name.contains("FurtherVotes")
                || name.contains("CourseReach")
                || name.contains("SharesRun")
                || name.replace('/', '.').contains(".sortition.search.");
    }

    private static boolean isFloating(JavaClass type) {
        return type.isEquivalentTo(double.class)
                || type.isEquivalentTo(float.class)
                || type.isEquivalentTo(Double.class)
                || type.isEquivalentTo(Float.class);
    }

    /** What is local to a method is not in the class files, so the sources are read. */
    @ParameterizedTest
    @ValueSource(strings = {"budget", "poll", "roll", "tally", "pabulib", "log", "sortition", "works", "consult"})
    void noSourceOfTheDomainNamesAFloatingPointNumber(String context) throws IOException {
        Pattern comment = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
        Pattern floating = Pattern.compile("\\b(?:float|double|Float|Double)\\b|\\b[0-9][0-9_]*\\.[0-9]");
        Path folder = Path.of("src/main/java/eu/urne/engine", context);

        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java") && !isFilter(file.toString()))
                    .toList();
            assertThat(sources).isNotEmpty();
            for (Path source : sources) {
                String code = comment.matcher(Files.readString(source)).replaceAll("");
                assertThat(floating.matcher(code).find()).as("%s", source).isFalse();
            }
        }
    }
}
