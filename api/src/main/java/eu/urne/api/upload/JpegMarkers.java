package eu.urne.api.upload;

/** Looks at the markers of a JPEG before it is decoded. */
final class JpegMarkers {

    private static final int MARKER = 0xff;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    /** Ordinary progressive pictures have about ten; each costs the time of decoding the whole picture. */
    private static final int MAX_SCANS = 100;

    private JpegMarkers() {}

    /**
     * The picture must have an end, and few scans.
     *
     * @throws RefusedFileException if not
     */
    static void check(byte[] file) throws RefusedFileException {
        int scans = 0;
        boolean ended = false;
        for (int i = 0; i + 1 < file.length; i++) {
            if ((file[i] & MARKER) == MARKER) { // in the coded data this byte is followed by 00 or a restart
                int marker = file[i + 1] & 0xff;
                scans += marker == SCAN ? 1 : 0;
                ended = marker == END || (ended && marker != SCAN);
            }
        }
        if (!ended) {
            throw new RefusedFileException("the picture is cut off: send it again, whole");
        }
        if (scans > MAX_SCANS) {
            throw new RefusedFileException("the picture has " + scans + " scans, and at most " + MAX_SCANS
                    + " are possible: save it as an ordinary JPEG");
        }
    }
}
