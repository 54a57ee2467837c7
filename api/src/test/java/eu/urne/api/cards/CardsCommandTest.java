package eu.urne.api.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import eu.urne.api.cli.Main;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollKey;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Presentation;
import eu.urne.engine.poll.ShownOrder;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.poll.Trustees;
import eu.urne.engine.roll.CardCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CardsCommandTest {

    private static final int DPI = 200;

    @TempDir
    Path folder;

    private String said = "";

    private int cards(String... arguments) {
        List<String> all = new ArrayList<>(List.of("cards", "--poll", "children-2026"));
        all.addAll(List.of(arguments));
        StringWriter text = new StringWriter();
        int code = Main.commandLine()
                .setErr(new PrintWriter(text, true))
                .setOut(new PrintWriter(text, true))
                .execute(all.toArray(String[]::new));
        said = text.toString();
        return code;
    }

    private List<String> tokens(String name) throws IOException {
        JsonNode json = EngineJson.MAPPER.readTree(Files.readString(folder.resolve(name)));
        return json.get("tokens").valueStream().map(JsonNode::asString).toList();
    }

    /** What a reader sees that looks at one part of the page after another, as a tablet does. */
    private List<String> scanned(String name, int page, int columns, int rows) throws Exception {
        try (PDDocument document = Loader.loadPDF(folder.resolve(name).toFile())) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, DPI);
            List<String> found = new ArrayList<>();
            int width = image.getWidth() / columns;
            int height = image.getHeight() / rows;
            for (int cell = 0; cell < columns * rows; cell++) {
                int left = (cell % columns) * width;
                int top = (cell / columns) * height;
                int[] pixels = image.getRGB(left, top, width, height, null, 0, width);
                var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
                code(bitmap).ifPresent(found::add);
            }
            return found;
        }
    }

    /**
     * Tries every three squares that may be the corners: the plain reader takes wrong ones in one code of a hundred.
     */
    private static Optional<String> code(BinaryBitmap part) {
        try {
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(part, Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(Result::getText)
                    .findFirst();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private String printed(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(folder.resolve(name).toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private int pages(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(folder.resolve(name).toFile())) {
            return document.getNumberOfPages();
        }
    }

    private static String token(String qrText) {
        assertThat(qrText).startsWith("urne:card:1:children-2026:");
        byte[] seed = Base64.getUrlDecoder().decode(qrText.substring(qrText.lastIndexOf(':') + 1));
        return new TokenSeed(seed).token().hex();
    }

    @Test
    void theQrCodesOfAPageLeadToTheTokensForTheServer() throws Exception {
        assertThat(cards("--count", "9", "--out", folder.resolve("all").toString()))
                .isZero();
        assertThat(pages("all.pdf")).isEqualTo(2);
        List<String> scanned = new ArrayList<>(scanned("all.pdf", 0, 2, 4));
        assertThat(scanned).hasSize(8);
        scanned.addAll(scanned("all.pdf", 1, 2, 4));
        assertThat(scanned.stream().map(CardsCommandTest::token))
                .containsExactlyInAnyOrderElementsOf(tokens("all.json"));
    }

    @Test
    void largeCardsScanTooAndAreTwoToAPage() throws Exception {
        assertThat(cards(
                        "--count",
                        "3",
                        "--large",
                        "--out",
                        folder.resolve("all").toString()))
                .isZero();
        assertThat(pages("all.pdf")).isEqualTo(2);
        assertThat(scanned("all.pdf", 0, 1, 2)).hasSize(2);
    }

    @Test
    void theShortCodeThatIsPrintedIsThatOfTheToken() throws Exception {
        cards("--count", "1", "--out", folder.resolve("all").toString());
        String code = Pattern.compile("(?m)^[0-9A-Z]{4}$")
                .matcher(printed("all.pdf"))
                .results()
                .map(MatchResult::group)
                .reduce("", String::concat);
        assertThat(CardCode.parse(code)
                        .seed(new PollId("children-2026"))
                        .token()
                        .hex())
                .isEqualTo(tokens("all.json").getFirst());
    }

    @Test
    void cardsSpeakTheLanguageThatIsAskedFor() throws IOException {
        cards("--count", "1", "--lang", "fr", "--out", folder.resolve("fr").toString());
        cards("--count", "1", "--lang", "EN", "--out", folder.resolve("en").toString());
        assertThat(printed("fr.pdf"))
                .contains("Carte de vote", "Gardez-la secrète.")
                .doesNotContain("Voting card");
        assertThat(printed("en.pdf")).contains("Voting card", "Keep it secret.").doesNotContain("Carte");
        assertThat(cards("--count", "1", "--lang", "de")).isEqualTo(2);
        assertThat(said).contains("--lang must be fr, en or both, not de");
    }

    @Test
    void aPlanBecomesOneSheetForEachLabel() throws IOException {
        Path plan = Files.writeString(folder.resolve("sites.csv"), """
                \uFEFFsite;title;voters
                vermandois;Centre social du Vermandois;31
                europe;"L'Été; à l’école 😀 مدرسة";12
                artois;Artois;9
                """);
        assertThat(cards("--plan", plan.toString(), "--out", folder.resolve("c").toString()))
                .isZero();
        assertThat(said).contains("59 cards under 2 labels for 52 expected voters");
        assertThat(tokens("c-artois_europe.json")).hasSize(24);
        assertThat(tokens("c-vermandois.json")).hasSize(35);
        assertThat(printed("c-artois_europe.pdf")).contains("Artois, L'Été; à l’école");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("c-vermandois.pdf"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aWrongPlanIsRefusedByItsLine() throws IOException {
        Path plan = folder.resolve("sites.csv");
        Files.writeString(plan, "site,title,voters\na,A,20\nb,B,many\n");
        assertThat(cards("--plan", plan.toString())).isEqualTo(2);
        assertThat(said).contains("sites.csv, line 3: voters: \"many\" must be a whole number");
        Files.writeString(plan, "place,voters\na,20\n");
        assertThat(cards("--plan", plan.toString())).isEqualTo(2);
        assertThat(said).contains("the first line must name the columns [site, title, voters]");
        Files.writeString(plan, "site,title,voters\na,A,0\n");
        assertThat(cards("--plan", plan.toString())).isEqualTo(2);
        assertThat(said).contains("line 2: voters: those of a must be from 1 to 100000, not 0");
        Files.write(plan, new byte[] {'s', (byte) 0xE9});
        assertThat(cards("--plan", plan.toString())).isEqualTo(2);
        assertThat(said).contains("is not UTF-8");
        assertThat(cards("--plan", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(said).contains("none.csv does not exist");
    }

    @Test
    void cardsAreNeverOverwritten() throws IOException {
        Files.writeString(folder.resolve("all.json"), "");
        assertThat(cards("--count", "1", "--out", folder.resolve("all").toString()))
                .isEqualTo(2);
        assertThat(said).contains("all.json exists already and is not overwritten");
        assertThat(folder.resolve("all.pdf")).doesNotExist();
    }

    @Test
    void sheetsOfPaperShowTheOptionsInTheirOwnOrder() throws Exception {
        PollDefinition definition = definition();
        ObjectNode json = (ObjectNode) EngineJson.tree(definition.terms());
        json.set("options", EngineJson.tree(definition.options()));
        Path file = Files.writeString(folder.resolve("poll.json"), "{\"definition\":" + json + "}");
        assertThat(cards(
                        "--count",
                        "2",
                        "--label",
                        "paper-town-hall",
                        "--definition",
                        file.toString(),
                        "--out",
                        folder.resolve("paper").toString()))
                .isZero();
        assertThat(pages("paper.pdf")).isEqualTo(2);
        String qrText = scanned("paper.pdf", 0, 1, 2).getLast();
        byte[] seed = Base64.getUrlDecoder().decode(qrText.substring(qrText.lastIndexOf(':') + 1));
        List<String> titles = ShownOrder.of(definition, new TokenSeed(seed).token()).stream()
                .map(PollOption::title)
                .toList();
        assertThat(printed("paper.pdf")
                        .lines()
                        .filter(line -> line.startsWith("Option é"))
                        .limit(5))
                .isEqualTo(titles);
        assertThat(cards("--count", "2", "--label", "all", "--definition", file.toString()))
                .isEqualTo(2);
        assertThat(said).contains("--definition is for sheets with the label paper");
    }

    private static PollDefinition definition() {
        PollTerms terms = new PollTerms(
                new PollId("children-2026"),
                "Que construire?",
                new BallotKind.Approval(2),
                null,
                new CountingRule.ApprovalK(1),
                "declared",
                "everybody",
                List.of("card", "paper"),
                false,
                1,
                Trustees.engine(new PollKey(new byte[32]).publicKey()),
                Presentation.SHUFFLED,
                null,
                null);
        return new PollDefinition(
                terms,
                IntStream.range(0, 5)
                        .mapToObj(i -> new PollOption("o" + i, "Option é " + i, 0))
                        .toList());
    }
}
