package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.tree.TilePath;
import java.util.Optional;

/** docs/formats/log.md, section 8: a tile has one name, the same in both implementations. */
class TilePathFuzzTest {
    private static final String ENTRIES = "tile/entries/";

    @FuzzTest
    void tileHasOneName(byte[] bytes) {
        String name = new String(bytes, UTF_8);
        compare(name);
        compare(ENTRIES + name);
    }

    private static void compare(String name) {
        Optional<TilePath> audit = TilePath.parse(name);
        audit.ifPresent(tile -> {
            assertThat(tile.name()).isEqualTo(name);
            assertThat(
                            tile.level() == TilePath.ENTRIES
                                    ? eu.urne.engine.log.TilePath.entries(tile.number(), tile.width())
                                    : eu.urne.engine.log.TilePath.tile(tile.level(), tile.number(), tile.width()))
                    .isEqualTo(name);
        });
        if (name.startsWith(ENTRIES) && !name.contains(".p/") && name.length() < 40) {
            Optional<Long> engine =
                    Verdicts.engine(() -> eu.urne.engine.log.TilePath.parseNumber(name.substring(ENTRIES.length())));
            assertThat(engine).as(name).isEqualTo(audit.map(TilePath::number));
        }
    }
}
