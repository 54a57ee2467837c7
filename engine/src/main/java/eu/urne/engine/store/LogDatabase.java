package eu.urne.engine.store;

/** A database with the tables of the log. */
interface LogDatabase extends AutoCloseable {

    /** The one writer of this node. */
    BatchWriter writer();

    /** The connections that read. */
    ReaderPool readers();

    /**
     * The SQL of a field of the entry that stands in the column {@code bytes}: of {@code type} its text, of others a
     * number.
     */
    String field(String name);

    /** Calls whenever another node has committed, or may have; until closed. Nothing where there is one node. */
    void listen(Runnable committed);

    @Override
    void close();
}
