package eu.urne.api.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Users with whom a newcomer plays the staff of the demonstration. Their passwords are made anew each time that they
 * are asked for, so that no password of ours is known to the world.
 */
public final class DemonstrationUsers {

    /**
     * Somebody to sign in as.
     *
     * @param password valid until the next start
     */
    public record Player(String name, String password, Role role) {}

    private record Part(String name, Role role) {}

    private static final List<Part> PARTS = List.of(
            new Part("animatrice", Role.ANIMATOR),
            new Part("animateur", Role.ANIMATOR),
            new Part("ville", Role.CITY),
            new Part("collegue", Role.CITY),
            new Part("scrutatrice", Role.TRUSTEE),
            new Part("secretaire", Role.SECRETARY),
            new Part("administrateur", Role.ADMIN));

    private final Users users;
    private final Passwords passwords;
    private List<Player> playing = List.of();

    DemonstrationUsers(Users users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /** All of them, made where they do not exist, with passwords that are new at the first asking after each start. */
    public synchronized List<Player> play() {
        if (playing.isEmpty()) {
            playing = all();
        }
        return playing;
    }

    private List<Player> all() {
        List<Player> players = new ArrayList<>();
        for (Part part : PARTS) {
            String pseudonym = users.byName(part.name())
                    .map(account -> account.user().pseudonym())
                    .orElseGet(() -> users.create(part.name(), Set.of(part.role()), Set.of()));
            String password = Secrets.readable();
            users.password(pseudonym, passwords.encode(password, part.name()));
            players.add(new Player(part.name(), password, part.role()));
        }
        return List.copyOf(players);
    }
}
