package eu.urne.engine.moving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.blob.Draft;
import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.consult.AnswerStore;
import eu.urne.engine.log.Origin;
import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.Beside;
import eu.urne.engine.store.SideStore;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.Sql;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables beside the log go from files to PostgreSQL and back, and stay the same. */
class SideCopyTest {

    private static final Origin ORIGIN = new Origin("test.example/log");
    private static final List<SideTables> SETS = List.of(Vault.TABLES, BlobStore.TABLES, AnswerStore.TABLES);
    private static final byte[] SALT = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Place files(String name) throws Exception {
        return new Place(new StoreSettings.Sqlite(), Files.createDirectories(folder.resolve(name)));
    }

    private Place database() {
        return new Place(Beside.emptyDatabase(), folder);
    }

    private static long copy(Place from, Place to) {
        return new SideCopy(from, to, ORIGIN, Steps.NONE).copy(SETS);
    }

    private static Connection writer(Place place, SideTables tables) {
        return place.store(tables).writer(ORIGIN);
    }

    /** Puts rows with all kinds of values into every table, as a program of ours would never do. */
    private static void fill(Place place, SideTables tables) throws SQLException {
        try (Connection connection = writer(place, tables)) {
            for (TableShape shape : TableShape.all(connection, tables.otherForms()::has)) {
                for (int i = 1; i <= (shape.name().equals("master") ? 1 : 600); i++) {
                    Object[] row = row(shape, i);
                    String marks = Arrays.stream(row).map(value -> "?").collect(Collectors.joining(", "));
                    Sql.update(
                            connection,
                            "INSERT INTO " + TableShape.quoted(shape.name()) + " (" + shape.names() + ") VALUES ("
                                    + marks + ")",
                            row);
                }
            }
            connection.commit();
        }
    }

    private static Object[] row(TableShape shape, int i) {
        return shape.columns().stream()
                .map(column -> switch (column.kind()) {
                    case NUMBER -> column.name().equals("one") ? (Object) 1L : (Object) (i * 1_000_000L);
                    case TEXT -> "l'été €𐍈 \"" + i;
                    case BYTES -> new byte[] {0, (byte) i, (byte) (i >> 8), -1};
                })
                .toArray();
    }

    /** All rows of all tables that are rows in both. */
    private static Map<String, List<String>> content(Place place) throws SQLException {
        Map<String, List<String>> content = new TreeMap<>();
        for (SideTables tables : SETS) {
            SideStore store = place.store(tables);
            try (Connection connection = store.snapshot()) {
                for (TableShape shape : TableShape.all(connection, tables.otherForms()::has)) {
                    List<String> rows =
                            new ArrayList<>(Sql.list(connection, row -> text(row, shape), shape.selected()));
                    rows.sort(null);
                    content.put(shape.name(), rows);
                }
            }
        }
        return content;
    }

    private static String text(ResultSet row, TableShape shape) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= shape.columns().size(); i++) {
            Object value = row.getObject(i);
            text.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value))
                    .append('|');
        }
        return text.toString();
    }

    @Test
    void everyTableGoesToPostgresqlAndBackInEveryValue() throws Exception {
        Place home = files("home");
        Place there = database();
        Place back = files("back");
        for (SideTables tables : SETS) {
            fill(home, tables);
        }

        long rows = copy(home, there);
        copy(there, back);

        assertThat(rows)
                .isEqualTo(content(home).values().stream().mapToLong(List::size).sum());
        assertThat(content(home).get("person")).hasSize(600);
        assertThat(content(there)).isEqualTo(content(home));
        assertThat(content(back)).isEqualTo(content(home));
        try (var left = Files.list(back.folder())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("blobs.db", "consult.db", "vault.db");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ideasAreFoundAndNewOnesFollowWhereTheyHaveGone(Beside to) throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Beside from = to == Beside.FILES ? Beside.POSTGRESQL : Beside.FILES;
        IdeaText garden = new IdeaText("Un jardin partagé", "Des tomates pour les enfants");
        BlobHash idea;
        BlobHash erased;
        try (DataDirectory data = from.open(one);
                BlobStore blobs = BlobStore.open(data)) {
            idea = blobs.putIdea("b1", garden, SALT);
            blobs.putIdea("b2", new IdeaText("Un jardin", "ailleurs"), SALT);
            erased = blobs.put("text/plain", "gone".getBytes(UTF_8), SALT);
            blobs.erase(erased);
            blobs.drafts().save("me", "b1", new Draft("d", 5, "{}"));
        }

        copy(new Place(from.settings(one), one), new Place(to.settings(two), Files.createDirectories(two)));

        try (DataDirectory data = to.open(two);
                BlobStore blobs = BlobStore.open(data)) {
            assertThat(blobs.search("b1", "JARDIN parta", 10)).containsExactly(idea);
            assertThat(blobs.similar("b1", new IdeaText("tomates", ""), 10)).containsExactly(idea);
            assertThat(blobs.idea(idea)).contains(garden);
            assertThat(blobs.isErased(erased)).isTrue();
            assertThat(blobs.drafts().all("me", "b1")).hasSize(1);
            BlobHash next = blobs.putIdea("b1", new IdeaText("Jardin d'hiver", ""), SALT);
            assertThat(blobs.search("b1", "jardin", 10)).containsExactly(next, idea);
        }
    }

    @Test
    void keysOfPollsGoWithTheVaultWhichIsOpenedByTheSameKey() throws Exception {
        Map<String, String> key = Map.of("URNE_VAULT_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");
        byte[] poll;
        try (DataDirectory data = Beside.FILES.open(one);
                Vault vault = Vault.open(data, key)) {
            poll = vault.keys().getOrCreate("poll-garden");
            assertThat(one.resolve("keys/poll-garden.key")).exists();
            vault.takeKeys();
        }
        StoreSettings at = Beside.emptyDatabase();
        copy(new Place(new StoreSettings.Sqlite(), one), new Place(at, folder));
        try (DataDirectory data = DataDirectory.open(folder.resolve("two"), "test.example/log", at);
                Vault vault = Vault.open(data, key)) {
            assertThat(vault.keys().getOrCreate("poll-garden")).isEqualTo(poll);
            poll = vault.keys().getOrCreate("poll-later");
        }

        copy(new Place(at, folder), new Place(new StoreSettings.Sqlite(), Files.createDirectories(three)));

        try (DataDirectory data = Beside.FILES.open(three);
                Vault vault = Vault.open(data, key)) {
            assertThat(vault.keys().exists("poll-later")).isTrue();
            assertThat(vault.keys().getOrCreate("poll-later")).isEqualTo(poll);
            assertThat(three.resolve("keys/poll-later.key")).doesNotExist();
        }
    }

    @Test
    void aKeyOfAPollThatWasMadeSinceAnInterruptedMoveIsNotLost() throws Exception {
        Map<String, String> key = Map.of("URNE_VAULT_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        Path one = folder.resolve("one");
        StoreSettings at = Beside.emptyDatabase();
        Map<String, byte[]> polls = new TreeMap<>();
        for (String name : List.of("poll-early", "poll-late")) {
            try (DataDirectory data = Beside.FILES.open(one);
                    Vault vault = Vault.open(data, key);
                    BlobStore blobs = BlobStore.open(data)) {
                polls.put(name, vault.keys().getOrCreate(name));
                vault.takeKeys();
                blobs.putIdea("b1", new IdeaText("Un jardin", ""), SALT);
            }
            copy(new Place(new StoreSettings.Sqlite(), one), new Place(at, folder));
        }

        try (DataDirectory data = DataDirectory.open(folder.resolve("two"), "test.example/log", at);
                Vault vault = Vault.open(data, key);
                BlobStore blobs = BlobStore.open(data)) {
            for (String name : polls.keySet()) {
                assertThat(vault.keys().exists(name)).isTrue();
                assertThat(vault.keys().getOrCreate(name)).isEqualTo(polls.get(name));
            }
            assertThat(blobs.search("b1", "jardin", 10)).hasSize(1);
        }
    }

    @Test
    void againItIsHeldAgainstWhatIsThere() throws Exception {
        Place home = files("home");
        Place there = database();
        fill(home, AnswerStore.TABLES);
        copy(home, there);

        assertThat(copy(home, there)).isZero();

        try (Connection connection = writer(home, AnswerStore.TABLES)) {
            Sql.update(connection, "UPDATE answer SET leaf = 'other' WHERE form LIKE '% \"7'");
            connection.commit();
        }
        Map<String, List<String>> before = content(copied(there, AnswerStore.TABLES));
        assertThatThrownBy(() -> copy(home, there))
                .isInstanceOf(StoreException.class)
                .hasMessage("the target has the database of the answers already, with other rows than the source;"
                        + " nothing of it was changed: name an empty one");
        assertThat(content(there)).isEqualTo(before);
    }

    /** With the other sets made, so that all can be read. */
    private static Place copied(Place place, SideTables except) throws SQLException {
        for (SideTables tables : SETS) {
            if (!tables.equals(except)) {
                writer(place, tables).close();
            }
        }
        return place;
    }

    @Test
    void whatPostgresqlCannotHoldIsToldAndNothingIsKept() throws Exception {
        Place home = files("home");
        Place there = database();
        try (Connection connection = writer(home, AnswerStore.TABLES)) {
            for (String form : List.of("good", "zero \0 byte")) {
                Sql.update(
                        connection,
                        "INSERT INTO answer (questionnaire, form, leaf, salt, content) VALUES ('q', ?, 'l', ?, ?)",
                        form,
                        SALT,
                        SALT);
            }
            connection.commit();
        }

        assertThatThrownBy(() -> copy(home, there))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the database of the answers in urne_answers of jdbc:postgresql://")
                .hasMessageContaining("cannot be copied")
                .hasMessageNotContaining("\n");
        assertThat(content(copied(there, AnswerStore.TABLES)).get("answer")).isEmpty();
    }

    @Test
    void filesOfAnOlderProgramAreBroughtUpToDateFirst() throws Exception {
        Place home = files("home");
        fill(home, Vault.TABLES);
        long rows = copy(home, database());
        try (Connection connection = writer(home, Vault.TABLES)) {
            Sql.update(connection, "DROP TABLE secret");
            Sql.update(connection, "DELETE FROM flyway_schema_history WHERE version = '4'");
            connection.commit();
        }

        assertThat(copy(home, database())).isEqualTo(rows);
    }

    @Test
    void tablesOfOtherProgramsThatNodesUseAreRefused() throws Exception {
        for (String change : List.of(
                "DELETE FROM flyway_schema_history WHERE version = '1'",
                "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 0, 'x', now(), 1,"
                        + " TRUE")) {
            Place there = database();
            try (Connection connection = writer(there, Vault.TABLES)) {
                Sql.update(connection, change);
                connection.commit();
            }
            assertThatThrownBy(() -> copy(there, files("back")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("the vault in urne_vault of jdbc:postgresql://")
                    .hasMessageMatching(".*(an older program has made its tables|a newer program has made).*");
        }
    }
}
