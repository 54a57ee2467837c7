package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.cli.Main;
import eu.urne.api.rest.Client.Reply;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.roll.VotingCard;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two persons with keys of their own, and sheets of paper from the definition to verified evidence. */
class PaperOverRestTest {

    private static final String ANNE = "the-key-of-anne-for-tests";
    private static final String BRUNO = "the-key-of-bruno-for-tests";

    @TempDir
    Path folder;

    private final List<VotingCard> sheets = new ArrayList<>();
    private Server server;
    private Client anne;
    private Client bruno;
    private String said = "";

    @BeforeEach
    void open() throws IOException {
        server = Server.start(new ServerSettings(
                folder.resolve("data"), "127.0.0.1", 0, "", false, Optional.empty(), List.of(ANNE, BRUNO)));
        anne = new Client(server, ANNE);
        bruno = new Client(server, BRUNO);
        Files.writeString(folder.resolve("anne"), ANNE + "\n");
        Files.writeString(folder.resolve("bruno"), BRUNO);
        String definition = Voting.DEFINITION
                .replace("[\"card\"]", "[\"card\",\"paper\"],\"order\":\"SHUFFLED\"")
                .replace("\"id\":\"c\"", "\"id\":\"c'é\"");
        assertThat(anne.send(anne.asStaff(anne.json("/api/polls", definition))).status())
                .isEqualTo(201);
        for (int i = 0; i < 20; i++) {
            byte[] random = new byte[12];
            random[0] = (byte) i;
            sheets.add(VotingCard.of(new PollId("children-2026"), CardCode.of(random)));
        }
        issue(
                "all",
                IntStream.range(0, 20)
                        .mapToObj(i -> Voting.seed(i).token().hex())
                        .toList());
        issue("paper", sheets.stream().map(sheet -> sheet.seed().token().hex()).toList());
        anne.staffPost(Voting.POLL + "/register/admissions", Map.of("persons", Voting.persons(3)));
        anne.staffPost(Voting.POLL + "/register/hand-outs", Map.of("persons", Voting.persons(3)));
        assertThat(anne.staffPost(Voting.POLL + "/open").status()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void issue(String label, List<String> tokens) {
        assertThat(anne.staffPost(Voting.POLL + "/cards", Map.of("label", label, "tokens", tokens))
                        .status())
                .isEqualTo(201);
    }

    private int urne(String... arguments) {
        StringWriter errors = new StringWriter();
        CommandLine line =
                Main.commandLine().setErr(new PrintWriter(errors, true)).setOut(new PrintWriter(errors, true));
        int code = line.execute(arguments);
        said = errors.toString();
        return code;
    }

    private int enter(String person, int sheet, String... choice) {
        List<String> all = new ArrayList<>(List.of(
                "paper",
                "enter",
                "--server",
                "http://127.0.0.1:" + server.port(),
                "--staff-key-file",
                folder.resolve(person).toString(),
                "--poll",
                "children-2026",
                "--card",
                sheet % 2 == 0
                        ? sheets.get(sheet).code().toString()
                        : sheets.get(sheet).qrText()));
        all.addAll(List.of(choice));
        return urne(all.toArray(String[]::new));
    }

    private Report verified() throws Exception {
        Path archive = Files.write(
                folder.resolve("evidence.zip"), anne.get("/api/evidence.zip").bytes());
        try (EvidenceSource evidence = EvidenceSource.open(archive.toString())) {
            return Verification.of(evidence).run();
        }
    }

    private String state(int sheet) {
        Reply reply = anne.send(anne.asStaff(
                anne.request(Voting.POLL + "/paper/" + sheets.get(sheet).seed().token())));
        return reply.json().path("state").asString("none");
    }

    @Test
    void twoPersonsEnterSheetsAndTheEvidenceIsVerified() throws Exception {
        assertThat(enter("anne", 0, "--choose", "a,c'é")).isZero();
        assertThat(said).contains("another person must enter this sheet too");
        assertThat(enter("bruno", 0, "--choose", "c'é,a")).isZero();
        assertThat(said).contains("two persons read the same: the ballot is in");
        assertThat(enter("bruno", 1, "--choose", "b")).isZero();
        assertThat(enter("anne", 1, "--blank")).isEqualTo(1);
        assertThat(said).contains("another person read something else");
        assertThat(state(1)).isEqualTo("disputed");
        assertThat(enter("anne", 1, "--invalid")).isZero();
        assertThat(enter("bruno", 1, "--invalid")).isZero();
        assertThat(anne.staffPost(Voting.POLL + "/close").text()).contains("not counted alike by two persons");
        anne.staffPost(Voting.POLL + "/paper/count", Map.of("found", 2));
        assertThat(bruno.staffPost(Voting.POLL + "/paper/count", Map.of("found", 2))
                        .status())
                .isEqualTo(201);
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(201);
        anne.staffPost(Voting.POLL + "/reveal");
        assertThat(anne.staffPost(Voting.POLL + "/outcome").status()).isEqualTo(201);
        assertThat(anne.get(Voting.POLL + "/outcome").text()).contains("\"null\":1", "\"cast\":2");
        Report report = verified();
        assertThat(report.findings()).isEmpty();
        assertThat(report.ballots()).isEqualTo(2);
    }

    @Test
    void onePersonAloneNeverCastsASheet() {
        assertThat(enter("anne", 0, "--choose", "a")).isZero();
        assertThat(enter("anne", 0, "--choose", "a")).isZero();
        assertThat(said).contains("another person must enter this sheet too");
        assertThat(state(0)).isEqualTo("entered");
    }

    @Test
    void enteredOnceMoreACastSheetIsLeftAsItIs() {
        enter("anne", 2, "--choose", "a");
        enter("bruno", 2, "--choose", "a");
        assertThat(enter("anne", 2, "--choose", "a")).isEqualTo(2);
        assertThat(said).contains("token: the ballot of this sheet is cast already");
        assertThat(anne.get(Voting.POLL + "/turnout").json().get("paper").asInt())
                .isEqualTo(1);
    }

    @Test
    void theStaffSeesWhatIsToBeDoneAndNobodyElseDoes() {
        enter("anne", 0, "--choose", "a");
        enter("anne", 1, "--choose", "a");
        enter("bruno", 1, "--choose", "b");
        Reply all = anne.send(anne.asStaff(anne.request(Voting.POLL + "/paper?state=disputed")));
        assertThat(all.json()).hasSize(1);
        assertThat(all.text()).doesNotContain("commitment");
        assertThat(anne.get(Voting.POLL + "/paper").status()).isEqualTo(401);
        assertThat(anne.send(anne.asStaff(anne.request(Voting.POLL + "/paper?state=lost")))
                        .text())
                .contains("state: must be entered, disputed, agreed or cast, not \\\"lost\\\"");
        assertThat(anne.send(anne.asStaff(anne.request(Voting.POLL + "/paper?size=101")))
                        .text())
                .contains("size: must be from 1 to 100, not 101");
        assertThat(anne.get(Voting.POLL + "/turnout").text()).contains("\"sheets\":20", "\"paper\":0");
    }

    @Test
    void cardsAreMadeVoidAndCountsToldInWords() throws Exception {
        Map<String, Object> some =
                Map.of("tokens", List.of(Voting.seed(19).token().hex()));
        assertThat(anne.staffPost(Voting.POLL + "/voids", some).status()).isEqualTo(201);
        assertThat(anne.staffPost(Voting.POLL + "/voids", some).text()).contains("is void already");
        Reply counts = anne.send(anne.asStaff(anne.request(Voting.POLL + "/reconciliation")));
        assertThat(counts.json().at("/counts/printed").asInt()).isEqualTo(40);
        assertThat(counts.json().at("/counts/voided").asInt()).isEqualTo(1);
        assertThat(counts.json().at("/differences/0").asString())
                .isEqualTo("the sheets in the urn are not counted alike by two persons");
        anne.staffPost(Voting.POLL + "/discrepancy", Map.of("reason", "l'urne a brûlé 🔥"));
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(409);
        assertThat(anne.staffPost(Voting.POLL + "/discrepancy", Map.of("reason", "encore"))
                        .text())
                .contains("another person must do so too");
        bruno.staffPost(Voting.POLL + "/discrepancy", Map.of("reason", "constaté"));
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(201);
        assertThat(verified().findings())
                .singleElement()
                .asString()
                .contains("not reconciled before its close; the persons in charge say: ", "constaté");
    }

    @Test
    void aCardShowsItsHolderTheOptionsInAnOrderOfItsOwn() {
        assertThat(urne(
                        "vote",
                        "--server",
                        "http://127.0.0.1:" + server.port(),
                        "--poll",
                        "children-2026",
                        "--card",
                        sheets.get(3).qrText(),
                        "--list"))
                .isZero();
        assertThat(said.lines()).hasSize(3).contains("c'é  Des vélos");
    }
}
