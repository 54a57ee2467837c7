package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public pages of a children's budget from its first ideas to its works. */
class SitePagesTest {

    private static final String POLL = "children-2026-centre-a";
    private static final String HOSTILE = "<script>alert(1)</script> ${7*7} __${7*7}__ [[${7*7}]] '\"";
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    @TempDir
    Path folder;

    private Budgeting city;

    @BeforeEach
    void start() {
        city = new Budgeting(folder, false, "2026-01-12");
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private Reply page(String path) {
        return city.client.send(city.client.request(path).header("Accept", BROWSER));
    }

    private String text(String path) {
        Reply reply = page(path);
        assertThat(reply.status()).as(path + "\n" + reply.text()).isEqualTo(200);
        return reply.text();
    }

    private void vote() {
        city.studied("x", "centre-a", 300_000);
        city.studied("y", "centre-a", 200_000);
        city.studied("w", "centre-b", 100_000);
        city.day("2026-03-16");
        city.accepted(Budgeting.BUDGET + "/shortlists", Budgeting.shortlist("centre-a", "x", "y"));
        city.accepted(Budgeting.BUDGET + "/shortlists", Budgeting.shortlist("centre-b", "w"));
        city.cards(POLL, 5);
        city.cards("children-2026-centre-b", 2);
        city.day("2026-04-13");
    }

    private void declared() {
        vote();
        for (int voter = 0; voter < 5; voter++) {
            city.vote(POLL, voter, voter < 3 ? 0 : 1);
        }
        city.day("2026-05-04");
        city.declared(POLL);
        city.declared("children-2026-centre-b");
    }

    @Test
    void theFirstPageTellsWhatOneCanDoNow() {
        assertThat(text("/"))
                .contains("Budget des enfants", "10\u202f000\u00a0€", "C’est le moment de proposer", "16 mars 2026")
                .contains("href=\"/budgets/children-2026\"");
        assertThat(text("/?lang=en")).contains("Now is the time to propose", "€10,000", "16 March 2026");
    }

    @Test
    void whatPeopleWriteIsShownAsTheyWroteItAndNeverRun() {
        city.accepted(Budgeting.BUDGET + "/proposals", Budgeting.idea("evil", "centre-a", HOSTILE));
        city.accepted(Budgeting.proposal("evil") + "/acceptance");

        for (String path : List.of(
                "/budgets/children-2026",
                "/budgets/children-2026/projects",
                "/budgets/children-2026/projects/evil",
                "/children/children-2026")) {
            assertThat(text(path))
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} __${7*7}__ [[${7*7}]]")
                    .doesNotContain("<script>");
        }
    }

    @Test
    void whatIsTypedIntoTheSearchIsShownAgainAndNeverRun() {
        String found =
                text("/budgets/children-2026/projects?q=%22%3E%3Cscript%3E%24%7B7*7%7D&site=%27&page=-1&state=x");
        assertThat(found)
                .contains("Aucun projet")
                .contains("&quot;&gt;&lt;script&gt;${7*7}")
                .doesNotContain("<script>");
    }

    @Test
    void projectsAreFoundByTheBeginningsOfWordsAndByPlace() {
        city.studied("x", "centre-a", 300_000);
        city.studied("w", "centre-b", 100_000);

        assertThat(text("/budgets/children-2026/projects?q=caban")).contains("2 projets");
        assertThat(text("/budgets/children-2026/projects?site=centre-b"))
                .contains("Un projet", "une cabane w")
                .doesNotContain("une cabane x");
    }

    @Test
    void whatIsNotPublishedHasNoPage() {
        city.accepted(Budgeting.BUDGET + "/proposals", Budgeting.idea("hidden", "centre-a", "Un secret"));

        assertThat(page("/budgets/children-2026/projects/hidden").status()).isEqualTo(404);
        assertThat(text("/budgets/children-2026/projects")).doesNotContain("Un secret");
    }

    @Test
    void aProjectShowsItsStudyAndWhatItCosts() {
        city.studied("x", "centre-a", 300_000);

        assertThat(text("/budgets/children-2026/projects/x"))
                .contains(
                        "Il y a la place.",
                        "3\u202f000\u00a0€",
                        "Mme l&#39;adjointe",
                        "Un groupe de 12 (Centre social A)");
    }

    @Test
    void whileAPollIsOpenEveryPageIsTheSameWhateverWasChosen() throws IOException {
        vote();
        for (int voter = 0; voter < 3; voter++) {
            city.vote(POLL, voter, 0);
        }
        List<String> first = openPages();
        city.close();
        city = new Budgeting(Files.createDirectory(folder.resolve("other")), false, "2026-01-12");
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
        vote();
        for (int voter = 0; voter < 3; voter++) {
            city.vote(POLL, voter, 1);
        }

        assertThat(openPages()).isEqualTo(first);
        assertThat(String.join("", first)).contains("3 bulletins").doesNotContain("Arrivé en tête", "voix");
    }

    private List<String> openPages() {
        city.server.views().await(city.server.engine().log().reader().lastPosition(), java.time.Duration.ofSeconds(10));
        List<String> pages = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/budgets/children-2026",
                "/budgets/children-2026/outcome",
                "/budgets/children-2026/projects",
                "/budgets/children-2026/projects/x",
                "/budgets/children-2026/works",
                "/polls/" + POLL,
                "/open-data",
                "/children",
                "/children/children-2026",
                "/children/children-2026/outcome")) {
            pages.add(text(path).replaceAll("[0-9a-f]{64}", "hash"));
        }
        return pages;
    }

    @Test
    void theOutcomeTellsOfEveryProjectWhyItWonOrLost() {
        declared();

        assertThat(text("/budgets/children-2026/outcome"))
                .contains("Arrivé en tête avec 3 voix. Il restait ensuite 1\u202f000\u00a0€.")
                .contains("2 voix, mais le projet coûte plus que les 1\u202f000\u00a0€ qui restaient.");
        assertThat(text("/budgets/children-2026/outcome?lang=en"))
                .contains("First with 3 votes. €1,000 were left after it.");
        assertThat(text("/children/children-2026/outcome")).contains("Et voici ce qui a gagné", "Projet x");
        assertThat(text("/polls/" + POLL)).contains("5 bulletins comptés", "Résultat publié");
        assertThat(text("/budgets/children-2026/projects/y")).contains("Non retenu", "2 voix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyLinkInsideTheSiteAnswersAndKeepsTheLanguage(String language) {
        declared();
        city.day("2026-05-18");
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/?lang=" + language));
        List<String> broken = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            Reply reply = page(path);
            if (reply.status() != (path.startsWith("/desk") ? 302 : 200)) {
                broken.add(reply.status() + " " + path);
            }
            if (!reply.header("Content-Type").startsWith("text/html") || hasScripts(path)) {
                continue;
            }
            assertThat(reply.text().contains("<html lang=\"" + language + "\""))
                    .as("language of " + path)
                    .isTrue();
            assertThat(reply.text().contains("??") || reply.text().contains("style=\""))
                    .as("texts of " + path)
                    .isFalse();
            assertThat(reply.header("Set-Cookie")).as(path).isEmpty();
            LINK.matcher(reply.text())
                    .results()
                    .map(found -> linked(path, found.group(1)))
                    .forEach(link -> {
                        assertThat(link).as("a link on " + path).startsWith("/");
                        if (isOurs(link, language) && seen.add(link)) {
                            waiting.add(link);
                        }
                    });
        }
        assertThat(broken).isEmpty();
        assertThat(seen).hasSizeGreaterThan(40);
    }

    /** Pages that remember the language by themselves. */
    private static boolean hasScripts(String path) {
        return path.startsWith("/desk") || path.startsWith("/vote");
    }

    private static boolean isOurs(String link, String language) {
        return !link.endsWith("lang=" + (language.equals("fr") ? "en" : "fr")) && !link.startsWith("/openapi");
    }

    private static String linked(String path, String link) {
        String plain = link.replace("&amp;", "&").replaceAll("#.*", "");
        if (plain.isEmpty()) {
            return path;
        }
        if (plain.startsWith("?")) {
            return path.replaceAll("\\?.*", "") + plain;
        }
        return plain;
    }

    @Test
    void peopleGetAPageForWhatIsNotThereAndProgramsAProblem() {
        Reply lost = page("/nowhere");
        assertThat(lost.status()).isEqualTo(404);
        assertThat(lost.text()).contains("Cette page a pris le large", "href=\"/\"");
        assertThat(page("/budgets/none?lang=en").text()).contains("This page has sailed away");
        assertThat(page("/budgets/%3Cscript%3E").text()).doesNotContain("<script>");

        assertThat(city.client.get("/nowhere").header("Content-Type")).startsWith("application/problem+json");
        assertThat(page("/api/budgets/none").header("Content-Type")).startsWith("application/problem+json");
        Reply wrong = city.client.send(city.client
                .request("/budgets/children-2026")
                .header("Accept", BROWSER)
                .DELETE());
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.text()).contains("Cette demande ne se comprend pas");
    }

    @Test
    void theQuizAsksTellsWhyAndKeepsNothing() {
        assertThat(text("/children/quiz/1"))
                .contains("école primaire", "/children/quiz/1?answer=city")
                .doesNotContain("La ville construit");
        assertThat(text("/children/quiz/1?answer=city")).contains("Oui, bravo", "La ville construit");
        assertThat(text("/children/quiz/1?answer=region&lang=en")).contains("The right answer: The city");
        assertThat(text("/children/quiz/1?answer=%3Cscript%3E")).contains("/children/quiz/1?answer=city");
        assertThat(page("/children/quiz/99").status()).isEqualTo(404);
        assertThat(page("/children/quiz/1?answer=city").header("Set-Cookie")).isEmpty();
    }

    @Test
    void theQuestionsOfTheCityAreAskedAndABrokenFileIsToldInOneSentence() throws IOException {
        Path file = folder.resolve("quiz.yaml");
        Files.writeString(file, """
                who:
                - {id: city, name: {fr: La ville, en: The city}}
                - {id: moon, name: {fr: "<b>La lune</b>", en: The moon}}
                questions:
                - question: {fr: Qui allume les lampes ?, en: Who lights the lamps?}
                  choices: [city, moon]
                  answer: city
                  why: {fr: La ville., en: The city.}
                """);
        assertThat(text("/children/quiz/1")).contains("Qui allume les lampes", "&lt;b&gt;La lune");

        Files.writeString(file, "who: []\nquestions: []\n");
        Reply rests = page("/children/quiz");
        assertThat(rests.status()).isEqualTo(503);
        assertThat(rests.text())
                .contains("Le quiz se repose", "who: 2 to 12 are possible, not 0")
                .doesNotContain("Exception", "eu.urne");
    }
}
