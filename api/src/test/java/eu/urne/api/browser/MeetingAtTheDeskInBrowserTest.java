package eu.urne.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.urne.api.desk.Role;
import eu.urne.api.desk.Staff;
import eu.urne.api.rest.MovableClock;
import eu.urne.api.site.CouncilTown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole meeting of a council of 45 is led at the desk by two secretaries: one on a tablet, the other in a browser
 * without scripts.
 */
class MeetingAtTheDeskInBrowserTest extends BrowserTest {

    private static final String COUNCIL = "/desk/councils/youth";
    private static final String MEETING = COUNCIL + "/meetings/2027-01-20";
    private static final String HALL = MEETING + "/hall";
    private static final int SEATS = 45;
    private static final int IN_THE_ROOM = 30;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(MovableClock.midnight("2026-12-30"));
    private CouncilTown town;
    private Page simone;
    private Page sarah;

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    private Page signedIn(Page page, String name) {
        go(page, "/desk/sign-in");
        page.getByLabel("Nom").fill(name);
        page.getByLabel("Mot de passe").fill(Staff.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Bonjour");
        return page;
    }

    private void go(Page page, String path) {
        page.navigate("http://127.0.0.1:" + town.server().port() + path);
    }

    private static void open(Page page, String summary) {
        page.locator("summary:has-text('" + summary + "')").first().click();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void told(Page page, String notice) {
        assertThat(page.locator(".notice").filter(new Locator.FilterOptions().setHasText(notice)))
                .isVisible();
    }

    private static void look(Page page, String name) {
        Screens.keep(page, name);
        Axe.check(page);
    }

    private static Locator target(Page page, int seat, String choice) {
        return page.locator("input[name=seat-" + seat + "][value=" + choice + "]");
    }

    /** Ticks what is to be noted of some seats: the first by a tap, the others by keys, which is quicker. */
    private static void tick(Page page, int from, int to, String choice) {
        target(page, from, choice).check();
        for (int seat : IntStream.rangeClosed(from + 1, to).toArray()) {
            target(page, seat, choice).press("Space");
        }
    }

    @Test
    void theHallIsLedAndMotionsOfThreeKindsAreVotedOn() {
        try (CouncilTown started = new CouncilTown(folder, clock, SEATS)) {
            town = started;
            Staff ada = Staff.administrator(town.server());
            ada.colleague(town.server(), "Simone", "", Role.SECRETARY);
            ada.colleague(town.server(), "Sarah", "", Role.SECRETARY, Role.ANIMATOR);
            town.drawn("Conseil des jeunes", this::pass);
            pass(Duration.ofDays(9));
            simone = signedIn(page(), "Simone");
            NewContextOptions bare = new NewContextOptions().setLocale("fr-FR").setJavaScriptEnabled(false);
            sarah = signedIn(visitor(bare).newPage(), "Sarah");
            theMeetingIsCalled();
            motionsArePut();
            theHallIsOpened();
            handsAreCounted();
            theRollIsCalled();
            theSecretVoteLeadsToItsPoll();
            leave();
        }
    }

    private void theMeetingIsCalled() {
        go(simone, COUNCIL + "/meetings");
        simone.getByLabel("Nom de la réunion").fill("Première séance");
        simone.getByLabel("Jour").fill("2027-01-20");
        simone.getByLabel("Heure").fill("18:30");
        simone.getByLabel("Lieu").fill("Mairie, salle du conseil");
        look(simone, "desk-meetings");
        press(simone, "Convoquer une réunion");
        told(simone, "La réunion est convoquée");
        for (Map.Entry<String, String> item : Map.of("Le budget du conseil", "CITY", "Des lampes au parc", "RESIDENT")
                .entrySet()) {
            open(simone, "Ajouter un point");
            simone.getByLabel("Titre du point").fill(item.getKey());
            simone.locator("#item-by").selectOption(item.getValue());
            press(simone, "Ajouter un point");
            told(simone, "Le point est inscrit");
        }
        press(simone, "Publier l’ordre du jour");
        told(simone, "L’ordre du jour est publié");
    }

    private void motionsArePut() {
        for (String voting : new String[] {"HANDS", "ROLL_CALL", "SECRET"}) {
            go(simone, MEETING);
            open(simone, "Déposer une proposition");
            simone.getByLabel("Titre de la proposition").fill("Des lampes au parc, " + voting.charAt(0));
            simone.getByLabel("Texte mis aux voix").fill("Le conseil demande des lampes au parc.");
            simone.locator("#motion-voting").selectOption(voting);
            if (voting.equals("HANDS")) {
                simone.getByLabel("C’est un avis à la ville").check();
                simone.getByLabel("Réponse de la ville, en jours").fill("60");
            }
            press(simone, "Déposer une proposition");
            told(simone, "La proposition est déposée");
        }
        go(simone, MEETING);
        look(simone, "desk-meeting");
    }

    private void theHallIsOpened() {
        go(simone, HALL);
        Screens.keep(simone, "desk-hall-before");
        simone.getByLabel("Qui préside").selectOption("1");
        press(simone, "Ouvrir la séance");
        told(simone, "La séance est ouverte");
        tick(simone, 1, IN_THE_ROOM, "ROOM");
        assertThat(simone.getByText("Pas encore enregistré")).isVisible();
        press(simone, "Enregistrer");
        told(simone, "Le conseil peut décider : 30 membres sur 45");
        assertThat(simone.getByText("Pas encore enregistré")).isHidden();

        go(sarah, HALL);
        tick(sarah, IN_THE_ROOM + 1, IN_THE_ROOM + 2, "EXCUSED");
        tick(sarah, 5, 5, "LEFT");
        press(sarah, "Enregistrer, tous les autres absents");
        told(sarah, "C’est noté");
        open(sarah, "Noter une procuration");
        sarah.getByLabel("De (siège absent)").selectOption("31");
        sarah.getByLabel("À (vote à sa place)").selectOption("2");
        press(sarah, "Noter une procuration");
        assertThat(sarah.getByText("Le siège 2 vote pour le siège 31.")).isVisible();
        press(sarah, "Constater le quorum publiquement");
        go(simone, HALL);
        assertThat(simone.getByText("29 là, 23 nécessaires, quorum atteint")).isVisible();
        look(simone, "desk-hall");
    }

    private static void count(Page page, String inFavour, String against, String abstained) {
        page.getByLabel("Pour", new Page.GetByLabelOptions().setExact(true)).fill(inFavour);
        page.getByLabel("Contre", new Page.GetByLabelOptions().setExact(true)).fill(against);
        page.getByLabel("Abstentions").fill(abstained);
        page.locator("form:has(input[name=for]) button").click();
    }

    private void handsAreCounted() {
        String motion = COUNCIL + "/motions/des-lampes-au-parc-h";
        go(simone, motion);
        open(simone, "Proposer un amendement");
        simone.getByLabel("Ce qu’il faut changer").fill("Ajouter : et des bancs.");
        press(simone, "Proposer un amendement");
        look(simone, "desk-motion-amended");
        count(simone, "20", "5", "3");
        simone.getByLabel("Nouveau texte, avec").fill("Le conseil demande des lampes et des bancs au parc.");
        press(simone, "Publier le nouveau texte");
        open(simone, "Noter un conflit");
        simone.getByLabel("Siège").selectOption("7");
        press(simone, "Noter un conflit d’intérêts");
        press(simone, "Ouvrir le vote");
        told(simone, "Le vote est ouvert");
        count(simone, "20", "6", "2");
        told(simone, "Vous avez compté");
        go(sarah, motion);
        told(sarah, "Simone a compté");
        count(sarah, "21", "6", "2");
        told(sarah, "n’ont pas compté la même chose");
        go(simone, motion);
        look(simone, "desk-motion-hands");
        count(simone, "21", "6", "2");
        press(simone, "Proclamer le résultat");
        told(simone, "21 pour, 6 contre, 2 abstentions");
        simone.locator("#answer-answer").selectOption("PARTLY");
        simone.getByLabel("Pourquoi").fill("Les lampes cette année.");
        press(simone, "Publier la réponse de la ville");
        told(simone, "La réponse de la ville est publiée");
        Screens.keep(simone, "desk-motion-answered");
    }

    private void theRollIsCalled() {
        String motion = COUNCIL + "/motions/des-lampes-au-parc-r";
        go(simone, motion);
        press(simone, "Ouvrir le vote");
        tick(simone, 1, 4, "FOR");
        tick(simone, 6, 12, "AGAINST");
        press(simone, "Enregistrer les votes");
        tick(simone, 13, 20, "FOR");
        look(simone, "desk-motion-roll");
        List<String> asked = new ArrayList<>();
        simone.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        go(simone, motion); // what was tapped and not saved is given up, but not unasked
        Assertions.assertThat(asked).containsExactly("beforeunload");
        go(sarah, motion);
        tick(sarah, 13, 29, "FOR");
        tick(sarah, 31, 31, "ABSTAIN");
        press(sarah, "Enregistrer les votes");
        assertThat(sarah.getByText("29 votes notés sur 30")).isVisible();
        open(sarah, "Corriger un vote mal noté");
        sarah.locator("#correct-seat").selectOption("12");
        sarah.locator("#correct-vote").selectOption("FOR");
        sarah.getByLabel("Raison").fill("Mal entendu");
        press(sarah, "Corriger un vote mal noté");
        press(sarah, "Proclamer le résultat");
        told(sarah, "22 pour, 6 contre, 1 abstention");
    }

    private void theSecretVoteLeadsToItsPoll() {
        String motion = COUNCIL + "/motions/des-lampes-au-parc-s";
        go(sarah, motion);
        press(sarah, "Ouvrir le vote");
        told(sarah, "Il faut exactement 30 cartes");
        go(simone, motion);
        look(simone, "desk-motion-secret");
        sarah.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Aller au scrutin"))
                .click();
        assertThat(sarah.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Des lampes au parc, S");
    }
}
