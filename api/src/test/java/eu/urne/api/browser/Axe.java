package eu.urne.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** Looks for what keeps people out: axe-core's rules of WCAG 2.2 A and AA, in all themes and sizes. */
final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int[] WIDTHS = {320, 768, 1280};

    private static final String RUN = """
            async (tags) => {
              const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
              const { violations } = await axe.run(document, options);
              const where = (nodes) => nodes.map(({ target }) => target).join(', ');
              return violations.map(({ id, help, nodes }) => `${id}: ${help} ${where(nodes)}`);
            }""";

    private Axe() {}

    private record Theme(String name, ColorScheme scheme, Contrast contrast) {}

    private static final List<Theme> THEMES = List.of(
            new Theme("light", ColorScheme.LIGHT, Contrast.NO_PREFERENCE),
            new Theme("dark", ColorScheme.DARK, Contrast.NO_PREFERENCE),
            new Theme("contrast", ColorScheme.LIGHT, Contrast.MORE));

    /** Checks the page as it stands: in three themes at three widths, and that nothing must be scrolled sideways. */
    static void check(Page page) {
        var before = page.viewportSize();
        List<String> found = new ArrayList<>();
        for (Theme theme : THEMES) {
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(theme.scheme())
                    .setContrast(theme.contrast())
                    .setReducedMotion(
                            ReducedMotion.REDUCE)); // else colours are measured on their way from theme to theme
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                String where = theme.name() + " " + width + " px " + page.url() + ": ";
                violations(page).forEach(violation -> found.add(where + violation));
                int wide = (int) page.evaluate("document.documentElement.scrollWidth");
                if (wide > width) {
                    found.add(where + "must be scrolled sideways, is " + wide + " px wide");
                }
            }
        }
        page.setViewportSize(before.width, before.height);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setContrast(Contrast.NO_PREFERENCE));
        assertThat(found).isEmpty();
    }

    /** Runs the rules; the script is put into the page once, since it is half a megabyte. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        if (!(boolean) page.evaluate("typeof window.axe === 'object'")) {
            new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze();
        }
        return (List<String>) page.evaluate(RUN, RULES);
    }
}
