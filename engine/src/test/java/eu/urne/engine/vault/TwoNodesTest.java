package eu.urne.engine.vault;

import static eu.urne.engine.vault.TestVault.ORIGIN;
import static eu.urne.engine.vault.TestVault.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.Refusal;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.store.Beside;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with one vault. */
class TwoNodesTest {

    private static final String LINES = "nom;prénom\nQuetzal;Xochitl\nRoux;Léa\n";

    @TempDir
    Path folder;

    private Postgresql at;
    private DataDirectory oneData;
    private DataDirectory twoData;
    private Vault one;
    private Vault two;

    @BeforeEach
    void open() {
        at = Beside.emptyDatabase();
        oneData = DataDirectory.open(folder.resolve("one"), "test.example/log", at);
        twoData = DataDirectory.open(folder.resolve("two"), "test.example/log", at);
        one = TestVault.open(oneData);
        two = TestVault.open(twoData);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        oneData.close();
        twoData.close();
    }

    private VaultAnswer<ImportReport> read(Vault vault) throws IOException {
        return vault.imports()
                .read(
                        REGISTER,
                        new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)),
                        ImportMode.GOOD_LINES,
                        ORIGIN);
    }

    @Test
    void aRegisterIsFilledByOneNodeAtATimeAndTheStartOfAnotherDisturbsNothing() throws IOException {
        List<Object> seen = new ArrayList<>();
        byte[] lines = LINES.getBytes(StandardCharsets.UTF_8);
        EndingFile file = new EndingFile(lines, () -> {
            seen.add(read(two));
            two.close();
            two = TestVault.open(twoData);
        });

        var answer = one.imports().read(REGISTER, file, ImportMode.GOOD_LINES, ORIGIN);

        assertThat(answer).isInstanceOf(VaultAnswer.Done.class);
        assertThat(seen)
                .startsWith(new VaultAnswer.Refused<>(new Refusal(
                        Refusal.Reason.WRONG_STATE, "another file is being read into the register children")));
        assertThat(TestVault.size(two)).isEqualTo(2);
    }

    @Test
    void anImportThatWasTakenForAbandonedWritesNothingMore() {
        byte[] lines = LINES.getBytes(StandardCharsets.UTF_8);
        EndingFile file = new EndingFile(lines, () -> sql("UPDATE batch SET state = 'ENDING'"));

        assertThatThrownBy(() -> one.imports().read(REGISTER, file, ImportMode.GOOD_LINES, ORIGIN))
                .isInstanceOf(StoreException.class)
                .hasMessage("the reading of the file was interrupted; nothing of it is kept: send it again");
        assertThat(TestVault.size(two)).isZero();
    }

    @Test
    void whoIsErasedOnOneIsGoneOnTheOther() throws IOException {
        read(one);
        VaultId person = two.persons().page(REGISTER, 0, 1).getFirst().person();

        assertThat(one.erase(person, "asked for it", poll -> false, ORIGIN)).isEqualTo(new VaultAnswer.Done<>(1));

        assertThat(two.persons().find(person)).isEmpty();
        assertThat(two.persons().search(REGISTER, "quetzal", 0, 10)).isEmpty();
        assertThat(two.persons().search(REGISTER, "roux", 0, 10)).hasSize(1);
    }

    @Test
    void aPersonHasOnePseudonymWhateverTheNode() throws IOException {
        read(one);
        VaultId person = one.persons().page(REGISTER, 0, 1).getFirst().person();
        String scope = Pseudonyms.scope(new PollId("garden"));
        var identity = one.persons().subject(person).orElseThrow().identity();

        assertThat(one.pseudonyms().getOrCreate(scope, identity))
                .isEqualTo(two.pseudonyms().getOrCreate(scope, identity));
    }

    @Test
    void aKeyThatOneMadeIsThatOfTheOtherAndNeverPlain() throws SQLException {
        byte[] key = one.keys().getOrCreate("poll-garden");

        assertThat(two.keys().exists("poll-garden")).isTrue();
        assertThat(two.keys().getOrCreate("poll-garden")).isEqualTo(key);
        assertThat(folder.resolve("one/keys/poll-garden.key")).doesNotExist();
        try (Connection connection = at.source("urne_vault").getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT wrapped, sealed FROM secret")) {
            row.next();
            assertThat(row.getBytes(1)).isNotEqualTo(key);
            assertThat(new String(row.getBytes(2), StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aKeyFileFromTheTimeOfASingleNodeIsTakenOver() {
        byte[] key = twoData.keys().getOrCreate("poll-old");

        assertThat(two.keys().getOrCreate("poll-old")).isEqualTo(key);
        assertThat(one.keys().getOrCreate("poll-old")).isEqualTo(key);
    }

    @Test
    void aNodeWithAnotherKeyIsRefused() {
        two.close();
        String other = Base64.getEncoder()
                .encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> Vault.open(twoData, Map.of("URNE_VAULT_KEY", other)))
                .isInstanceOf(StoreException.class)
                .hasMessageMatching("the key is not that of the vault in urne_vault of \\S+: set the one that it was"
                        + " made with, by URNE_VAULT_KEY or URNE_VAULT_KEY_FILE, or restore keys/vault.key");
        assertThatThrownBy(() -> Vault.open(twoData, Map.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the key of the vault is missing");
        two = TestVault.open(twoData);
    }

    @Test
    void aLineOfTheAccessLogIsNeitherChangedNorDeleted() throws IOException {
        read(one);

        for (String statement : List.of("UPDATE access SET by = 'nobody'", "DELETE FROM access", "TRUNCATE access")) {
            assertThatThrownBy(() -> sql(statement)).hasMessageContaining("only added to");
        }
    }

    private void sql(String statement) {
        try (Connection connection = at.source("urne_vault").getConnection();
                Statement use = connection.createStatement()) {
            use.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
