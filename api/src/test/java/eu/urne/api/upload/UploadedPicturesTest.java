package eu.urne.api.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pictures are taken, and what is left of them. */
class UploadedPicturesTest {

    private static final String PLACE = "49.8463N 3.2876E, Zoé's telephone";

    private final Uploads uploads = new Uploads();

    private MediaFile taken(byte[] file) throws Exception {
        return uploads.take(file);
    }

    private void refused(byte[] file, String sentence) {
        assertThatThrownBy(() -> uploads.take(file))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage(sentence);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void aPictureIsKnownByItsContent() throws Exception {
        assertThat(taken(TestPictures.jpeg(40, 40)).type()).isEqualTo("image/jpeg");
        assertThat(taken(TestPictures.png(40, 40)).type()).isEqualTo("image/png");
    }

    @Test
    void aLargePictureIsMadeSmaller() throws Exception {
        BufferedImage shown =
                TestPictures.shown(taken(TestPictures.jpeg(4_000, 3_000)).content());

        assertThat(shown.getWidth()).isEqualTo(2_000);
        assertThat(shown.getHeight()).isEqualTo(1_500);
        assertColour(shown, 1_000, 100, Color.RED);
        assertColour(shown, 1_000, 1_400, Color.BLUE);
    }

    @Test
    void aSmallPictureKeepsItsSize() throws Exception {
        BufferedImage shown = TestPictures.shown(taken(TestPictures.png(17, 9)).content());

        assertThat(shown.getWidth()).isEqualTo(17);
        assertThat(shown.getHeight()).isEqualTo(9);
    }

    @Test
    void aPictureOfFortyMillionPixelsIsTaken() throws Exception {
        byte[] large = TestPictures.file(TestPictures.flag(8_000, 5_000, BufferedImage.TYPE_3BYTE_BGR), "jpeg");

        assertThat(TestPictures.shown(taken(large).content()).getWidth()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "1, left, top", "2, right, top", "3, right, bottom", "4, left, bottom",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void aPictureIsTurnedAsTheCameraWasHeld(int orientation, String side, String height) throws Exception {
        byte[] jpeg = TestPictures.withExif(TestPictures.jpeg(160, 80), orientation, PLACE);
        byte[] png = TestPictures.pngWithExif(TestPictures.png(160, 80), orientation, PLACE);

        for (byte[] file : new byte[][] {jpeg, png}) {
            BufferedImage shown = TestPictures.shown(taken(file).content());
            assertThat(shown.getWidth()).isEqualTo(orientation < 5 ? 160 : 80);
            int x = side.equals("left") ? 5 : shown.getWidth() - 6;
            int y = height.equals("top") ? 5 : shown.getHeight() - 6;
            assertColour(shown, x, y, Color.WHITE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    void anOrientationThatDoesNotExistIsUpright(int orientation) throws Exception {
        byte[] file = TestPictures.withExif(TestPictures.jpeg(160, 80), orientation, PLACE);

        assertColour(TestPictures.shown(taken(file).content()), 5, 5, Color.WHITE);
    }

    @Test
    void nothingThatIsNotSeenIsKept() throws Exception {
        byte[] comment = ("Comment\0" + PLACE).getBytes(UTF_8);
        byte[] png =
                TestPictures.withChunk(TestPictures.pngWithExif(TestPictures.png(50, 50), 1, PLACE), "tEXt", comment);
        byte[] jpeg = TestPictures.withExif(TestPictures.jpeg(50, 50), 1, PLACE);

        for (byte[] file : new byte[][] {png, jpeg}) {
            assertThat(new String(file, UTF_8)).contains(PLACE);
            assertThat(new String(taken(file).content(), UTF_8)).doesNotContain("49.8463N", "Exif", "tEXt", "eXIf");
        }
    }

    @Test
    void whatHangsBehindAPictureIsLeftOut() throws Exception {
        byte[] page = "<html><script>alert(1)</script>PK\u0003\u0004".getBytes(UTF_8);

        for (byte[] file : new byte[][] {TestPictures.jpeg(50, 50), TestPictures.png(50, 50)}) {
            byte[] kept = taken(joined(file, page)).content();
            assertThat(new String(kept, ISO_8859_1)).doesNotContain("script", "PK\u0003\u0004");
        }
    }

    @Test
    void clearPartsOfAPngStayClear() throws Exception {
        byte[] clear = TestPictures.file(new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB), "png");

        assertThat(TestPictures.shown(taken(clear).content()).getRGB(10, 10) >>> 24)
                .isZero();
    }

    @Test
    void ofAMovingPngTheFirstPictureIsKept() throws Exception {
        byte[] moving = TestPictures.withChunk(TestPictures.png(30, 30), "acTL", new byte[] {0, 0, 0, 9, 0, 0, 0, 0});

        byte[] kept = taken(moving).content();
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("acTL");
        assertColour(TestPictures.shown(kept), 2, 2, Color.WHITE);
    }

    @Test
    void aPictureThatIsASmallFileAndHugeInMemoryIsRefused() {
        byte[] bomb = TestPictures.bomb(20_000, 20_000);
        assertThat(bomb.length).isLessThan(200_000);

        refused(bomb, "the picture has 20,000 x 20,000 pixels; at most 40,000,000 and 30,000 on a side are possible");
    }

    @Test
    void aPictureWithAHugeSideIsRefused() {
        refused(
                TestPictures.bomb(2_000_000_000, 1),
                "the picture has 2,000,000,000 x 1 pixels; at most 40,000,000 and 30,000 on a side are possible");
    }

    @Test
    void aPngThatUnpacksToMoreThanItShowsIsTakenAtItsSize() throws Exception {
        byte[] text = new byte[1_000_000];
        byte[] file = TestPictures.withChunk(TestPictures.png(30, 30), "zTXt", text);

        assertThat(taken(file).content().length).isLessThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0.9, 0.5, 0.1})
    void aPictureThatIsCutOffIsRefused(double part) {
        byte[] jpeg = TestPictures.jpeg(400, 300);
        byte[] png = TestPictures.png(400, 300);

        refused(Arrays.copyOf(jpeg, (int) (jpeg.length * part)), "the picture is cut off: send it again, whole");
        refused(Arrays.copyOf(png, (int) (png.length * part)), "the picture is cut off: send it again, whole");
    }

    @Test
    void aPngWithAWrongByteIsRefused() {
        byte[] png = TestPictures.png(100, 100);
        png[60] ^= 1;

        refused(png, "the picture is damaged: send it again");
    }

    @Test
    void aPngWithoutEnoughLinesIsRefused() {
        byte[] png = TestPictures.bomb(100, 40_001);

        refused(png, "the picture has 100 x 40,001 pixels; at most 40,000,000 and 30,000 on a side are possible");
    }

    @Test
    void aJpegWithoutAPictureIsRefused() {
        byte[] empty = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};

        refused(empty, "the picture is damaged, or of a rare kind: save it as JPEG anew");
    }

    @Test
    void aJpegWithThousandsOfScansIsRefused() {
        byte[] scans = new byte[] {(byte) 0xff, (byte) 0xda, 0, 0};
        byte[] file = TestPictures.jpeg(50, 50);
        byte[] many = file;
        for (int i = 0; i < 100; i++) {
            many = joined(many, scans);
        }
        many = joined(many, new byte[] {(byte) 0xff, (byte) 0xd9});

        refused(many, "the picture has 101 scans, and at most 100 are possible: save it as an ordinary JPEG");
    }

    @ParameterizedTest
    @CsvSource({
        "GIF89a;, GIF",
        "RIFF____WEBPVP8, WebP",
        "____ftypheic, HEIC",
        "____ftypmif1, HEIC",
        "____ftypavif, AVIF",
        "BM____, BMP",
        "'<svg xmlns=''''>', SVG"
    })
    void otherKindsOfPicturesAreRefused(String begin, String kind) {
        refused(
                (begin + "\0".repeat(50)).getBytes(ISO_8859_1),
                "pictures must be JPEG or PNG, and this one is " + kind + ": save it as JPEG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "PK\u0003\u0004", "<html>", "MZ", "hello", "#!/bin/sh", "\u007fELF"})
    void whatIsNoPictureAndNoSoundIsRefused(String begin) {
        refused(
                (begin + "\0".repeat(50)).getBytes(ISO_8859_1),
                "the file is no JPEG or PNG picture and no MP3 or OGG sound");
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(new byte[0], "the file is empty");
    }

    private static void assertColour(BufferedImage picture, int x, int y, Color wanted) {
        Color seen = new Color(picture.getRGB(x, y));
        assertThat(Math.abs(seen.getRed() - wanted.getRed()))
                .as("%s at %d, %d", seen, x, y)
                .isLessThan(60);
        assertThat(Math.abs(seen.getGreen() - wanted.getGreen()))
                .as("%s at %d, %d", seen, x, y)
                .isLessThan(60);
        assertThat(Math.abs(seen.getBlue() - wanted.getBlue()))
                .as("%s at %d, %d", seen, x, y)
                .isLessThan(60);
    }
}
