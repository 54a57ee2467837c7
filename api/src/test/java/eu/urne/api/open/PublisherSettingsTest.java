package eu.urne.api.open;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.settings.Settings;
import eu.urne.engine.open.Publisher;
import eu.urne.engine.participation.AgeBands;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublisherSettingsTest {

    @Test
    void withoutSettingsTheLogNamesThePublisher() {
        PublisherSettings settings = PublisherSettings.of(told(Map.of()), "town.example/log");

        assertThat(settings.publisher()).isEqualTo(new Publisher("town.example/log", "unknown"));
        assertThat(settings.licence()).isEmpty();
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void theEnvironmentNamesPublisherLicenceAndAddress() {
        PublisherSettings settings = PublisherSettings.of(
                told(Map.of(
                        "URNE_PUBLISHER_NAME", "Ville de Saint-Quentin",
                        "URNE_PUBLISHER_COUNTRY", "France",
                        "URNE_PUBLISHER_LICENCE", "https://licence.example/open",
                        "URNE_PUBLISHER_ADDRESS", "https://votes.example/",
                        "URNE_ZONE", "Europe/Madrid",
                        "URNE_AGE_BANDS", "0-17,18+")),
                "town.example/log");

        assertThat(settings)
                .isEqualTo(new PublisherSettings(
                        new Publisher("Ville de Saint-Quentin", "France"),
                        Optional.of(URI.create("https://licence.example/open")),
                        Optional.of(URI.create("https://votes.example/")),
                        ZoneId.of("Europe/Madrid"),
                        AgeBands.parse("0-17,18+")));
    }

    private static Settings told(Map<String, String> environment) {
        return Settings.read(Map.of(), environment, Optional.empty());
    }
}
