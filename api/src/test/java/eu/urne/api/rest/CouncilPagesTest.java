package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.api.site.CouncilTown;
import eu.urne.engine.council.CouncilCommand.VacateSeat;
import eu.urne.engine.council.DrawCommand.AnswerRole;
import eu.urne.engine.council.DrawCommand.OfferRole;
import eu.urne.engine.council.DrawCommand.OpenRole;
import eu.urne.engine.council.Role;
import eu.urne.engine.council.VacancyReason;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public pages of a council and its draw, from its establishment on. */
class CouncilPagesTest {

    private static final String HOSTILE = "<script>alert(1)</script> ${7*7} __${7*7}__ [[${7*7}]]";
    private static final Duration WAIT = Duration.ofHours(27);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(MovableClock.midnight("2026-11-02"));
    private CouncilTown town;
    private Client client;

    @BeforeEach
    void start() {
        town = new CouncilTown(folder, clock);
        client = new Client(town.server(), CouncilTown.KEY);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    private Reply page(String path) {
        return client.send(client.request(path).header("Accept", "text/html,*/*;q=0.8"));
    }

    private String text(String path) {
        Reply reply = page(path);
        assertThat(reply.status()).as(path + "\n" + reply.text()).isEqualTo(200);
        assertThat(reply.text()).doesNotContain("??", "style=\"");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        return reply.text();
    }

    private void drawn() {
        town.established("Conseil des jeunes").announced().frozen(WAIT);
        clock.set(clock.instant().plus(WAIT));
        town.told("one").told("two");
    }

    @Test
    void withoutCouncilsTheListSaysSo() {
        assertThat(text("/councils")).contains("Aucun conseil n’est encore créé");
        assertThat(text("/councils?lang=en")).contains("No council has been established yet");
    }

    @Test
    void whoCanStandIsToldOfIt() {
        town.established("Conseil des jeunes").announced();

        assertThat(text("/councils"))
                .contains("Conseil des jeunes", "0 place occupée sur 6", "6 places seront tirées au sort")
                .contains("Vous pouvez vous porter candidat", "1er janvier 2027", "href=\"/draws/youth-2027\"");
        assertThat(text("/draws/youth-2027"))
                .contains("de 11 à 20 ans au 1er janvier 2027", "Nord", "Sud")
                .doesNotContain("/ceremony", "20 candidatures");
    }

    @Test
    void rulesAreToldInPlainWords() {
        town.established("Conseil des jeunes");

        assertThat(text("/councils/youth"))
                .contains(
                        "convoqués au moins 5 jours avant",
                        "au moins 1 membre sur 2 doit être présent : 3 si les 6 places sont occupées")
                .contains("la voix de la présidence décide", "chacun en reçoit au plus 1", "alterne");
        assertThat(text("/councils/youth?lang=en")).contains("6 seats for inhabitants, drawn by lot for 24 months.");
    }

    @Test
    void whileChanceIsAwaitedOnlyWhatIsFrozenIsShown() {
        town.established("Conseil des jeunes").announced().frozen(WAIT);

        assertThat(text("/draws/youth-2027"))
                .contains("20 candidatures sont dans la liste", "Dix dés lancés à la mairie", "10 dés à 6 faces")
                .contains("mardi 3 novembre 2026 à 3\u00a0h\u00a000", "./urne audit draw youth-2027.json")
                .doesNotContain("Valeur :", "class=\"drawn\"");
        assertThat(text("/draws/youth-2027/ceremony"))
                .contains("dans 1 jour et 3 heures", "Actualiser toutes les 30 secondes")
                .doesNotContain("http-equiv");
        assertThat(text("/draws/youth-2027/ceremony?refresh=on"))
                .contains("http-equiv=\"refresh\" content=\"30\"", "Ne plus actualiser");
    }

    @Test
    void whatOnePersonHasToldDrawsNobody() {
        town.established("Conseil des jeunes").announced().frozen(WAIT);
        clock.set(clock.instant().plus(WAIT));
        town.told("one");

        assertThat(text("/draws/youth-2027"))
                .contains("3 6 1 1 5 2 4 6 3 2", "Une seconde personne doit relever les mêmes")
                .doesNotContain("class=\"drawn\"");
        assertThat(text("/draws/youth-2027/ceremony")).doesNotContain("class=\"drawn\"");
    }

    @Test
    void theDrawIsToldWithTheNumbersOfEachCell() {
        drawn();

        assertThat(text("/draws/youth-2027"))
                .contains("6 personnes ont été tirées au sort, parmi 20 candidatures")
                .contains("14 candidatures n’ont pas été tirées", "/api/draws/youth-2027/document");
        assertThat(text("/draws/youth-2027").split("<li>\\d+</li>", -1)).hasSize(7);
        clock.set(MovableClock.midnight("2027-01-02"));
        assertThat(text("/councils/youth")).contains("6 places occupées sur 6", "numéro ", "Tirage fait");
    }

    @Test
    void theCeremonyShowsOneCellAfterAnotherOrAllAtOnce() {
        drawn();

        assertThat(text("/draws/youth-2027/ceremony?step=0")).contains("Montrer : Nord", "3 6 1 1 5 2 4 6 3 2");
        assertThat(numbers("/draws/youth-2027/ceremony?step=0")).isZero();
        assertThat(numbers("/draws/youth-2027/ceremony?step=1")).isEqualTo(4);
        assertThat(numbers("/draws/youth-2027/ceremony?step=2")).isEqualTo(6);
        assertThat(numbers("/draws/youth-2027/ceremony")).isEqualTo(6);
        assertThat(numbers("/draws/youth-2027/ceremony?step=-7")).isZero();
        assertThat(numbers("/draws/youth-2027/ceremony?step=999")).isEqualTo(6);
        assertThat(text("/draws/youth-2027/ceremony?refresh=on")).doesNotContain("http-equiv");
    }

    private int numbers(String path) {
        return text(path).split("<li>\\d+</li>", -1).length - 1;
    }

    @Test
    void quotasTellTheSmallestAndTheGreatestChance() {
        town.established("Conseil des jeunes").frozenWithQuotas(WAIT);
        assertThat(text("/draws/youth-2027")).contains("La plus petite chance", "de 3 à 4", "sur 10 tickets");

        clock.set(clock.instant().plus(WAIT));
        town.told("one").told("two");
        assertThat(text("/draws/youth-2027")).contains("Le ticket tiré");
        assertThat(numbers("/draws/youth-2027/ceremony")).isEqualTo(6);
    }

    @Test
    void theNotDrawnAreToldWhatBecameOfThem() {
        drawn();
        int other = town.others().getFirst();
        town.accepted(new OpenRole(CouncilTown.DRAW, new Role("jury", HOSTILE, 5)));
        town.accepted(new OfferRole(CouncilTown.DRAW, other, "jury"));
        town.accepted(new AnswerRole(CouncilTown.DRAW, other, "jury", true));

        assertThat(text("/draws/youth-2027"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} __${7*7}__ [[${7*7}]]", "Acceptés")
                .doesNotContain("<script>");
    }

    @Test
    void aSeatThatWasVacatedIsVacant() {
        drawn();
        clock.set(MovableClock.midnight("2027-02-01"));
        town.accepted(new VacateSeat(CouncilTown.YOUTH, 3, CouncilTown.FROM.plusDays(20), VacancyReason.RESIGNED));

        assertThat(text("/councils/youth")).contains("5 places occupées sur 6", "libre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/councils", "/councils/youth", "/draws/youth-2027", "/draws/youth-2027/ceremony"})
    void titlesAreShownAsTheyAreWritten(String path) {
        town.established(HOSTILE).announced();

        assertThat(text(path))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} __${7*7}__ [[${7*7}]]")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/councils/none", "/councils/%3Cscript%3E", "/draws/none", "/draws/none/ceremony"})
    void whatIsNotThereHasNoPage(String path) {
        Reply reply = page(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("Cette page a pris le large").doesNotContain("<script>");
    }
}
