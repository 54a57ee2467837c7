package eu.urne.engine.store;

/**
 * Is told how appending goes, for whoever watches a server. It must be quick, is told by many threads, and must not
 * tell anybody more than docs/threat-model.md allows: each call is one command of somebody.
 */
public interface AppendObserver {

    /** Tells nobody. */
    AppendObserver NONE = new AppendObserver() {
        @Override
        public void appended(long nanos) {}

        @Override
        public void committed(int appends) {}

        @Override
        public void failed(StoreException why) {}
    };

    /** An append was answered, with success or a refusal, after so long. */
    void appended(long nanos);

    /** So many appends were committed together. */
    void committed(int appends);

    /** An append failed, or there was no room for it. */
    void failed(StoreException why);
}
