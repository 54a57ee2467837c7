package eu.urne.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an installation was told, and what is refused. */
class SettingsTest {

    private static final String DATABASE = "jdbc:postgresql://db.example:5432/urne?password=hunter2";

    @TempDir
    Path folder;

    private static Settings options(Map<Setting, String> options) {
        return Settings.read(options, Map.of(), Optional.empty());
    }

    private static Settings environment(Map<String, String> environment) {
        return Settings.read(Map.of(), environment, Optional.empty());
    }

    private Path file(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("urne.properties"), String.join("\n", lines));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }

    private Settings read(String... lines) throws IOException {
        return Settings.read(Map.of(), Map.of(), Optional.of(file(lines)));
    }

    @Test
    void everyStandardValueIsAllowed() {
        assertThat(Arrays.stream(Setting.values())
                        .filter(setting -> !setting.standard().isEmpty()))
                .allSatisfy(setting -> assertThat(setting.kind().accepts(setting.standard()))
                        .as(setting.key())
                        .isTrue());
    }

    @Test
    void anOptionCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path file = file("urne.port=1", "urne.address=file", "urne.zone=Europe/Madrid");
        Settings settings = Settings.read(
                Map.of(Setting.PORT, "3"), Map.of("URNE_PORT", "2", "URNE_ADDRESS", "env"), Optional.of(file));

        assertThat(settings.text(Setting.PORT)).isEqualTo("3");
        assertThat(settings.text(Setting.ADDRESS)).isEqualTo("env");
        assertThat(settings.text(Setting.ZONE)).isEqualTo("Europe/Madrid");
        assertThat(settings.text(Setting.DATA)).isEqualTo("data");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> read("urne.stoer=postgresql"))
                .hasMessageStartingWith("urne.stoer: there is no such setting (in ");
        assertThatThrownBy(() -> read("server.port=80"))
                .hasMessageStartingWith("server.port: there is no such setting");
        assertThatThrownBy(() -> environment(Map.of("URNE_STOER", "postgresql")))
                .hasMessageStartingWith("URNE_STOER: there is no such setting");
    }

    @Test
    void aNameThatStandsTwiceInAFileIsRefused() {
        assertThatThrownBy(() -> read("urne.port=1", "urne.port=2")).hasMessageEndingWith("urne.port is there twice");
    }

    @Test
    void variablesOfTheLauncherAndTheTestsAreNoSettings() {
        assertThat(environment(Map.of("URNE_JAVA_OPTS", "-Xmx1g", "URNE_TEST_POSTGRES", "x", "PATH", "y"))
                        .text(Setting.STORE))
                .isEqualTo("sqlite");
    }

    @Test
    void aWrongValueIsToldWithWhereItWasSaidAndWhatIsAllowed() {
        assertThatThrownBy(() -> environment(Map.of("URNE_PORT", "65536")))
                .hasMessage("urne.port: \"65536\" is wrong: a number from 0 to 65535 is needed (in URNE_PORT)");
        assertThatThrownBy(() -> options(Map.of(Setting.STORE, "mysql")))
                .hasMessage("urne.store: \"mysql\" is wrong: one of sqlite, postgresql, eventstoredb is needed"
                        + " (in --store)");
        assertThatThrownBy(() -> options(Map.of(Setting.ZONE, "Paris"))).hasMessageContaining("Europe/Paris is needed");
        assertThatThrownBy(() -> options(Map.of(Setting.TRUSTED_PROXIES, "10.0.0.0/33")))
                .hasMessageContaining("10.0.0.0/8");
        assertThatThrownBy(() -> options(Map.of(Setting.DISK_LEAST_FREE, "much")))
                .hasMessageContaining("512MB");
    }

    @Test
    void aWrongSecretIsNotQuoted() {
        assertThatThrownBy(() -> environment(Map.of("URNE_VAULT_KEY", "hunter2")))
                .hasMessage("urne.vault.key: base64 of 32 bytes is needed (in URNE_VAULT_KEY)");
        assertThatThrownBy(() -> options(Map.of(Setting.POSTGRESQL_URL, "postgres://me:hunter2@db/urne")))
                .hasMessage("urne.postgresql.url: an address such as jdbc:postgresql://host:5432/database is needed"
                        + " (in --postgresql-url)");
        assertThatThrownBy(() -> environment(Map.of("URNE_STAFF_KEYS", "short")))
                .hasMessageContaining("16 characters")
                .hasMessageNotContaining("short");
    }

    @Test
    void aFileWithASecretThatOthersCanReadIsRefused() throws IOException {
        Path file = file("urne.postgresql.password=hunter2");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Settings.read(Map.of(), Map.of(), Optional.of(file)))
                .hasMessageContaining("chmod o-r " + file)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileThatIsNotThereIsToldByItsName() {
        assertThatThrownBy(() -> Settings.read(Map.of(), Map.of(), Optional.of(folder.resolve("none"))))
                .hasMessage("the file of settings " + folder.resolve("none") + " cannot be read");
    }

    @Test
    void secretsHaveNoOption() {
        assertThat(Setting.STAFF_KEYS.option()).isEmpty();
        assertThat(Setting.POSTGRESQL_PASSWORD.option()).isEmpty();
        assertThat(Setting.POSTGRESQL_PASSWORD_FILE.option()).contains("--postgresql-password-file");
    }

    @Test
    void theStoreIsChosen() throws IOException {
        assertThat(options(Map.of()).stores()).isEqualTo(new StoreSettings.Sqlite());
        assertThat(read(
                                "urne.store=postgresql",
                                "urne.postgresql.url=" + DATABASE,
                                "urne.postgresql.user=anne",
                                "urne.postgresql.password=geheim")
                        .stores())
                .isEqualTo(new StoreSettings.Postgresql(DATABASE, "anne", "geheim"));
        assertThat(options(Map.of(
                                Setting.STORE,
                                "eventstoredb",
                                Setting.EVENTSTOREDB_CONNECTION,
                                "esdb://db:2113?tls=false"))
                        .stores())
                .isEqualTo(new StoreSettings.EventStoreDb("esdb://db:2113?tls=false", Optional.empty()));
    }

    @Test
    void thePasswordCanStandInAFileOfItsOwn() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim\n");
        StoreSettings stores = options(Map.of(
                        Setting.STORE,
                        "postgresql",
                        Setting.POSTGRESQL_URL,
                        DATABASE,
                        Setting.POSTGRESQL_PASSWORD_FILE,
                        secret.toString()))
                .stores();
        assertThat(stores).isEqualTo(new StoreSettings.Postgresql(DATABASE, "", "geheim"));
        assertThatThrownBy(() -> options(Map.of(
                        Setting.STORE,
                        "postgresql",
                        Setting.POSTGRESQL_URL,
                        DATABASE,
                        Setting.POSTGRESQL_PASSWORD,
                        "x",
                        Setting.POSTGRESQL_PASSWORD_FILE,
                        secret.toString())))
                .hasMessage("set one of urne.postgresql.password and urne.postgresql.password-file, not both");
    }

    @Test
    void aStoreWithoutItsAddressAndAnAddressWithoutItsStoreAreRefused() {
        assertThatThrownBy(() -> options(Map.of(Setting.STORE, "postgresql")))
                .hasMessage("urne.postgresql.url: it is needed with urne.store=postgresql");
        assertThatThrownBy(() -> options(Map.of(Setting.POSTGRESQL_URL, DATABASE)))
                .hasMessageStartingWith("urne.postgresql.url: it has no use with urne.store=sqlite");
    }

    @Test
    void offIsNoNumber() {
        Settings settings = options(Map.of(Setting.LIMIT_WRITES, "off", Setting.MANAGEMENT_PORT, "0"));
        assertThat(settings.number(Setting.LIMIT_WRITES)).isEmpty();
        assertThat(settings.number(Setting.MANAGEMENT_PORT)).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void networksHaveTheirAddresses() {
        Networks networks = Networks.parse("127.0.0.1, 10.1.0.0/16,fd00::/9");
        assertThat(networks.have("127.0.0.1")).isTrue();
        assertThat(networks.have("127.0.0.2")).isFalse();
        assertThat(networks.have("10.1.255.3")).isTrue();
        assertThat(networks.have("10.2.0.1")).isFalse();
        assertThat(networks.have("fd7f::1")).isTrue();
        assertThat(networks.have("fd80::1")).isFalse();
        assertThat(networks.have("db.example")).isFalse();
        assertThatThrownBy(() -> Networks.parse("db.example")).hasMessage("db.example is no address");
        assertThatThrownBy(() -> Networks.parse("1.2.3.256")).hasMessage("1.2.3.256 is no address");
    }
}
