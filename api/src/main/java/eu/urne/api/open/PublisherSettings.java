package eu.urne.api.open;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.engine.open.Publisher;
import eu.urne.engine.participation.AgeBands;
import java.net.URI;
import java.time.ZoneId;
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
     * Those that an installation was told.
     *
     * @param origin name of the public log, for who has not told the publisher's
     */
    public static PublisherSettings of(Settings settings, String origin) {
        return new PublisherSettings(
                new Publisher(
                        settings.told(Setting.PUBLISHER_NAME).orElse(origin), settings.text(Setting.PUBLISHER_COUNTRY)),
                settings.told(Setting.PUBLISHER_LICENCE).map(URI::create),
                settings.told(Setting.PUBLISHER_ADDRESS).map(URI::create),
                ZoneId.of(settings.text(Setting.ZONE)),
                AgeBands.parse(settings.text(Setting.AGE_BANDS)));
    }
}
