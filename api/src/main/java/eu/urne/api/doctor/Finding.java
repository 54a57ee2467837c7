package eu.urne.api.doctor;

/**
 * What was found of one part of an installation.
 *
 * @param sentence what it is, and where something must be done, what
 */
record Finding(Level level, String sentence) {

    /** How bad it is; the order is that of severity. */
    enum Level {
        /** As it should be. */
        WELL("ok", 0),
        /** The server works, and may not for long, or not as it should. */
        DOUBTFUL("look", 1),
        /** The server does not start, or must not. */
        WRONG("WRONG", 2);

        private final String word;
        private final int exitCode;

        Level(String word, int exitCode) {
            this.word = word;
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }

        String word() {
            return word;
        }
    }

    static Finding well(String sentence) {
        return new Finding(Level.WELL, sentence);
    }

    static Finding doubtful(String sentence) {
        return new Finding(Level.DOUBTFUL, sentence);
    }

    static Finding wrong(String sentence) {
        return new Finding(Level.WRONG, sentence);
    }
}
