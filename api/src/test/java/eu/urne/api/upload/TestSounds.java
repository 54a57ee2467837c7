package eu.urne.api.upload;

/** Sounds for tests. */
public final class TestSounds {

    private static final int FRAME = 417;

    private TestSounds() {}

    /** An MP3 of so many silent frames of MPEG-1 layer III, 128 kbit/s, 44,100 Hz: 417 bytes each. */
    public static byte[] mp3(int frames) {
        byte[] sound = new byte[FRAME * frames];
        for (int i = 0; i < frames; i++) {
            sound[FRAME * i] = (byte) 0xff;
            sound[FRAME * i + 1] = (byte) 0xfb;
            sound[FRAME * i + 2] = (byte) 0x90;
        }
        return sound;
    }
}
