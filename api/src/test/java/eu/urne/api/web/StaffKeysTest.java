package eu.urne.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffKeysTest {

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeOnceAndKeptOnlyAsItsHash() throws IOException {
        Path file = folder.resolve("staff-keys");
        StaffKeys first = StaffKeys.open(file, List.of());
        String key = first.generated().orElseThrow();
        String pseudonym = first.pseudonym(key).orElseThrow();
        StaffKeys later = StaffKeys.open(file, List.of());
        assertThat(later.generated()).isEmpty();
        assertThat(later.pseudonym(key)).contains(pseudonym);
        assertThat(Files.readString(file)).doesNotContain(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void configuredKeysAreTheOnlyOnesAndKeepTheirPseudonyms() {
        Path file = folder.resolve("staff-keys");
        String old = StaffKeys.open(file, List.of()).generated().orElseThrow();
        List<String> wanted = List.of("the-first-configured-key", "the-second-configured-key");
        StaffKeys configured = StaffKeys.open(file, wanted);
        assertThat(configured.pseudonym(old)).isEmpty();
        assertThat(configured.pseudonym(wanted.get(0))).isPresent().isNotEqualTo(configured.pseudonym(wanted.get(1)));
        assertThat(StaffKeys.open(file, wanted).pseudonym(wanted.get(1)))
                .isEqualTo(configured.pseudonym(wanted.get(1)));
    }

    @Test
    void aShortKeyIsRefused() {
        Path file = folder.resolve("staff-keys");
        assertThatThrownBy(() -> StaffKeys.open(file, List.of("short")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("urne.staff-keys");
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        Path file = folder.resolve("staff-keys");
        StaffKeys.open(file, List.of());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> StaffKeys.open(file, List.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("can be read by others");
    }
}
