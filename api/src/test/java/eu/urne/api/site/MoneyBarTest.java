package eu.urne.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.poll.OptionVerdict;
import org.junit.jupiter.api.Test;

class MoneyBarTest {

    @Test
    void aWinnerTakesItsPieceBehindThoseBeforeIt() {
        MoneyBar bar = MoneyBar.of(500_000, 220_000, new OptionVerdict.Selected("radio", 58, 2, 100_000));
        assertThat(bar).isEqualTo(new MoneyBar(360, 440, 1000, true));
        assertThat(bar.end()).isEqualTo(800);
    }

    @Test
    void whatDoesNotFitReachesBeyondTheMoney() {
        MoneyBar bar = MoneyBar.of(500_000, 240_000, new OptionVerdict.Unaffordable("mer", 45, 100_000));
        assertThat(bar.fits()).isFalse();
        assertThat(bar.end()).isGreaterThan(bar.purse());
        assertThat(bar.end()).isLessThanOrEqualTo(Share.WHOLE);
    }

    @Test
    void theLargestAmountsDoNotOverflow() {
        long most = (1L << 53) - 1;
        assertThat(MoneyBar.of(most, most, new OptionVerdict.Selected("x", 1, 1, 0))
                        .own())
                .isEqualTo(1000);
        assertThat(Share.of(most, Long.MAX_VALUE)).isZero();
    }
}
