package eu.urne.api.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Who is on the way to the issuer and back, by a key that only her browser has. Safe for use by many threads. */
interface OidcWays {

    /** Keeps a way until then, milliseconds since the epoch. */
    void put(String key, OAuth2AuthorizationRequest way, long untilMs);

    /** The way of a key; empty where there is none any more. */
    Optional<OAuth2AuthorizationRequest> find(String key, long nowMs);

    /** Forgets a way. */
    void remove(String key);

    /** Those of this desk. */
    static OidcWays of(DeskDatabase desk) {
        return desk.isShared() ? new InTable(desk.client()) : new InMemory();
    }

    /** Of one node: at most a thousand, the latest. */
    final class InMemory implements OidcWays {

        private static final int MOST = 1_000;

        private record Way(OAuth2AuthorizationRequest request, long untilMs) {}

        private final Map<String, Way> ways = new LinkedHashMap<>();

        @Override
        public synchronized void put(String key, OAuth2AuthorizationRequest way, long untilMs) {
            ways.put(key, new Way(way, untilMs));
            if (ways.size() > MOST) {
                ways.remove(ways.keySet().iterator().next());
            }
        }

        @Override
        public synchronized Optional<OAuth2AuthorizationRequest> find(String key, long nowMs) {
            return Optional.ofNullable(ways.get(key))
                    .filter(way -> way.untilMs > nowMs)
                    .map(Way::request);
        }

        @Override
        public synchronized void remove(String key) {
            ways.remove(key);
        }
    }

    /** Of all nodes: who comes back may come to another one. */
    record InTable(JdbcClient desk) implements OidcWays {

        @Override
        public void put(String key, OAuth2AuthorizationRequest way, long untilMs) {
            desk.sql("INSERT INTO oidc_way (key_hash, request, until_ms) VALUES (?, ?, ?)")
                    .params(Secrets.hash(key), KeptObjects.bytes(way), untilMs)
                    .update();
        }

        @Override
        public Optional<OAuth2AuthorizationRequest> find(String key, long nowMs) {
            desk.sql("DELETE FROM oidc_way WHERE until_ms <= ?").param(nowMs).update();
            return desk.sql("SELECT request FROM oidc_way WHERE key_hash = ?")
                    .param(Secrets.hash(key))
                    .query((row, number) -> (OAuth2AuthorizationRequest) KeptObjects.object(row.getBytes(1)))
                    .optional();
        }

        @Override
        public void remove(String key) {
            desk.sql("DELETE FROM oidc_way WHERE key_hash = ?")
                    .param(Secrets.hash(key))
                    .update();
        }
    }
}
