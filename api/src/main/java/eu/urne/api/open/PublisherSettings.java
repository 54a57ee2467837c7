package eu.urne.api.open;

import eu.urne.engine.open.Publisher;
import eu.urne.engine.participation.AgeBands;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Who publishes, as open data name it (docs/formats/open-data.md, section 5).
 *
 * @param publisher name and country
 * @param licence under which everybody may use the data; empty where the city has chosen none
 * @param address of the server for the public, by which the catalogue names its data; empty for addresses that are
 *     relative to the catalogue
 * @param zone where days are told
 * @param ages bands of the figures of who took part
 */
public record PublisherSettings(
        Publisher publisher, Optional<URI> licence, Optional<URI> address, ZoneId zone, AgeBands ages) {

    /**
     * Reads {@code URNE_PUBLISHER_NAME}, {@code URNE_PUBLISHER_COUNTRY}, {@code URNE_PUBLISHER_LICENCE},
     * {@code URNE_PUBLISHER_ADDRESS}, {@code URNE_ZONE} and {@code URNE_AGE_BANDS}.
     *
     * @param origin name of the public log, for who has not told the publisher's
     * @throws IllegalArgumentException in one sentence that names the variable
     */
    public static PublisherSettings of(Map<String, String> environment, String origin) {
        String name = told(environment, "URNE_PUBLISHER_NAME").orElse(origin);
        String country = told(environment, "URNE_PUBLISHER_COUNTRY").orElse("unknown");
        return new PublisherSettings(
                new Publisher(name, country),
                uri(environment, "URNE_PUBLISHER_LICENCE"),
                uri(environment, "URNE_PUBLISHER_ADDRESS"),
                zone(told(environment, "URNE_ZONE").orElse("Europe/Paris")),
                told(environment, "URNE_AGE_BANDS").map(AgeBands::parse).orElse(AgeBands.USUAL));
    }

    private static Optional<String> told(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<URI> uri(Map<String, String> environment, String variable) {
        Optional<String> told = told(environment, variable);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(told.get());
            if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
                throw new IllegalArgumentException(variable + ": an address that begins with https: is needed");
            }
            return Optional.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(variable + ": an address that begins with https: is needed", e);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("URNE_ZONE: there is no time zone \"" + name + "\"", e);
        }
    }
}
