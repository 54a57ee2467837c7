package eu.urne.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class FiguresTest {

    private final Figures figures = new Figures(ZoneId.of("Europe/Paris"));

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr | 500000              | 5_000~€
                    fr | 1250                | 12,50~€
                    fr | 5                   | 0,05~€
                    fr | 0                   | 0~€
                    fr | -150005             | −1_500,05~€
                    fr | 9007199254740991    | 90_071_992_547_409,91~€
                    en | 500000              | €5,000
                    en | 1250                | €12.50
                    en | -100                | −€1
                    """)
    void moneyIsWrittenAsTheLanguageWritesItToTheCent(String language, long cents, String written) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        assertThat(figures.money(cents))
                .isEqualTo(written.replace('_', '\u202f').replace('~', '\u00a0'));
    }

    @Test
    void otherCurrenciesAreNamed() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(figures.money(12_300, "CHF")).isEqualTo("123\u00a0CHF");
    }

    @Test
    void daysAreThoseOfTheCity() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(figures.day(LocalDate.of(2026, 5, 1))).isEqualTo("1er mai 2026");
        assertThat(figures.day(1_777_586_400_000L)).isEqualTo("1er mai 2026"); // 30 April, 22:00 UTC
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(figures.day(LocalDate.of(2026, 5, 1))).isEqualTo("1 May 2026");
    }

    @Test
    void measuresKeepTheirDecimals() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(figures.decimal(1_205, 2)).isEqualTo("12,05");
        assertThat(figures.decimal(-5, 1)).isEqualTo("−0,5");
        assertThat(figures.decimal(7, 0)).isEqualTo("7");
    }

    @Test
    void sharesAreWholePercents() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(figures.percent(205, 278)).isEqualTo("73\u00a0%");
        assertThat(figures.percent(0, 0)).isEqualTo("0\u00a0%");
    }
}
