package eu.urne.audit.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleExtract;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.ExampleTablets;
import eu.urne.audit.example.MemoryEvidence;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader finds in a record. */
class PollRecordTest {
    private static final ExampleLog ELECTION = new ExampleElection().play().log();

    private static PollRecord record(Map<String, byte[]> files, String poll, Language language) {
        try {
            Verification verification = Verification.of(new MemoryEvidence(files));
            Report report = verification.run();
            return PollRecord.of(
                    report, verification.facts(poll).orElseThrow(), verification.checkpointNote(), language);
        } catch (UnreadableEvidenceException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String poll, Language language) {
        return text(record(ELECTION.files(), poll, language).html());
    }

    /** The text between the tags, without the style. */
    private static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }

    private static String pdfText(PollRecord record) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(record.pdf())) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    @Test
    void outcomeFiguresAndReasonsAreToldInEnglish() {
        assertThat(text("favourite", Language.ENGLISH))
                .contains("every signature, every ballot, and the outcome was counted again without a difference. The"
                        + " key of the log is known from the evidence itself only")
                .contains("could have opened ballots before. Public since it was revealed.")
                .contains("2 of 3 options are selected.")
                .contains("800.00 EUR are spent, 200.00 EUR are left.")
                .contains("b Option b 500.00 EUR 3 selected as number 1; 500.00 EUR left")
                .contains("c Option c 300.00 EUR 1 selected as number 2; 200.00 EUR left")
                .contains("a Option a 600.00 EUR 2 not selected: costs more than the 500.00 EUR that were left")
                .contains("No tie made a difference.")
                .contains("Persons admitted 42 Voting cards issued 41 Voting cards handed out 39 Voting cards void 2")
                .contains("8 (20.5 % of the cards handed out) Ballots cast 8 of these replaced by a later one 0"
                        + " Null ballots 1 Blank ballots (valid, choose nothing) 1 Ballots counted 7")
                .contains("Children of 8 to 15 years");
    }

    @Test
    void outcomeFiguresAndReasonsAreToldInFrench() {
        assertThat(text("favourite", Language.FRENCH))
                .contains("Les preuves ont été vérifiées")
                .contains("2 options retenues sur 3.")
                .contains("Dépensé : 800,00 EUR ; reste : 200,00 EUR.")
                .contains("non retenue : coûte plus que les 500,00 EUR qui restaient")
                .contains("Aucune égalité n'a compté.")
                .contains("8 (20,5 % des cartes remises)");
    }

    @Test
    void tabletThatWasNotWaitedForIsToldWithTheReasons() {
        ExampleLog log = new ExampleLog("vote.example.org").genesis();
        ExamplePoll poll = new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2)
                .define()
                .cards("all", 3)
                .open();
        new ExampleTablets(poll)
                .enrol(1)
                .enrol(2)
                .end()
                .empty(1)
                .ask(2, ExampleTablets.ANNE)
                .askAndWriteOff(2, ExampleTablets.BRUNO);
        poll.close(3).seal().reveal();

        assertThat(text(record(log.files(), "p", Language.ENGLISH).html()))
                .contains("Tablets on which people voted 2 A tablet that two persons no longer waited for; their"
                        + " reasons tombée dans le canal / tombée dans le canal");
        assertThat(text(record(log.files(), "p", Language.FRENCH).html())).contains("Tablettes de vote 2");
        assertThat(text("favourite", Language.ENGLISH)).doesNotContain("Tablets on which");
    }

    @Test
    void tieAndHowItWasBrokenIsTold() {
        assertThat(text("approval", Language.ENGLISH))
                .contains("at a score of 2: Option b (b), Option i (i)")
                .contains("Between equal scores the number of the option")
                .contains("Only options with a score of at least 1 take part.")
                .contains("of these replaced by a later one 3")
                .contains("not selected: fewer than the 1 that are needed");
    }

    @Test
    void rulesThatStopOrExcludeAreTold() {
        assertThat(text("points", Language.ENGLISH)).contains("not selected: the count had stopped");
        assertThat(text("ranking", Language.ENGLISH))
                .contains("In conflict are: a – c.")
                .contains("not selected: excluded by option a")
                .contains("a lot that anyone can draw again, by the seed \"2026-06-30\"");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hashesKeyAndCheckpointAreTold(Language language) {
        String text = text("points", language);

        assertThat(text)
                .contains(ELECTION.key().vkey())
                .contains(new String(ELECTION.checkpoint(70), UTF_8).replaceAll("\\s+", " "))
                .contains("urne audit verify");
        assertThat(Pattern.compile("[0-9a-f]{64}").matcher(text).results().count())
                .isEqualTo(3);
    }

    @Test
    void codeHoldsTheSignedCheckpoint() throws Exception {
        Matcher image = Pattern.compile("data:image/png;base64,([^\"]+)")
                .matcher(record(ELECTION.files(), "points", Language.ENGLISH).html());
        assertThat(image.find()).isTrue();
        BufferedImage png =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.group(1))));
        int[] pixels = png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(png.getWidth(), png.getHeight(), pixels);

        assertThat(new QRCodeReader()
                        .decode(
                                new BinaryBitmap(new HybridBinarizer(source)),
                                Map.of(DecodeHintType.PURE_BARCODE, true)) // drawn, not photographed
                        .getText())
                .isEqualTo(new String(ELECTION.checkpoint(70), UTF_8));
    }

    @Test
    void extractGivesTheSameOutcomeAndSaysWhatItCannotShow() {
        String whole = text("approval", Language.ENGLISH);
        String alone = text(record(ExampleExtract.files(ELECTION, "approval"), "approval", Language.ENGLISH)
                .html());

        assertThat(alone).contains("this evidence has only this poll");
        assertThat(whole).doesNotContain("this evidence has only this poll");
        assertThat(alone.substring(0, alone.indexOf("What this record")))
                .isEqualTo(whole.substring(0, whole.indexOf("What this record")));
    }

    @Test
    void wrongEvidenceIsToldOnTopWithItsFindings() {
        ExampleExtract extract = new ExampleExtract(ELECTION, "favourite");
        extract.entries.remove(extract.index("urne.poll.BallotCast.v1", 0));

        String html = record(extract.files(), "favourite", Language.FRENCH).html();

        assertThat(html.indexOf("class=\"wrong\"")).isPositive().isLessThan(html.indexOf("<h2>"));
        assertThat(text(html))
                .contains("Ces preuves sont fausses. Ne vous fiez pas à ce procès-verbal.")
                .contains("the seal of the poll 'favourite' tells")
                .doesNotContain("Les preuves ont été vérifiées");
    }

    @Test
    void textOfOthersIsNeverMarkup() throws Exception {
        ExampleLog log = new ExampleLog("vote.example.org").genesis();
        String evil = "</title><script>alert('é & ż \"x\"')</script>\u0001\u202e]]>";
        ExamplePoll poll = new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2)
                .with("title", evil)
                .with("eligibility", "<b>&amp;</b>");
        poll.define().cards("all", 3).open();

        PollRecord record = record(log.files(), "p", Language.ENGLISH);

        assertThat(record.html())
                .doesNotContain("<script", "<b>", "\u0001", "\u202e")
                .contains("&lt;script&gt;")
                .contains("&lt;b&gt;&amp;amp;&lt;/b&gt;");
        assertThat(pdfText(record)).contains("</title><script>alert('é & ż \"x\"')");
    }

    @Test
    void pollThatIsNotCountedYetSaysSo() {
        ExampleLog log = new ExampleLog("vote.example.org").genesis();
        new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2)
                .define()
                .cards("all", 3)
                .open();

        assertThat(text(record(log.files(), "p", Language.ENGLISH).html()))
                .contains("every signature and every ballot, as far as the poll has come.")
                .contains("The poll is open: ballots are being cast, and nothing is counted.")
                .contains("not known: the ballots are still sealed")
                .doesNotContain("are selected");
    }

    @Test
    void pageIsWholeByItselfAndHasNoScript() {
        String html = record(ELECTION.files(), "favourite", Language.FRENCH).html();

        assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"fr\">").doesNotContain("<script", "href=");
        assertThat(Pattern.compile("src=\"(?!data:)|url\\(").matcher(html).find())
                .isFalse();
        assertThat(Pattern.compile("<table[^>]*><caption>")
                        .matcher(html)
                        .results()
                        .count())
                .isEqualTo(Pattern.compile("<table").matcher(html).results().count());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void documentHasTheTextOfThePageWithItsAccents(Language language) throws Exception {
        ExampleLog log = new ExampleLog("vote.example.org").genesis();
        String title = "Żółte ławki, œuvre d'été à Čáslav, Ελλάδα, Київ " + "et encore plus long ".repeat(20);
        ExamplePoll poll = new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2).with("title", title);
        poll.define().cards("all", 3).open();
        poll.close(0).seal().reveal();

        String text = pdfText(record(log.files(), "p", language));

        assertThat(text).contains(title.strip());
    }

    @Test
    void documentIsTheSameEachTime() throws Exception {
        byte[] first = record(ELECTION.files(), "ranking", Language.FRENCH).pdf();

        assertThat(record(new TreeMap<>(ELECTION.files()), "ranking", Language.FRENCH)
                        .pdf())
                .isEqualTo(first);
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle french = ResourceBundle.getBundle("eu.urne.audit.record.record", Language.FRENCH.locale());
        ResourceBundle english = ResourceBundle.getBundle("eu.urne.audit.record.record", Language.ENGLISH.locale());

        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (String key : french.keySet()) {
            assertThat(places(french.getString(key))).as(key).isEqualTo(places(english.getString(key)));
        }
    }

    private static long places(String sentence) {
        return Pattern.compile("\\{\\d}").matcher(sentence).results().distinct().count();
    }
}
