package eu.urne.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The verifier is a second implementation: it shares no code with what it verifies. */
class IndependenceTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("eu.urne.audit");

    @Test
    void verifierUsesNoSibling() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "eu.urne.audit..",
                        "java..",
                        "com.sun.net.httpserver..",
                        "javax.crypto..",
                        "javax.imageio..",
                        "javax.xml.stream..",
                        "com.google.zxing..",
                        "com.openhtmltopdf..",
                        "org.apache.pdfbox..",
                        "org.bouncycastle..",
                        "tools.jackson..",
                        "picocli..",
                        "me.tongfei.progressbar..",
                        "org.jspecify.annotations..")
                .check(MAIN);
    }

    @Test
    void verifierOpensBallotsByItself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle.crypto.hpke..")
                .check(MAIN);
    }
}
