package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.PollTerms;
import eu.urne.engine.poll.Presentation;
import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.roll.EligibilityRule.AllOf;
import eu.urne.engine.roll.EligibilityRule.AttendsSite;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is voted on is published, and a part given up, by forms of the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShortlistsAtTheDeskTest {

    private static final String PAGE = CityHall.PAGE + "/parts/centre-a/shortlist";

    private CityHall hall;

    @BeforeAll
    void start(@TempDir Path folder) {
        hall = new CityHall(folder);
        hall.studied("hut", "centre-a", "<script>alert(1)</script> ${7*7}", 300_000);
        hall.studied("pond", "centre-a", "Une mare", 250_000);
        hall.studied("palace", "centre-a", "Un palais", 400_001);
        hall.studied("pool", "centre-b", "Une piscine", 100_000);
    }

    @AfterAll
    void end() {
        hall.close();
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "place-hut", "2",
                "title-hut", "Une cabane <b>",
                "place-pond", "1",
                "title-pond", "Une mare",
                "place-palace", "",
                "kind", "APPROVAL",
                "max", "2",
                "rule", "SHARES",
                "tieBreak", "COST",
                "eligibility", "les enfants <du> centre"));
    }

    @Test
    @Order(1)
    void itWaitsForThePhaseOfStudy() {
        assertThat(hall.claire.get(CityHall.PAGE).text()).doesNotContain("/shortlist");
        Staff.Answer early = hall.claire.send(PAGE, form());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text()).contains("Ce n’est pas encore possible dans la phase");
        hall.phase("STUDY");
        assertThat(hall.claire.get(CityHall.PAGE).text()).contains(PAGE);
    }

    @Test
    @Order(2)
    void onlyProposalsOfThePartThatAreReadyAreOffered() {
        assertThat(hall.claire.get(PAGE).text())
                .contains(
                        "place-hut",
                        "place-pond",
                        "&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}",
                        "3 000".replace(' ', '\u202f'))
                .doesNotContain("place-pool", "<script>alert");
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource(delimiter = '|', textBlock = """
            place-hut    | 1        | proposals | deux ont la place 1
            place-hut    | -3       | place-hut | un nombre entier de 1 à 1000
            place-hut    | <b>      | place-hut | un nombre entier de 1 à 1000
            title-hut    | ''       | proposals | le titre de hut a de 1 à 200
            place-pool   | 3        | proposals | le titre de pool
            place-palace | 3        | proposals | le titre de palace
            max          | 3        | max       | un nombre entier de 1 à 2
            max          | many     | max       | un nombre entier de 1 à 2
            kind         | MOTION   | kind      | Choisissez dans la liste
            rule         | ''       | rule      | Choisissez dans la liste
            tieBreak     | lot:x    | tieBreak  | Choisissez dans la liste
            eligibility  | ' '      | eligibility | Dites en mots qui peut voter
            ageFrom      | 200      | ageFrom   | un nombre entier de 0 à 150
            """)
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedIsKept(
            String field, String typed, String beside, String sentence) {
        Map<String, String> form = form();
        form.put(field, typed);
        long before = hall.entries();

        Staff.Answer answer = hall.claire.send(PAGE, form);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text())
                .containsPattern("id=\"shortlist-" + beside + "-problem\">[^<]*" + Pattern.quote(sentence))
                .contains("value=\"Une mare\"")
                .doesNotContain("<du>", "cabane <b>");
        assertThat(hall.entries()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void aProposalOfAnotherPartOrOverItsMoneyIsRefused() {
        Map<String, String> other = form();
        other.putAll(Map.of("place-pool", "3", "title-pool", "Une piscine"));
        assertThat(hall.claire.send(PAGE, other).text()).contains("Projets : pool n’est pas de cette part");
        Map<String, String> dear = form();
        dear.putAll(Map.of("place-palace", "3", "title-palace", "Un palais"));
        assertThat(hall.claire.send(PAGE, dear).text()).contains("Projets : palace coûte plus que la part");
        Map<String, String> unknown = form();
        unknown.putAll(Map.of("place-nothing", "3", "title-nothing", "Rien", "place-../x", "4"));
        assertThat(hall.claire.send(PAGE, unknown).status()).isBetween(409, 422);
        Map<String, String> points = form();
        points.putAll(Map.of("kind", "POINTS", "points", "6", "perProject", "3", "rule", "PHRAGMEN"));
        assertThat(hall.claire.send(PAGE, points).text()).contains("Ce comptage ne compte pas ces bulletins");
        assertThat(hall.claire.send(PAGE, Map.of()).status()).isEqualTo(422);
    }

    @Test
    @Order(5)
    void onlyTheCityWithoutLimitsPublishes() {
        long before = hall.entries();
        Staff only = hall.ada.colleague(hall.server, "Only", "centre-a", Role.CITY);
        Staff animator = hall.ada.colleague(hall.server, "Anim", "", Role.ANIMATOR);
        for (Staff staff : List.of(only, animator)) {
            assertThat(staff.get(PAGE).status()).isEqualTo(403);
            assertThat(staff.post(PAGE, "_csrf=" + staff.token("/desk")).status())
                    .isEqualTo(403);
        }
        assertThat(hall.claire.post(PAGE, "place-hut=1").status()).isEqualTo(403);
        assertThat(hall.claire.get(CityHall.PAGE + "/parts/nothing/shortlist").status())
                .isEqualTo(404);
        assertThat(hall.entries()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void aShortlistIsPublishedAndItsPollDefined() {
        Map<String, String> form = form();
        form.putAll(Map.of("ofSites", "yes", "ageFrom", "8", "ageTo", "12", "shuffled", "yes", "paper", "yes"));

        assertThat(hall.after(hall.claire, PAGE, PAGE, form))
                .contains("La liste est publiée", "/desk/polls/children-2026-centre-a");

        PollDefinition definition = PollDefinition.read(hall.server
                .views()
                .polls()
                .poll(new PollId("children-2026-centre-a"))
                .orElseThrow()
                .definition());
        PollTerms terms = definition.terms();
        assertThat(definition.options())
                .containsExactly(
                        new PollOption("pond", "Une mare", 250_000), new PollOption("hut", "Une cabane <b>", 300_000));
        assertThat(terms.limits()).isEqualTo(new BallotKind.Approval(2));
        assertThat(terms.hasPaper()).isTrue();
        assertThat(terms.revote()).isFalse();
        assertThat(terms.order()).isEqualTo(Presentation.SHUFFLED);
        assertThat(terms.who())
                .isEqualTo(new AllOf(List.of(
                        new AttendsSite(List.of("centre-a")), new AgeBetween(8, 12, LocalDate.of(2026, 4, 13)))));
        assertThat(hall.claire.get("/polls/children-2026-centre-a").text())
                .contains("Une cabane &lt;b&gt;")
                .doesNotContain("cabane <b>");
        assertThat(hall.claire
                        .send(PAGE, Map.of("place-hut", "1", "title-hut", "x"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Order(7)
    void aPartIsGivenUpForAReason() {
        String action = CityHall.PAGE + "/lapse";
        assertThat(hall.after(hall.claire, CityHall.PAGE, action, Map.of("part", "centre-b", "reason", "")))
                .contains("id=\"lapse-centre-b-reason-problem\">Raison : dites pourquoi");
        assertThat(hall.after(hall.claire, CityHall.PAGE, action, Map.of("part", "nothing", "reason", "x")))
                .contains("Il n’y a pas cette part");
        assertThat(hall.after(hall.claire, CityHall.PAGE, action, Map.of("part", "centre-b", "reason", "Trop <peu>")))
                .contains("La part est abandonnée", "Trop &lt;peu&gt;");
    }
}
