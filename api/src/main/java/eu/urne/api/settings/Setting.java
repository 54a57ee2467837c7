package eu.urne.api.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of an installation: the one place that says its name, what it takes, what holds without it and what it
 * does. docs/configuration.md is made from it.
 */
public enum Setting {
    /** Folder of the node. */
    DATA(
            Group.SERVER,
            "data",
            Kind.FOLDER,
            "data",
            "Folder with the keys and files of this node; it is made where there is none."),
    /** Address of the server. */
    ADDRESS(
            Group.SERVER,
            "address",
            Kind.TEXT,
            "127.0.0.1",
            "Address at which the server answers; 0.0.0.0 for all of the machine."),
    /** Port of the server. */
    PORT(Group.SERVER, "port", Kind.number(0, 65_535), "8080", "Port at which the server answers; 0 for any free one."),
    /** Name of the log. */
    ORIGIN(
            Group.SERVER,
            "origin",
            Kind.TEXT,
            "",
            "Name of the public log, unique in the world, chosen at the first start; without it"
                    + " localhost/urne-<key>."),
    /** Policy of witnesses. */
    WITNESSES(
            Group.SERVER,
            "witnesses",
            Kind.FILE,
            "",
            "Policy of witnesses (docs/formats/witness.md): a checkpoint is shown only when its"
                    + " quorum has cosigned it."),
    /** Keys of the staff. */
    STAFF_KEYS(
            Group.SERVER,
            "staff-keys",
            Kind.staffKeys(16),
            "",
            Secrecy.SECRET,
            "The staff keys that are valid; without them those that the folder knows, and one is"
                    + " made at the first start."),
    /** Whether the clock is compared. */
    CLOCK_CHECK(
            Group.SERVER,
            "clock.check",
            Kind.oneOf("on", Kind.OFF),
            "on",
            "Whether the start is refused if the clock is more than a day behind the last entry of"
                    + " the log; off for a log"
                    + " that was played, as that of a scenario."),
    /** Patience at the end. */
    SHUTDOWN_TIMEOUT(
            Group.SERVER,
            "shutdown.timeout",
            Kind.time("1s", "10m"),
            "20s",
            "How long requests under way may take once the server was told to end."),

    /** Which store. */
    STORE(
            Group.STORE,
            "store",
            Kind.oneOf("sqlite", "postgresql", "eventstoredb"),
            "sqlite",
            "Where the log is: in files of the data folder, in PostgreSQL, or in EventStoreDB (KurrentDB)."),
    /** Address of PostgreSQL. */
    POSTGRESQL_URL(
            Group.STORE,
            "postgresql.url",
            Kind.POSTGRESQL,
            "",
            Secrecy.MAY_HOLD_ONE,
            "The database of the log, the tables beside it and the views; with eventstoredb of the"
                    + " latter two, in place of"
                    + " files."),
    /** User of PostgreSQL. */
    POSTGRESQL_USER(Group.STORE, "postgresql.user", Kind.TEXT, "", "Its user; without it the one of the address."),
    /** Password of PostgreSQL. */
    POSTGRESQL_PASSWORD(
            Group.STORE, "postgresql.password", Kind.TEXT, "", Secrecy.SECRET, "The password of that user."),
    /** File with that password. */
    POSTGRESQL_PASSWORD_FILE(
            Group.STORE,
            "postgresql.password-file",
            Kind.FILE,
            "",
            "A file that holds the password, in place of the password."),
    /** Address of EventStoreDB. */
    EVENTSTOREDB_CONNECTION(
            Group.STORE,
            "eventstoredb.connection",
            Kind.EVENTSTOREDB,
            "",
            Secrecy.MAY_HOLD_ONE,
            "The cluster with the log, as its clients take it."),
    /** Threshold of free space. */
    DISK_LEAST_FREE(
            Group.STORE,
            "disk.least-free",
            Kind.size("1MB", "1TB"),
            "256MB",
            "Free space of the disk of the data folder below which nothing is taken any more, before"
                    + " a write fails half"
                    + " way."),

    /** Key of the vault. */
    VAULT_KEY(
            Group.VAULT,
            "vault.key",
            Kind.KEY,
            "",
            Secrecy.SECRET,
            "The key that seals the persons' names; without it keys/vault.key of the data folder,"
                    + " made at the first start."),
    /** File with that key. */
    VAULT_KEY_FILE(Group.VAULT, "vault.key-file", Kind.FILE, "", "A file that holds that key, in place of the key."),

    /** Name of the publisher. */
    PUBLISHER_NAME(
            Group.PUBLISHER,
            "publisher.name",
            Kind.TEXT,
            "",
            "Who publishes, in the catalogue and as the unit of .pb files; without it the name of the log."),
    /** Country of the publisher. */
    PUBLISHER_COUNTRY(Group.PUBLISHER, "publisher.country", Kind.TEXT, "unknown", "The country in .pb files."),
    /** Licence of the data. */
    PUBLISHER_LICENCE(
            Group.PUBLISHER,
            "publisher.licence",
            Kind.WEB_ADDRESS,
            "",
            "Address of the licence of the data; without it none is told."),
    /** Address for the public. */
    PUBLISHER_ADDRESS(
            Group.PUBLISHER,
            "publisher.address",
            Kind.WEB_ADDRESS,
            "",
            "Address of the server for the public, in letters and in the catalogue; without it the"
                    + " catalogue's addresses are"
                    + " relative."),
    /** Zone of days. */
    ZONE(Group.PUBLISHER, "zone", Kind.ZONE, "Europe/Paris", "Where days are told."),
    /** Bands of ages. */
    AGE_BANDS(
            Group.PUBLISHER,
            "age-bands",
            Kind.AGE_BANDS,
            "0-7,8-10,11-12,13-15,16-17,18-24,25-39,40-59,60-74,75+",
            "Bands of the figures of who took part."),

    /** The issuer. */
    OIDC_ISSUER(
            Group.ACCOUNTS,
            "oidc.issuer",
            Kind.ISSUER,
            "",
            "Issuer of the city's accounts (OpenID Connect); without it there is no such sign-in."),
    /** Name at the issuer. */
    OIDC_CLIENT_ID(Group.ACCOUNTS, "oidc.client-id", Kind.TEXT, "", "This installation, as the issuer knows it."),
    /** Secret at the issuer. */
    OIDC_CLIENT_SECRET(Group.ACCOUNTS, "oidc.client-secret", Kind.TEXT, "", Secrecy.SECRET, "Its secret there."),
    /** Scopes. */
    OIDC_SCOPES(Group.ACCOUNTS, "oidc.scopes", Kind.WORDS, "openid,profile", "What is asked for."),
    /** Claim of the name. */
    OIDC_NAME_CLAIM(
            Group.ACCOUNTS, "oidc.name-claim", Kind.TEXT, "preferred_username", "Claim with the person's name."),
    /** Claim of roles. */
    OIDC_ROLES_CLAIM(
            Group.ACCOUNTS,
            "oidc.roles-claim",
            Kind.TEXT,
            "roles",
            "Claim that gives roles, a text or a list; inside others with dots, as realm_access.roles."),
    /** Values of an animator. */
    OIDC_ROLES_ANIMATOR(
            Group.ACCOUNTS, "oidc.roles.animator", Kind.WORDS, "", "Values of that claim that make an animator."),
    /** Values of the city's services. */
    OIDC_ROLES_CITY(Group.ACCOUNTS, "oidc.roles.city", Kind.WORDS, "", "Values that make one of the city's services."),
    /** Values of a secretary. */
    OIDC_ROLES_SECRETARY(
            Group.ACCOUNTS, "oidc.roles.secretary", Kind.WORDS, "", "Values that make a secretary of councils."),
    /** Values of a trustee. */
    OIDC_ROLES_TRUSTEE(Group.ACCOUNTS, "oidc.roles.trustee", Kind.WORDS, "", "Values that make a trustee."),
    /** Values of an administrator. */
    OIDC_ROLES_ADMIN(Group.ACCOUNTS, "oidc.roles.admin", Kind.WORDS, "", "Values that make an administrator."),
    /** Claim of sites. */
    OIDC_SITES_CLAIM(
            Group.ACCOUNTS,
            "oidc.sites-claim",
            Kind.TEXT,
            "",
            "Claim with the ids of the person's sites; without it, all sites; with it, who has none is not let in."),

    /** Who may say where a request comes from. */
    TRUSTED_PROXIES(
            Group.CLIENTS,
            "trusted-proxies",
            Kind.NETWORKS,
            "",
            "Proxies whose X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host are believed;"
                    + " without them nobody's."),
    /** Rate of requests. */
    LIMIT_REQUESTS(
            Group.CLIENTS,
            "limits.requests",
            Kind.numberOrOff(1, 1_000_000),
            "6000",
            "Requests a minute that one address may make (of IPv6 one network of 64 bits); a polling"
                    + " place is one address."),
    /** Rate of writing requests. */
    LIMIT_WRITES(
            Group.CLIENTS,
            "limits.writes",
            Kind.numberOrOff(1, 1_000_000),
            "1200",
            "Of these, those that write (POST, PUT, PATCH, DELETE) without a staff key."),
    /** Rate of a staff key. */
    LIMIT_STAFF(
            Group.CLIENTS,
            "limits.staff",
            Kind.numberOrOff(1, 10_000_000),
            "60000",
            "Requests a minute that one staff key may make; they do not count for its address."),

    /** Port of the management. */
    MANAGEMENT_PORT(
            Group.MONITORING,
            "management.port",
            Kind.numberOrOff(0, 65_535),
            Kind.OFF,
            "Port for /actuator/health and /actuator/prometheus; 0 for any free one."),
    /** Address of the management. */
    MANAGEMENT_ADDRESS(
            Group.MONITORING,
            "management.address",
            Kind.TEXT,
            "127.0.0.1",
            "Address of that port. Who reads it sees how much is going on: keep it from the public."),
    /** Form of the log lines. */
    LOG_FORMAT(
            Group.MONITORING,
            "log.format",
            Kind.oneOf("text", "json"),
            "text",
            "How lines on standard error look: for people, or one JSON object a line (Elastic Common Schema).");

    /** Prefix of all names. */
    public static final String PREFIX = "urne.";

    /** A part of the page of settings. */
    enum Group {
        SERVER("Server"),
        STORE("Store"),
        VAULT("Vault"),
        PUBLISHER("Publisher"),
        ACCOUNTS("Accounts of the city"),
        CLIENTS("Clients"),
        MONITORING("Monitoring");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Whether a value may be shown. */
    private enum Secrecy {
        /** It may. */
        OPEN,
        /** It may be on a command line, but is not quoted. */
        MAY_HOLD_ONE,
        /** It is not for command lines, which every user of a machine can list. */
        SECRET
    }

    private final Group group;
    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // a text and a function of texts
    private final Kind kind;

    private final String standard;
    private final Secrecy secrecy;
    private final String does;

    Setting(Group group, String name, Kind kind, String standard, String does) {
        this(group, name, kind, standard, Secrecy.OPEN, does);
    }

    Setting(Group group, String name, Kind kind, String standard, Secrecy secrecy, String does) {
        this.group = group;
        this.name = name;
        this.kind = kind;
        this.standard = standard;
        this.secrecy = secrecy;
        this.does = does;
    }

    /** The setting of a full name, such as {@code urne.store}; empty if there is none. */
    static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Full name, as it stands in a file: {@code urne.staff-keys}. */
    public String key() {
        return PREFIX + name;
    }

    /** Name in the environment: {@code URNE_STAFF_KEYS}. */
    public String variable() {
        return key().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Option of the command line: {@code --management-port}; empty for secrets. */
    public Optional<String> option() {
        return secrecy == Secrecy.SECRET ? Optional.empty() : Optional.of("--" + name.replace('.', '-'));
    }

    /** The value without it; empty for none. */
    public String standard() {
        return standard;
    }

    /** What it does, in one sentence. */
    public String does() {
        return does;
    }

    Group group() {
        return group;
    }

    Kind kind() {
        return kind;
    }

    /** Whether a value may be quoted. */
    boolean isOpen() {
        return secrecy == Secrecy.OPEN;
    }
}
