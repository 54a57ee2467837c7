package eu.urne.api.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sounds are taken, and what is left of them. */
class UploadedSoundsTest {

    private static final String NAME = "Zoe, 12 rue des Lilas";

    private final Uploads uploads = new Uploads();

    private void refused(byte[] file, String sentence) {
        assertThatThrownBy(() -> uploads.take(file))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage(sentence);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] id3v2(String text) {
        byte[] tag = ("ID3\u0004\0\0\0\0\0" + (char) text.length() + text).getBytes(ISO_8859_1);
        return tag;
    }

    private static byte[] id3v1(String text) {
        return Arrays.copyOf(("TAG" + text).getBytes(ISO_8859_1), 128);
    }

    @Test
    void ofAnMp3ItsFramesAreKept() throws Exception {
        byte[] file = joined(id3v2(NAME), new byte[20], TestSounds.mp3(9), id3v1(NAME));

        MediaFile kept = uploads.take(file);

        assertThat(kept.type()).isEqualTo("audio/mpeg");
        assertThat(kept.content()).isEqualTo(TestSounds.mp3(9));
    }

    @Test
    void anMp3WithoutTagsIsKeptAsItIs() throws Exception {
        assertThat(uploads.take(TestSounds.mp3(5)).content()).isEqualTo(TestSounds.mp3(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APETAGEX", "LYRICSBEGIN", "TAG", "ID3"})
    void anyTagBehindAnMp3IsLeftOut(String tag) throws Exception {
        assertThat(uploads.take(joined(TestSounds.mp3(5), (tag + NAME).getBytes(ISO_8859_1)))
                        .content())
                .isEqualTo(TestSounds.mp3(5));
    }

    @Test
    void anMp3ThatWasBrokenOffEndsWithItsLastFrame() throws Exception {
        assertThat(uploads.take(Arrays.copyOf(TestSounds.mp3(6), 417 * 6 - 1)).content())
                .isEqualTo(TestSounds.mp3(5));
    }

    @Test
    void somethingElseBehindAnMp3IsRefused() {
        refused(
                joined(TestSounds.mp3(5), ("PK\u0003\u0004" + "x".repeat(500)).getBytes(ISO_8859_1)),
                "the sound is damaged at byte 2,085: save it as MP3 anew");
    }

    @Test
    void tagsWithoutSoundAreRefused() {
        refused(id3v2(NAME), "the sound is damaged, or no MP3: save it as MP3 anew");
        refused(
                joined(id3v2(NAME), "<script>".getBytes(ISO_8859_1)),
                "the sound is damaged, or no MP3: save it as MP3 anew");
    }

    private static OggPage page(int flags, String... packets) {
        ByteArrayOutputStream lacing = new ByteArrayOutputStream();
        StringBuilder body = new StringBuilder();
        for (String packet : packets) {
            body.append(packet);
            for (int left = packet.length(); left >= 255; left -= 255) {
                lacing.write(255);
            }
            lacing.write(packet.length() % 255);
        }
        return new OggPage(flags, 7, 42, lacing.toByteArray(), body.toString().getBytes(ISO_8859_1));
    }

    private static byte[] file(OggPage... pages) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < pages.length; i++) {
            file.writeBytes(pages[i].bytes(i));
        }
        return file.toByteArray();
    }

    /** A small sound. */
    static byte[] opus() {
        return file(page(2, "OpusHead________"), page(0, "OpusTags"), page(4, "sound"));
    }

    @Test
    void anOpusSoundLosesItsComments() throws Exception {
        byte[] file = file(
                page(2, "OpusHead________"), page(0, "OpusTags" + NAME.repeat(60)), page(0, "sound"), page(4, "end"));

        MediaFile kept = uploads.take(file);

        assertThat(kept.type()).isEqualTo("audio/ogg");
        assertThat(kept.content())
                .isEqualTo(file(
                        page(2, "OpusHead________"),
                        new OggPage(0, 0, 42, new byte[] {16}, ("OpusTags" + "\0".repeat(8)).getBytes(ISO_8859_1)),
                        page(0, "sound"),
                        page(4, "end")));
    }

    @Test
    void aVorbisSoundKeepsItsCodebooks() throws Exception {
        OggPage first = page(2, "\u0001vorbis-head");
        byte[] whole = file(first, page(0, "\u0003vorbis" + NAME, "\u0005vorbis-books"), page(0, "sound"));
        assertThat(new String(uploads.take(whole).content(), ISO_8859_1))
                .contains("vorbis-head", "vorbis-books", "sound")
                .doesNotContain(NAME);
    }

    @Test
    void soundThatBeginsOnThePageOfTheHeadersIsRefused() {
        refused(
                file(page(2, "OpusHead________"), page(0, "OpusTags", "sound"), page(4, "end")),
                "the sound is damaged: save it as OGG anew");
    }

    @Test
    void longCodebooksGoOverSeveralPages() throws Exception {
        String books = "\u0005vorbis" + "codebook".repeat(10_000);
        OggPage begin = page(0, "\u0003vorbis" + NAME, books.substring(0, 255 * 250));
        byte[] lacing = Arrays.copyOf(begin.lacing(), begin.lacing().length - 1);
        OggPage open = new OggPage(0, -1, 42, lacing, begin.body());
        OggPage ending = page(OggPage.CONTINUED, books.substring(255 * 250));

        byte[] kept = uploads.take(file(page(2, "\u0001vorbis-head"), open, ending, page(4, "sound")))
                .content();

        byte[] again = uploads.take(kept).content();
        assertThat(again).isEqualTo(kept);
        assertThat(OggPage.read(kept, 0).length()).isLessThan(100);
        assertThat(new String(kept, ISO_8859_1)).doesNotContain(NAME).contains("sound");
    }

    @Test
    void anOggThatIsCutOffIsRefused() {
        byte[] file = file(page(2, "OpusHead________"), page(0, "OpusTags"), page(4, "sound"));

        refused(Arrays.copyOf(file, file.length - 1), "the sound is cut off: send it again, whole");
        refused(Arrays.copyOf(file, 44), "the sound is cut off: send it again, whole");
    }

    @Test
    void anOggWithAWrongByteIsRefused() {
        byte[] file = file(page(2, "OpusHead________"), page(0, "OpusTags"), page(4, "sound"));
        file[file.length - 1] ^= 1;

        refused(file, "the sound is damaged at byte 80: save it as OGG anew");
    }

    @Test
    void anOggWithTwoSoundsIsRefused() {
        byte[] file = file(page(2, "OpusHead________"), page(0, "OpusTags"), page(4, "sound"));

        refused(joined(file, file), "the OGG file holds more than one sound: save it as MP3");
    }

    @Test
    void anOggWithAFilmIsRefused() {
        refused(file(page(2, "\u0080theora")), "the OGG file holds no Vorbis or Opus sound: save it as MP3");
    }

    @ParameterizedTest
    @CsvSource({"RIFF____WAVEfmt, WAV", "____ftypM4A_, M4A", "fLaC____, FLAC", "____ftypqt__, a video"})
    void otherKindsOfSoundsAreRefused(String begin, String kind) {
        refused(
                (begin + "\0".repeat(50)).getBytes(ISO_8859_1),
                "sounds must be MP3 or OGG, and this file is " + kind + ": save it as MP3");
    }
}
