package eu.urne.audit;

/** Listens to how far a verification has come. All calls come from the thread that runs it. */
public interface Progress {
    /** Listens to nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void begins(String stage, long total) {}

        @Override
        public void reached(long done) {}
    };

    /**
     * A stage begins.
     *
     * @param stage its name, such as {@code "entries"}
     * @param total how many steps it has, from 0
     */
    void begins(String stage, long total);

    /**
     * So many steps of the stage are done.
     *
     * @param done from 0 to the total
     */
    void reached(long done);
}
