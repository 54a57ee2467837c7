package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets are opened, and their phases moved, by forms of the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetsAtTheDeskTest {

    private static final String PAGE = "/desk/budgets";

    private Server server;
    private Staff ada;
    private Staff claire;

    @BeforeAll
    void start(@TempDir Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T10:00:30Z"), ZoneOffset.UTC);
        server =
                Server.start(new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(), clock));
        ada = Staff.administrator(server);
        claire = ada.colleague(server, "Claire", "", Role.CITY);
    }

    @AfterAll
    void end() {
        server.close();
    }

    private static Map<String, String> form(String id) {
        Map<String, String> form = new HashMap<>(Map.of(
                "budget", id,
                "title", "Budget des <i>enfants</i> ${7*7}",
                "audience", "CHILDREN",
                "amount", "10 000,00",
                "currency", "EUR",
                "split", "SITE",
                "rest", "1 000,50 €",
                "restRule", "BEST_SHARE",
                "zone", "Europe/Paris",
                "studyDays", "20"));
        form.putAll(Map.of(
                "part-1-title", "Centre social A",
                "part-1-euros", "4000",
                "part-3-title", "L’école",
                "part-3-euros", "4 999,50",
                "part-3-id", "ecole",
                "site-1-name", "Centre social A",
                "site-2-name", "L’école « d’à côté »",
                "site-2-id", "ecole",
                "site-2-district", "nord",
                "fourEyes", "yes"));
        List<String> days = List.of("2027-01-12", "02/02/2027", "2027-03-16", "2027-04-13", "2027-05-04", "2027-05-18");
        List<Phase> phases = List.of(Phase.values());
        for (int i = 0; i < days.size(); i++) {
            form.put("day-" + phases.get(i), days.get(i));
        }
        return form;
    }

    private BudgetTerms terms(String id) {
        return server.views().budgets().terms(new BudgetId(id)).orElseThrow();
    }

    private long entries() {
        return server.engine().log().reader().lastPosition();
    }

    @Test
    void aBudgetIsOpenedAsItIsTyped() {
        Staff.Answer answer = claire.send(PAGE, form("opened"));

        assertThat(answer.location()).as(answer.text()).isEqualTo(PAGE + "/opened");
        assertThat(claire.get(PAGE + "/opened").text())
                .contains("Le budget est ouvert", "Budget des &lt;i&gt;enfants&lt;/i&gt; ${7*7}")
                .doesNotContain("<i>enfants");
        BudgetTerms terms = terms("opened");
        assertThat(terms.amount().cents()).isEqualTo(1_000_000);
        assertThat(terms.rest()).isEqualTo(100_050);
        assertThat(terms.parts())
                .extracting(part -> part.id() + " " + part.cents())
                .containsExactly("centre-social-a 400000", "ecole 499950");
        assertThat(terms.sites())
                .extracting(site -> site.id() + " " + site.district())
                .containsExactly("centre-social-a null", "ecole nord");
        assertThat(terms.calendar().day(Phase.IDEAS)).isEqualTo(LocalDate.of(2027, 2, 2));
        assertThat(terms.rules().fourEyes()).isTrue();
        assertThat(terms.rules().groupsOnly()).isFalse();
        assertThat(claire.get("/budgets/opened").status()).isEqualTo(200);
    }

    @Test
    void aBudgetThatIsNotSplitNeedsNoParts() {
        Map<String, String> form = form("whole");
        form.keySet().removeIf(field -> field.startsWith("part-"));
        form.putAll(Map.of("split", "NONE", "rest", "", "restRule", "NONE"));

        assertThat(claire.send(PAGE, form).location()).isEqualTo(PAGE + "/whole");
        assertThat(terms("whole").parts().getFirst().cents()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            budget       | Pas Un Id        | budget      | lettres minuscules sans accent
            title        | ''               | title       | Le nom a de 1 à 200 caractères
            amount       | ''               | amount      | Il faut un montant
            amount       | 10.000           | amount      | Écrivez un montant comme
            amount       | 1e9              | amount      | Écrivez un montant comme
            amount       | 99999999999999   | amount      | Le montant est trop grand
            amount       | 9000             | parts       | les parts et le reste font 10000
            rest         | -5               | rest        | Écrivez un montant comme
            restRule     | NONE             | restRule    | Dites ce que devient le reste
            restRule     | ${7*7}           | restRule    | Choisissez dans la liste
            currency     | euros            | currency    | trois lettres majuscules
            audience     | DOGS             | audience    | Choisissez dans la liste
            part-1-euros | 0,001            | part-1-euros| Écrivez un montant comme
            part-3-euros | ''               | part-3-euros| Il faut un montant
            part-3-id    | nulle-part       | parts       | nulle-part n’est l’identifiant d’aucun site
            site-2-id    | centre-social-a  | sites       | centre-social-a est là deux fois
            day-VOTE     | demain           | day-VOTE    | Choisissez un jour
            day-VOTE     | 2027-02-31       | day-VOTE    | Choisissez un jour
            day-VOTE     | 2026-01-01       | calendar    | la phase « vote » commence après
            zone         | Mars/Olympus     | zone        | Ce fuseau horaire n’existe pas
            studyDays    | 0                | studyDays   | un nombre entier de 1 à 366
            """)
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedIsKept(
            String field, String typed, String beside, String sentence) {
        Map<String, String> form = form("wrong");
        form.put(field, typed);
        long before = entries();

        Staff.Answer answer = claire.send(PAGE, form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .containsPattern("id=\"open-" + beside + "-problem\">[^<]*" + java.util.regex.Pattern.quote(sentence))
                .contains("value=\"Centre social A\"", "value=\"nord\"", "L’école « d’à côté »")
                .doesNotContain("<i>enfants");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void missingFieldsAreNoDefect() {
        assertThat(claire.send(PAGE, Map.of()).status()).isEqualTo(422);
        assertThat(claire.send(PAGE, Map.of("budget", "x", "rows-part", "999999"))
                        .status())
                .isEqualTo(422);
        assertThat(claire.send(PAGE, Map.of("more", "part", "rows-part", "-1", "part-1-title", "\"><script>"))
                        .text())
                .contains("part-9-title", "&quot;&gt;&lt;script&gt;")
                .doesNotContain("part-10-title", "\"><script>");
        assertThat(claire.send(PAGE, Map.of("more", "__${7*7}__")).status()).isEqualTo(200);
    }

    @Test
    void aDoubleClickOpensOneBudgetAndAnotherOneOfThatNameIsRefused() {
        String fields = form("double").entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String form = fields + "&key=one-click&_csrf=" + claire.token(PAGE);
        claire.post(PAGE, form);
        long after = entries();

        assertThat(claire.post(PAGE, form).location()).isEqualTo(PAGE + "/double");

        assertThat(entries()).isEqualTo(after);
        Map<String, String> other = form("double");
        other.put("title", "Un autre");
        Staff.Answer answer = claire.send(PAGE, other);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Un budget de cet identifiant existe déjà", "value=\"Un autre\"");
    }

    @Test
    void onlyTheCityWithoutLimitsOpensAndMovesBudgets() {
        claire.send(PAGE, form("guarded"));
        long before = entries();
        Staff only = ada.colleague(server, "Only", "ecole", Role.CITY);
        Staff animator = ada.colleague(server, "Anim", "", Role.ANIMATOR);
        for (Staff staff : List.of(only, animator)) {
            String token = "_csrf=" + staff.token("/desk");
            assertThat(staff.post(PAGE, token + "&budget=x").status()).isEqualTo(403);
            assertThat(staff.post(PAGE + "/guarded/calendar", token + "&phase=VOTE&day=2027-04-14&reason=x")
                            .status())
                    .isEqualTo(403);
            assertThat(staff.post(PAGE + "/guarded/lapse", token + "&part=ecole&reason=x")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(claire.post(PAGE, "budget=x").status()).isEqualTo(403); // no token
        assertThat(only.get(PAGE).text()).doesNotContain("name=\"part-1-euros\"");
        assertThat(claire.post(PAGE + "/nothing/calendar", "_csrf=" + claire.token("/desk"))
                        .status())
                .isEqualTo(404);
        assertThat(entries()).isEqualTo(before);
    }

    private String move(Map<String, String> fields) {
        String page = PAGE + "/moved";
        Staff.Answer answer = claire.send(page, page + "/calendar", fields);
        assertThat(answer.location()).as(answer.text()).isEqualTo(page);
        return claire.get(page).text();
    }

    @Test
    void aPhaseIsMovedForAReasonThatIsPublished() {
        claire.send(PAGE, form("moved"));
        assertThat(move(Map.of("phase", "VOTE", "day", "2027-04-20", "reason", "Les <vacances>")))
                .contains("La phase est déplacée", "Vote : déplacé au 20 avril 2027", "Les &lt;vacances&gt;");
        assertThat(move(Map.of("phase", "VOTE", "day", "2027-04-21", "reason", " ")))
                .contains("id=\"move-reason-problem\">Raison : dites pourquoi", "value=\"2027-04-21\"");
        assertThat(move(Map.of("phase", "KICK_OFF", "day", "2027-04-21", "reason", "x")))
                .contains("id=\"move-phase-problem\">Cette phase a déjà commencé");
        assertThat(move(Map.of("phase", "VOTE", "day", "2028-04-21", "reason", "gardée")))
                .contains("Calendrier : la phase « résultat » commence après", ">gardée</textarea>");
        assertThat(move(Map.of("phase", "<b>", "day", "x")))
                .contains("id=\"move-phase-problem\">Choisissez dans la liste");
        assertThat(terms("moved").calendar().day(Phase.VOTE)).isEqualTo(LocalDate.of(2027, 4, 20));
        claire.get(PAGE + "/moved?lang=en");
        assertThat(move(Map.of("phase", "VOTE"))).contains("Choose a day, or write it like");
        claire.get(PAGE + "/moved?lang=fr");
    }

    @Test
    void moneyAndDaysAreReadAsPeopleWriteThem() {
        assertThat(typed("12 500,50 €").cents("f")).isEqualTo(1_250_050);
        assertThat(typed("90071992547409.91").cents("f")).isEqualTo(9_007_199_254_740_991L);
        assertThat(typed("0,1").cents("f")).isEqualTo(10);
        assertThat(typed(" ").cents("f")).isNull();
        assertThat(typed("−120,05").signedCents("f")).isEqualTo(-12_005);
        for (String wrong :
                List.of("-1", "-0", "1e3", "1.250", "1,2,3", "0,005", "NaN", "12 euros", "90071992547409.92")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> typed(wrong).cents("f"))
                    .withMessageStartingWith("f: ");
        }
        assertThat(typed("3/4/2027").day("f")).isEqualTo(LocalDate.of(2027, 4, 3));
        assertThat(TypedForm.nameOf(" L’École « d’à côté » ")).isEqualTo("l-ecole-d-a-cote");
        assertThat(TypedForm.nameOf("日本")).isEmpty();
    }

    private static TypedForm typed(String text) {
        return TypedForm.of("form", Map.of("f", text));
    }
}
