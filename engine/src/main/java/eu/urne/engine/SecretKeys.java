package eu.urne.engine;

/** Secret keys of 32 bytes, by name. */
public interface SecretKeys {

    /** Whether there is a key of that name. */
    boolean exists(String name);

    /**
     * The key of that name, made on first use. When it returns, the key is durable.
     *
     * @throws eu.urne.engine.store.StoreException in one sentence, if it cannot be read or kept
     */
    byte[] getOrCreate(String name);
}
