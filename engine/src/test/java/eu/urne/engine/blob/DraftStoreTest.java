package eu.urne.engine.blob;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.Beside;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Drafts are their owner's alone. */
@ParameterizedClass
@EnumSource(Beside.class)
class DraftStoreTest {

    private static final String BUDGET = "children-2026";
    private static final String ANNE = "staff/aaaa";
    private static final long DAY_MS = 86_400_000;

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private DataDirectory data;

    private BlobStore blobs;
    private DraftStore drafts;

    @BeforeEach
    void open() {
        data = beside.open(folder);
        blobs = BlobStore.open(data);
        drafts = blobs.drafts();
    }

    @AfterEach
    void close() {
        blobs.close();
        data.close();
    }

    private boolean save(String id, long savedMs) {
        return drafts.save(ANNE, BUDGET, new Draft(id, savedMs, "{\"title\":\"" + id + "\"}"));
    }

    @Test
    void aDraftIsFoundByItsOwnerAndNobodyElse() {
        save("cabin", 7);

        assertThat(drafts.find(ANNE, BUDGET, "cabin")).contains(new Draft("cabin", 7, "{\"title\":\"cabin\"}"));
        assertThat(drafts.find("staff/bbbb", BUDGET, "cabin")).isEmpty();
        assertThat(drafts.find(ANNE, "adults-2026", "cabin")).isEmpty();
        assertThat(drafts.delete("staff/bbbb", BUDGET, "cabin")).isFalse();
    }

    @Test
    void theLastSavedStandsFirst() {
        save("pond", 1);
        save("cabin", 3);
        save("pond", 5);

        assertThat(drafts.all(ANNE, BUDGET)).extracting(Draft::id).containsExactly("pond", "cabin");
    }

    @Test
    void whatIsDeletedIsGone() {
        save("cabin", 7);

        assertThat(drafts.delete(ANNE, BUDGET, "cabin")).isTrue();
        assertThat(drafts.delete(ANNE, BUDGET, "cabin")).isFalse();
        assertThat(drafts.all(ANNE, BUDGET)).isEmpty();
    }

    @Test
    void onePersonHasAHundredAtMostAndCanStillSaveThem() {
        IntStream.range(0, DraftStore.MOST).forEach(i -> save("draft-" + i, i));

        assertThat(save("one-more", 200)).isFalse();
        assertThat(save("draft-0", 201)).isTrue();
        assertThat(drafts.all(ANNE, BUDGET)).hasSize(DraftStore.MOST);
    }

    @Test
    void whatNobodyTouchedForFourHundredDaysIsForgotten() {
        save("old", 0);
        save("cabin", 400 * DAY_MS);
        assertThat(drafts.all(ANNE, BUDGET)).hasSize(2);

        save("cabin", 400 * DAY_MS + 1);

        assertThat(drafts.all(ANNE, BUDGET)).extracting(Draft::id).containsExactly("cabin");
    }
}
