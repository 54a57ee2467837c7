package eu.urne.engine.moving;

/** Is told how far a long work is, to show it. */
public interface Steps {

    /** Shows nothing. */
    Steps NONE = new Steps() {
        @Override
        public void begin(String what, long total) {}

        @Override
        public void step(long done) {}
    };

    /**
     * A part begins.
     *
     * @param what it does, as a word or two
     * @param total how many steps it has
     */
    void begin(String what, long total);

    /** So many more steps of it are done. */
    void step(long done);
}
