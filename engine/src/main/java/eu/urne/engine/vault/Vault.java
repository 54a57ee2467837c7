package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.SecretKeys;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.Sql;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.internal.Identity;
import eu.urne.engine.vault.internal.VaultCipher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The vault of an installation. Safe for use by many threads. */
public final class Vault implements AutoCloseable {

    /** Its tables, for whoever moves them. */
    public static final SideTables TABLES =
            new SideTables("vault.db", "urne_vault", "the vault", "eu/urne/engine/vault", true, new MovedSecrets());

    private static final int MAX_REASON = 500;
    private static final String CHECK = "SELECT key_check FROM master";

    private final OwnerDatabase store;
    private final Registers registers;
    private final Persons persons;
    private final Pseudonyms pseudonyms;
    private final Consents consents;
    private final AccessLog access;
    private final Candidacies candidacies;
    private final StandingCodes codes;
    private final Imports imports;
    private final SharedKeys keys;

    private Vault(OwnerDatabase store, VaultCipher cipher, SharedKeys keys) {
        this.keys = keys;
        this.store = store;
        this.registers = new Registers(store);
        this.persons = new Persons(store, cipher);
        this.pseudonyms = new Pseudonyms(store);
        this.consents = new Consents(store);
        this.candidacies = new Candidacies(store, cipher);
        this.codes = new StandingCodes(store, cipher);
        this.access = new AccessLog(store);
        this.imports = new Imports(store, persons);
    }

    /**
     * Opens the vault of a data folder, or creates it with its key.
     *
     * @param environment variables by name, see {@link VaultKey}
     * @throws StoreException in one sentence, if the key is missing or another one, or the file cannot be used
     */
    public static Vault open(DataDirectory data, Map<String, String> environment) {
        Path file = data.file(TABLES.file());
        if (Files.exists(file) && isReadByOthers(file)) {
            throw new StoreException("the vault " + file + " can be read by others; allow its owner only");
        }
        OwnerDatabase store = data.open(TABLES);
        try {
            Optional<byte[]> known = check(store);
            VaultCipher cipher = new VaultCipher(VaultKey.find(environment, data.keys(), known.isEmpty()));
            if (known.isEmpty()) {
                store.write(connection -> Sql.update(
                        connection, "INSERT INTO master (one, key_check) VALUES (1, ?) ON CONFLICT DO NOTHING", (Object)
                                cipher.check()));
            }
            if (!cipher.made(check(store).orElseThrow())) {
                throw new StoreException("the key is not that of " + store
                        + ": set the one that it was made with, by " + VaultKey.VARIABLE + " or "
                        + VaultKey.FILE_VARIABLE + ", or restore keys/vault.key");
            }
            boolean shared = data.stores().tables().isPresent();
            Vault vault = new Vault(store, cipher, new SharedKeys(store, cipher, data.keys(), shared));
            vault.imports.dropUnfinished();
            return vault;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static boolean isReadByOthers(Path file) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------");
        } catch (IOException e) {
            throw new StoreException("the vault " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Optional<byte[]> check(OwnerDatabase store) {
        return store.read(connection -> Sql.first(connection, row -> row.getBytes(1), CHECK));
    }

    /** The registers. */
    public Registers registers() {
        return registers;
    }

    /** The persons of the registers. */
    public Persons persons() {
        return persons;
    }

    /** Who read what. */
    public AccessLog access() {
        return access;
    }

    /**
     * The keys of polls, and others that are made while the installation runs: files of the data folder, or where
     * several nodes share the vault rows of it, sealed under its master key.
     */
    public SecretKeys keys() {
        return keys;
    }

    /**
     * Takes all keys that are files of this node, but for those of the logs and of the vault itself, into the vault:
     * there they go with it when it is moved to where several nodes share it.
     */
    public void takeKeys() {
        keys.takeAll();
    }

    /** Files with persons. */
    public Imports imports() {
        return imports;
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    Candidacies candidacies() {
        return candidacies;
    }

    StandingCodes codes() {
        return codes;
    }

    Consents consents() {
        return consents;
    }

    /**
     * Erases a person from all registers: the keys are destroyed, and with them all that was sealed. The logs stay as
     * they are; nobody can say any more who stood behind their pseudonyms. Those of polls that still admit voters are
     * kept until these end, so that nobody gets a second card.
     *
     * @param reason for the access log; must not name the person
     * @param admits whether a poll still admits voters
     * @return in how many registers the person stood
     */
    public VaultAnswer<Integer> erase(VaultId person, String reason, Predicate<PollId> admits, CommandOrigin origin) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON) {
            return VaultAnswer.refuse(
                    Reason.INVALID, "reason: a person is erased with a reason of 1 to " + MAX_REASON + " characters");
        }
        Optional<Subject> subject = persons.subject(person);
        if (subject.isEmpty()) {
            return VaultAnswer.refuse(Reason.UNKNOWN, "there is no such person, or not any more");
        }
        Identity identity = subject.get().identity();
        List<Subject> everywhere = persons.subjects(identity);
        int erased = store.write(connection -> {
            Sql.update(connection, "DELETE FROM consent WHERE identity = ?", (Object) identity.bytes());
            Sql.update(connection, "DELETE FROM candidacy WHERE identity = ?", (Object) identity.bytes());
            Sql.update(connection, "DELETE FROM standing_code WHERE identity = ?", (Object) identity.bytes());
            for (Subject each : everywhere) {
                AccessLog.insert(connection, Action.ERASE, null, each.person(), 1, why, origin);
            }
            return Sql.update(connection, """
                    UPDATE person SET identity = NULL, wrapped = NULL, sealed = NULL,
                                      erased_ms = ?, erased_by = ?, reason = ?
                    WHERE identity = ?""", origin.atMs(), origin.by(), why, identity.bytes());
        });
        pseudonyms.purge(admits);
        store.forgetDeleted("person", "consent", "candidacy", "standing_code", "pseudonym");
        return new VaultAnswer.Done<>(erased);
    }

    @Override
    public void close() {
        store.close();
    }
}
