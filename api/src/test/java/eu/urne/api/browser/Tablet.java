package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.engine.roll.CardCode;

/** A tablet in a booth, and the hands that touch it. */
record Tablet(Page page, PollingPlace place) {

    static final String PIN = "2468";
    private static final double PATIENCE_MS = 20_000;

    static {
        setDefaultAssertionTimeout(PATIENCE_MS);
    }

    /** Makes the tablet known and opens a poll on it, as an animator does. */
    Tablet opened(String poll) {
        page.navigate(place.url("/booth"));
        type(place.enrolment().replace("-", ""));
        press("Enregistrer");
        shows("Choisissez un code d’animateur");
        typePin();
        shows("Encore une fois, le même code");
        typePin();
        Locator card = page.locator("[data-poll=" + poll + "]");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ouvrir ce vote"))
                .click();
        asksForACard();
        return this;
    }

    /** Waits until the worker that answers without a network has all that it needs. */
    void worksWithoutANetwork() {
        page.waitForFunction("""
                async () => {
                  await navigator.serviceWorker.ready;
                  const kept = await caches.open('urne-booth-files');
                  return (await kept.keys()).length > 3;
                }""");
    }

    /** Goes to the animator's screen, as an animator does. */
    void toDesk() {
        press("Écran de l’animateur");
        shows("Code de l’animateur");
        typePin();
        shows("Écran de l’animateur");
    }

    /** Makes the tablet send what waits and ask what there is to know, now rather than in twenty seconds. */
    void breathe() {
        page.evaluate("window.dispatchEvent(new Event('online'))");
    }

    private void typePin() {
        typePin(PIN);
    }

    /** Types a code of the animator, that of this tablet or a wrong one. */
    void typePin(String digits) {
        type(digits);
        press("Valider");
    }

    private void type(String code) {
        code.chars().forEach(key -> press("Taper " + (char) key));
    }

    /** Types the code of a card on the keys of the screen. */
    void use(CardCode card) {
        button("Taper le code").or(button("Taper 0")).first().waitFor();
        if (button("Taper le code").count() > 0) {
            press("Taper le code");
        }
        type(card.characters());
        press("Continuer");
    }

    void choose(String title) {
        page.locator(".pick", new Page.LocatorOptions().setHasText(title)).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void press(String name) {
        button(name).click();
    }

    void asksForACard() {
        shows("Montre ta carte");
    }

    void shows(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading)))
                .isVisible();
    }
}
