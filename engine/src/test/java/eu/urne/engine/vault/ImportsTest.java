package eu.urne.engine.vault;

import static eu.urne.engine.vault.ImportMode.ALL_OR_NOTHING;
import static eu.urne.engine.vault.ImportMode.GOOD_LINES;
import static eu.urne.engine.vault.TestVault.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.Refusal;
import eu.urne.engine.store.Beside;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of persons: what they are written in, what is wrong with which line, all or nothing. */
@ParameterizedClass
@EnumSource(Beside.class)
class ImportsTest {

    private static final String HEAD = "Nom;Prénom;Date de naissance;Commune;Quartier;Site;École;Groupe;Numéro\n";

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private DataDirectory data;

    private Vault vault;

    @BeforeEach
    void open() {
        data = beside.open(folder);
        vault = TestVault.open(data);
    }

    @AfterEach
    void close() {
        vault.close();
        data.close();
    }

    private List<String> problems(String lines) {
        return TestVault.read(vault, GOOD_LINES, HEAD + lines).lines().stream()
                .map(line -> line.line() + " " + line.field() + ": " + line.sentence())
                .toList();
    }

    private List<PersonRecord> persons() {
        return vault.persons().page(REGISTER, 0, 100).stream()
                .map(KnownPerson::known)
                .toList();
    }

    @Test
    void aLineBecomesAPerson() {
        ImportReport report = TestVault.read(
                vault,
                ALL_OR_NOTHING,
                HEAD + "O'Hara; Zoé Ann ;31/12/2015;Saint-Quentin;Europe;Centre A|Centre B;Jean Macé;jury;7\n");

        assertThat(report.written()).isTrue();
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.encoding()).isEqualTo("UTF-8");
        assertThat(report.delimiter()).isEqualTo(";");
        assertThat(persons())
                .containsExactly(new PersonRecord(
                        "O'Hara",
                        "Zoé Ann",
                        LocalDate.of(2015, 12, 31),
                        "7",
                        "Saint-Quentin",
                        "Europe",
                        List.of("Jean Macé"),
                        List.of("Centre A", "Centre B"),
                        List.of("jury")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nom,prénom,né(e) le\\nRoux,Léa,2014-02-03 | , | UTF-8
            PRENOM;NOM;DATE DE NAISSANCE\\r\\nLéa;Roux;3/2/2014\\r\\n | ; | UTF-8
            first name\\tlast name\\tdate of birth\\nLéa\\tRoux\\t03.02.2014 | tab | UTF-8
            sep=,\\nprénom,nom,naissance\\nLéa,Roux,2014-02-03 00:00:00 | , | UTF-8
            ﻿"Nom de naissance";Prénoms;Adresse;Date_naissance\\n"Roux";Léa;"1, rue A;\\nÉtage 2";03-02-2014 | ; | UTF-8
            """)
    void headersDelimitersAndDatesAreThoseOfTheFile(String file, String delimiter, String encoding) {
        String text = file.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        ImportReport report = TestVault.read(vault, ALL_OR_NOTHING, text);

        assertThat(report.lines()).isEmpty();
        assertThat(report.delimiter()).isEqualTo(delimiter);
        assertThat(report.encoding()).isEqualTo(encoding);
        assertThat(persons()).singleElement().satisfies(person -> {
            assertThat(person.familyName() + " " + person.givenName()).isEqualTo("Roux Léa");
            assertThat(person.birthDate()).isEqualTo(LocalDate.of(2014, 2, 3));
        });
    }

    @Test
    void windows1252IsReadAndAnOldCodePageIsTold() {
        String lines = "Nom;Prénom\nLefèvre;Zoé\nŒdipe;L’Été\n";
        ImportReport report = TestVault.read(vault, ALL_OR_NOTHING, lines.getBytes(Charset.forName("windows-1252")));

        assertThat(report.written()).isTrue();
        assertThat(report.encoding()).isEqualTo("windows-1252");
        assertThat(persons()).extracting(PersonRecord::givenName).containsExactly("Zoé", "L’Été");
        byte[] dos = {'n', 'o', 'm', ';', 'p', 'r', 'e', 'n', 'o', 'm', '\n', 'Z', 'o', (byte) 0x82, ';', 'A', '\n'};
        assertThat(TestVault.read(vault, ALL_OR_NOTHING, dos).lines())
                .containsExactly(new LineProblem(
                        2,
                        "familyName",
                        "it has a sign that is no letter; perhaps the file is written in an old code page"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ;A;1/1/2014;;;;;;               | 2 familyName: it is empty
            A; ;1/1/2014;;;;;;              | 2 givenName: it is empty
            A;B;31/02/2014;;;;;;            | 2 birthDate: there is no such day
            A;B;29/02/2014;;;;;;            | 2 birthDate: there is no such day
            A;B;12/31/2014;;;;;;            | 2 birthDate: there is no such day
            A;B;1/1/14;;;;;;                | 2 birthDate: the year needs four digits
            A;B;hier;;;;;;                  | 2 birthDate: it is no day written like 31/12/2015 or 2015-12-31
            A;B;14/04/2026;;;;;;            | 2 birthDate: it lies in the future
            A;B;01/01/1890;;;;;;            | 2 birthDate: it lies more than 130 years back
            A;B;1/1/2014                    | 2 line: it has 3 cells, and the first line has 9
            A;B;1/1/2014;;;;;;;x            | 2 line: it has 10 cells, and the first line has 9
            A;"B\\nC;D";1/1/2014;;;;;; | 2 givenName: it goes over more than one line; perhaps a quotation mark is not\
             closed
            A;B\u202Ec;1/1/2014;;;;;;       | 2 givenName: it has a character that cannot be seen or read
            A;B\uFFFD;1/1/2014;;;;;;        | 2 givenName: it has a character that cannot be seen or read
            """)
    void whatIsWrongWithALineIsToldWithoutQuotingIt(String line, String problem) {
        assertThat(problems(line.strip().replace("\\n", "\n") + "\n")).containsExactly(problem);
        assertThat(persons()).isEmpty();
    }

    @Test
    void aNameOfAHundredCharactersIsKeptAndOneOfMoreIsNot() {
        assertThat(problems("É".repeat(100) + ";B;1/1/2014;;;;;;\n" + "é".repeat(101) + ";B;1/1/2014;;;;;;\n"))
                .containsExactly("3 familyName: it must have 1 to 100 characters");
    }

    @Test
    void everythingThatIsWrongWithALineIsTold() {
        assertThat(problems(";;30/02/2014;;;;;;\n"))
                .containsExactly(
                        "2 birthDate: there is no such day", "2 familyName: it is empty", "2 givenName: it is empty");
    }

    @Test
    void emptyLinesAndEmptyCellsAtTheEndAreNoProblem() {
        assertThat(problems("\n;;;;;;;;\nA;B;1/1/2014;;;;;;;;;;\n\n")).isEmpty();
        assertThat(persons()).hasSize(1);
    }

    @Test
    void namesOfEveryScriptAreKept() {
        assertThat(problems("""
                        محمد;أمينة;1/1/2014;;;;;;
                        כהן;נועה;1/1/2014;;;;;;
                        王;小明;1/1/2014;;;;;;
                        D’Artagnan;👩‍👧;1/1/2014;;;;;;
                        =1+1;@x;1/1/2014;;;;;;
                        """)).isEmpty();
        assertThat(persons()).extracting(PersonRecord::givenName).containsExactly("أمينة", "נועה", "小明", "👩‍👧", "@x");
    }

    @Test
    void theSamePersonTwiceIsToldWithTheLine() {
        String lines = """
                Le Goff;Anne-Marie;1/1/2014;;;;;;
                Roux;Léa;1/1/2014;;;;;;1
                Roux;Léa;1/1/2014;;;;;;2
                LE GOFF;ANNE MARIE;2014-01-01;;;;;;
                """;

        assertThat(problems(lines))
                .containsExactly(
                        "5 line: the same person stands in line 2 already (same names, birth date and number)");
        assertThat(persons()).hasSize(3);
        assertThat(problems("Roux;Lea;1/1/2014;;;;;;2\n"))
                .containsExactly(
                        "2 line: the same person stands in the register already (same names, birth date and number)");
    }

    @Test
    void ofAFileWithOneWrongLineNothingIsWritten() {
        String lines = "A;B;1/1/2014;;;;;;\n".repeat(1) + ";;;;;;;x;\n" + "C;D;1/1/2014;;;;;;\n";
        ImportReport nothing = TestVault.read(vault, ALL_OR_NOTHING, HEAD + lines);

        assertThat(nothing.written()).isFalse();
        assertThat(nothing.accepted()).isZero();
        assertThat(nothing.refused()).isEqualTo(1);
        assertThat(persons()).isEmpty();

        ImportReport good = TestVault.read(vault, GOOD_LINES, HEAD + lines);
        assertThat(good.written()).isTrue();
        assertThat(good.accepted()).isEqualTo(2);
        assertThat(good.refused()).isEqualTo(1);
        assertThat(persons()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                   | the file is empty
            a;b\\n1;2                            | the first line names no column for familyName (such as "nom")
            nom;b\\n1;2                          | the first line names no column for givenName (such as "prénom")
            nom;nom;prénom\\n1;2;3               | the first line names more than one column for familyName
            nom;prénom\\nA;B\\nC;"D\\nE;F\\n     | the quotation mark that is opened in line 3 is never closed
            nom;prénom\\nA;B\\nC;"D"x\\nE;F\\n   | behind line 2 a quotation mark is not closed or stands inside\
             a cell, or a line is too long; from there on the lines cannot be told apart
            """)
    void ofAFileWhoseLinesCannotBeToldApartNothingIsWritten(String file, String sentence) {
        ImportReport report = TestVault.read(vault, GOOD_LINES, file.replace("\\n", "\n"));

        assertThat(report.written()).isFalse();
        assertThat(report.lines()).first().isEqualTo(new LineProblem(0, "file", sentence));
        assertThat(TestVault.size(vault)).isZero();
    }

    @Test
    void aCellWithoutEndIsBounded() {
        ImportReport report = TestVault.read(vault, GOOD_LINES, HEAD + "A;\"" + "x\n".repeat(200_000));

        assertThat(report.written()).isFalse();
        assertThat(report.lines())
                .singleElement()
                .extracting(LineProblem::field)
                .isEqualTo("file");
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() {
        InputStream file = new EndingFile(manyLines(), () -> {
            throw new IOException("gone");
        });

        assertThatIOException().isThrownBy(() -> vault.imports().read(REGISTER, file, GOOD_LINES, TestVault.ORIGIN));
        assertThat(persons()).isEmpty();
        assertThat(TestVault.read(vault, GOOD_LINES, HEAD + "A1;B;1/1/2014;;;;;;\n")
                        .accepted())
                .isEqualTo(1);
    }

    private static byte[] manyLines() {
        StringBuilder lines = new StringBuilder(HEAD);
        for (int i = 0; i < 11_000; i++) {
            lines.append("A").append(i).append(";B;1/1/2014;;;;;;\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whileAFileIsReadNobodyOfItIsSeenAndNoOtherIsRead() throws IOException {
        List<Object> seen = new ArrayList<>();
        InputStream file = new EndingFile(manyLines(), () -> {
            seen.add(persons().size());
            seen.add(vault.imports()
                    .read(REGISTER, new ByteArrayInputStream(new byte[0]), GOOD_LINES, TestVault.ORIGIN));
        });

        vault.imports().read(REGISTER, file, ALL_OR_NOTHING, TestVault.ORIGIN);

        assertThat(seen)
                .startsWith(
                        0,
                        new VaultAnswer.Refused<>(new Refusal(
                                Refusal.Reason.WRONG_STATE, "another file is being read into the register children")));
        assertThat(TestVault.size(vault)).isEqualTo(11_000);
    }

    @Test
    void whatAnInterruptionLeftIsGoneAtTheNextStart() {
        InputStream file = new EndingFile(manyLines(), () -> {
            vault.close(); // the process ends here
            throw new IllegalStateException("ended");
        });
        assertThatThrownBy(() -> vault.imports().read(REGISTER, file, GOOD_LINES, TestVault.ORIGIN))
                .isInstanceOf(RuntimeException.class);
        vault = TestVault.open(data);

        assertThat(TestVault.size(vault)).isZero();
        assertThat(TestVault.read(vault, GOOD_LINES, HEAD + "A1;B;1/1/2014;;;;;;\n")
                        .accepted())
                .isEqualTo(1);
    }

    @Test
    void theReportIsKeptInFull() throws IOException {
        ImportReport report = TestVault.read(vault, ALL_OR_NOTHING, HEAD + "A;;1/1/2014;;;;;;\n".repeat(2_500));
        List<LineProblem> all = new ArrayList<>();

        assertThat(report.refused()).isEqualTo(2_500);
        assertThat(report.lines()).hasSize(1_000);
        assertThat(vault.imports().report(REGISTER, report.id(), all::add)).isTrue();
        assertThat(all).hasSize(2_500).last().isEqualTo(new LineProblem(2_501, "givenName", "it is empty"));
        assertThat(vault.imports().report(REGISTER, "none", all::add)).isFalse();
    }

    @Test
    void aFileOfOrganisationsHasNoGivenNames() {
        ImportReport report = TestVault.read(
                vault, GOOD_LINES, "association;quartier;groupe\nClub d'échecs;nord;associations\n;sud;associations\n");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(persons()).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("Club d'échecs");
            assertThat(each.isOrganisation()).isTrue();
            assertThat(each.birthDate()).isNull();
        });
        assertThat(report.lines()).extracting(LineProblem::field).containsExactly("organisation");
    }

    @Test
    void membersOfAnAssociationStayPersons() {
        TestVault.read(vault, GOOD_LINES, "nom;prénom;association\nRoux;Léa;Club d'échecs\n");
        assertThat(persons()).extracting(PersonRecord::name).containsExactly("Léa Roux");
    }
}
