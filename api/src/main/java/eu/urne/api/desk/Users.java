package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** The users of the desk. */
public final class Users {

    /** Most characters of a name. */
    static final int NAME_LENGTH = 80;

    private static final int MOST_SITES = 200;

    /**
     * What signing in must know of a user.
     *
     * @param hash of the password; null for none
     */
    record Account(DeskUser user, @Nullable String hash, boolean disabled, long epoch) {}

    private final DeskDatabase database;

    /** Users in that database. */
    public Users(DeskDatabase database) {
        this.database = database;
    }

    /** All, by name. */
    public List<KnownUser> all() {
        return database.client()
                .sql("SELECT * FROM desk_user ORDER BY folded")
                .query((row, number) -> new KnownUser(
                        user(row),
                        row.getBoolean("disabled"),
                        row.getString("password") != null,
                        row.getString("subject") != null))
                .list();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return database.client()
                        .sql("SELECT count(*) FROM desk_user")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** The name of who has that pseudonym; empty if nobody has. */
    public Optional<String> name(String pseudonym) {
        return byPseudonym(pseudonym).map(account -> account.user().name());
    }

    /** The name of who commanded, as the log says it with a pseudonym; what the log says where nobody has it. */
    public String nameOf(String by) {
        return name(by.replaceFirst("^staff/", "")).orElse(by);
    }

    /**
     * A new user without password.
     *
     * @return her pseudonym
     * @throws ProblemException if the name is taken or wrong, or there is no role
     */
    public String create(String name, Set<Role> roles, Set<String> sites) {
        DeskUser user = new DeskUser(checked(name), Secrets.pseudonym(), roles(roles), sites(sites));
        insert(user, null);
        return user.pseudonym();
    }

    /** The user who has that subject at an issuer of OpenID Connect, with what the issuer says of her now. */
    DeskUser fromIssuer(String subject, String name, Set<Role> roles, Set<String> sites) {
        try {
            return knownOrNew(subject, name, roles, sites);
        } catch (DuplicateKeyException e) { // she signs in for the first time on two nodes at once
            return knownOrNew(subject, name, roles, sites);
        }
    }

    private DeskUser knownOrNew(String subject, String name, Set<Role> roles, Set<String> sites) {
        return database.transactions().execute(status -> {
            Optional<Account> known = one("subject", subject);
            if (known.isPresent()) {
                String pseudonym = known.get().user().pseudonym();
                change(pseudonym, roles, sites);
                return byPseudonym(pseudonym).orElseThrow().user();
            }
            DeskUser user = new DeskUser(free(checked(name)), Secrets.pseudonym(), roles(roles), sites(sites));
            insert(user, subject);
            return user;
        });
    }

    /** The name, or where it is taken the name with a number. */
    private String free(String name) {
        String free = name;
        for (int number = 2; one("folded", folded(free)).isPresent(); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    private void insert(DeskUser user, @Nullable String subject) {
        int inserted = database.client()
                .sql("INSERT INTO desk_user (pseudonym, name, folded, subject, roles, sites)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (folded) DO NOTHING")
                .params(
                        user.pseudonym(),
                        user.name(),
                        folded(user.name()),
                        subject,
                        joined(user.roles()),
                        String.join(" ", new TreeSet<>(user.sites())))
                .update();
        if (inserted == 0) {
            throw new ProblemException(Problem.EXISTS, "name: there is a user of that name");
        }
    }

    /**
     * Changes what a user may do, from her next request on.
     *
     * @throws ProblemException if there is no such user, or no role
     */
    public void change(String pseudonym, Set<Role> roles, Set<String> sites) {
        update(
                "UPDATE desk_user SET roles = :roles, sites = :sites WHERE pseudonym = :pseudonym",
                Map.of(
                        "roles", joined(roles(roles)),
                        "sites", String.join(" ", sites(sites)),
                        "pseudonym", pseudonym));
    }

    /** Lets a user not sign in any more and ends her sessions; or lets her again. */
    public void disable(String pseudonym, boolean disabled) {
        update(
                "UPDATE desk_user SET disabled = :disabled, epoch = epoch + 1 WHERE pseudonym = :pseudonym",
                Map.of("disabled", disabled ? 1 : 0, "pseudonym", pseudonym));
    }

    /** A new password; all sessions end. */
    void password(String pseudonym, String hash) {
        update(
                "UPDATE desk_user SET password = :hash, epoch = epoch + 1 WHERE pseudonym = :pseudonym",
                Map.of("hash", hash, "pseudonym", pseudonym));
    }

    private void update(String sql, Map<String, ?> values) {
        if (database.client().sql(sql).params(values).update() == 0) {
            throw new ProblemException(Problem.UNKNOWN, "there is no such user");
        }
    }

    /** Who signs in by that name; empty if nobody does. */
    Optional<Account> byName(String name) {
        return one("folded", folded(name));
    }

    /** Who has that pseudonym; empty if nobody has. */
    Optional<Account> byPseudonym(String pseudonym) {
        return one("pseudonym", pseudonym);
    }

    private Optional<Account> one(String column, String value) {
        return database.client()
                .sql("SELECT * FROM desk_user WHERE " + column + " = ?")
                .param(value)
                .query((row, number) -> new Account(
                        user(row), row.getString("password"), row.getBoolean("disabled"), row.getLong("epoch")))
                .optional();
    }

    private static DeskUser user(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words(row.getString("roles")).forEach(role -> roles.add(Role.valueOf(role)));
        return new DeskUser(
                row.getString("name"),
                row.getString("pseudonym"),
                roles,
                words(row.getString("sites")).collect(Collectors.toSet()));
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }

    private static String joined(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    /** A name as it is compared: without regard to case and to how accents are written. */
    static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String checked(String name) {
        String stripped = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        if (stripped.isEmpty() || stripped.length() > NAME_LENGTH) {
            throw new ProblemException(Problem.INVALID, "name: it must have 1 to " + NAME_LENGTH + " characters");
        }
        if (stripped.codePoints()
                .anyMatch(each -> Character.isISOControl(each) || Character.getType(each) == Character.FORMAT)) {
            throw new ProblemException(Problem.INVALID, "name: it must not have control characters");
        }
        return stripped;
    }

    private static Set<Role> roles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new ProblemException(Problem.INVALID, "roles: at least one is needed");
        }
        return roles;
    }

    private static Set<String> sites(Set<String> sites) {
        if (sites.size() > MOST_SITES || !sites.stream().allMatch(site -> site.matches("[A-Za-z0-9._-]{1,64}"))) {
            throw new ProblemException(
                    Problem.INVALID,
                    "sites: at most " + MOST_SITES + " ids of 1 to 64 characters of A-Z a-z 0-9 . _ -");
        }
        return new TreeSet<>(sites);
    }
}
