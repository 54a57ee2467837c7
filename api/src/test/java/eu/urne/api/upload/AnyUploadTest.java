package eu.urne.api.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes come, they are taken or refused in a sentence. */
class AnyUploadTest {

    private static final List<byte[]> GOOD = List.of(
            TestPictures.jpeg(32, 16),
            TestPictures.withExif(TestPictures.jpeg(32, 16), 6, "here"),
            TestPictures.png(32, 16),
            TestPictures.bomb(40, 40),
            TestPictures.pngWithExif(TestPictures.png(8, 8), 8, "here"),
            TestSounds.mp3(4),
            UploadedSoundsTest.opus());

    private final Uploads uploads = new Uploads();

    private record Change(int place, byte value) {}

    @Property(tries = 600)
    void changedFilesAreTakenOrRefused(@ForAll("changed") byte[] file) throws BusyException {
        try {
            assertThat(uploads.take(file).content()).isNotEmpty();
        } catch (RefusedFileException e) {
            assertThat(e.sentence()).matches("(the|pictures|sounds) .{10,}");
        }
    }

    @Provide
    Arbitrary<byte[]> changed() {
        Arbitrary<Change> change = Combinators.combine(Arbitraries.integers().between(0, 2_000), Arbitraries.bytes())
                .as(Change::new);
        return Combinators.combine(
                        Arbitraries.of(GOOD), change.list().ofMinSize(1).ofMaxSize(4))
                .as(AnyUploadTest::applied);
    }

    private static byte[] applied(byte[] good, List<Change> changes) {
        byte[] changed = good.clone();
        changes.forEach(change -> changed[change.place() % changed.length] = change.value());
        return changed;
    }
}
