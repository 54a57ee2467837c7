package eu.urne.api.rest;

import static eu.urne.api.rest.Budgeting.BUDGET;
import static eu.urne.api.rest.Budgeting.proposal;
import static eu.urne.api.rest.Budgeting.reason;
import static eu.urne.api.rest.Budgeting.shortlist;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole year of a budget over REST, from its opening to what the common rest pays; the clock leads its phases. */
class BudgetYearOverRestTest {

    private static final String POLL_A = "children-2026-centre-a";
    private static final String POLL_B = "children-2026-centre-b";

    @TempDir
    Path folder;

    private Budgeting city;

    @BeforeEach
    void start() {
        city = new Budgeting(folder, false, "2026-01-12");
    }

    @AfterEach
    void stop() {
        city.close();
    }

    /** Two parts: at centre-a x (300,000), y (200,000) and z (150,000); at centre-b w (100,000) alone. */
    private void throughTheYear() {
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
        city.studied("x", "centre-a", 300_000);
        city.studied("y", "centre-a", 200_000);
        city.studied("z", "centre-a", 150_000);
        city.studied("w", "centre-b", 100_000);
        city.accepted(BUDGET + "/proposals", Budgeting.idea("x2", "centre-a", "L'été 🏖 à l'école"));
        city.accepted(proposal("x2") + "/acceptance");
        city.accepted(proposal("x2") + "/merger", "{\"into\":\"x\",\"reason\":\"la même idée\"}");
        city.day("2026-03-16");
        city.accepted(BUDGET + "/shortlists", shortlist("centre-a", "x", "y", "z"));
        city.accepted(BUDGET + "/shortlists", shortlist("centre-b", "w"));
        city.cards(POLL_A, 5);
        city.cards(POLL_B, 2);
        city.day("2026-04-13");
        for (int voter = 0; voter < 5; voter++) {
            city.vote(POLL_A, voter, voter < 3 ? 0 : voter - 2);
        }
        city.vote(POLL_B, 0, 0);
        city.day("2026-05-04");
        city.declared(POLL_A);
        city.declared(POLL_B);
        city.accepted(BUDGET + "/rest");
        city.day("2026-05-18");
    }

    @Test
    void budgetGoesFromItsOpeningToWhatTheRestPays() {
        throughTheYear();
        assertThat(city.get(BUDGET).get("phase").asString()).isEqualTo("WORKS");

        JsonNode outcome = city.get(BUDGET + "/outcome");
        JsonNode a = outcome.get("parts").get(0);
        assertThat(a.get("state").asString()).isEqualTo("DECLARED");
        assertThat(ids(a.get("winners"))).containsExactly("x");
        assertThat(ids(a.get("losers"))).containsExactly("y", "z");
        assertThat(a.get("left").asLong()).isEqualTo(100_000);
        assertThat(a.get("winners").get(0).get("reason").asString())
                .isEqualTo("Selected in place 1 with the score 3; 100000 cents were left after it.");
        assertThat(a.get("losers").get(1).get("reason").asString())
                .isEqualTo("Not selected with the score 1: it costs more than the 100000 cents that were left."
                        + " The common rest pays it.");
        JsonNode rest = outcome.get("rest");
        assertThat(rest.get("cents").asLong()).isEqualTo(600_000); // 200,000, and 100,000 and 300,000 left
        assertThat(ids(rest.get("awarded"))).containsExactly("z", "y"); // equal shares: the cheaper first
        assertThat(rest.get("left").asLong()).isEqualTo(250_000);
        assertThat(city.get(BUDGET + "/proposals?state=won").get("total").asInt())
                .isEqualTo(4);
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(each -> ids.add(each.get("proposal").asString()));
        return ids;
    }

    @Test
    void clockOpensAndClosesThePollsAsCommandsOfItsOwn() {
        throughTheYear();

        JsonNode steps = city.get(BUDGET).get("steps");
        assertThat(steps.size()).isEqualTo(6);
        assertThat(steps.get(3).get("phase").asString()).isEqualTo("VOTE");
        assertThat(steps.get(3).get("atMs").asLong())
                .isEqualTo(MovableClock.midnight("2026-04-13").toEpochMilli());
        assertThat(city.get("/api/polls/" + POLL_A + "/turnout").get("ballots").asLong())
                .isEqualTo(5);
        assertThat(city.vote(POLL_A, 0, 0).status()).isIn(200, 409);
    }

    @Test
    void proposalShowsWhatWasDecidedAndWhoIsCredited() {
        throughTheYear();
        JsonNode x = city.get(proposal("x"));

        assertThat(x.get("title").asString()).isEqualTo("Projet x");
        assertThat(x.get("state").asString()).isEqualTo("won");
        assertThat(x.get("cents").asLong()).isEqualTo(300_000);
        assertThat(x.get("study").get("feasibility").get("reason").asString()).isEqualTo("Il y a la place.");
        assertThat(x.get("study").get("confirmedBy").asString()).startsWith("staff/");
        assertThat(x.get("verdict").get("verdict").asString()).isEqualTo("selected");
        assertThat(x.get("credits").get(0).get("proposal").asString()).isEqualTo("x2");
        JsonNode merged = city.get(proposal("x2"));
        assertThat(merged.get("mergedInto").asString()).isEqualTo("x");
        assertThat(merged.get("title").asString()).isEqualTo("L'été 🏖 à l'école");
        assertThat(merged.get("reason").asString()).isEqualTo("la même idée");
    }

    @Test
    void rebuiltViewsShowTheSame() {
        throughTheYear();
        List<String> before = seen();
        city.close();
        city = new Budgeting(folder, true, "2026-05-18");

        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void verifierAcceptsTheLogOfTheYear() throws Exception {
        throughTheYear();
        Path archive = Files.write(
                folder.resolve("evidence.zip"),
                city.client.get("/api/evidence.zip").bytes());
        try (EvidenceSource evidence = EvidenceSource.open(archive.toString())) {
            assertThat(Verification.of(evidence).run().findings()).isEmpty();
        }
    }

    private List<String> seen() {
        return Stream.of(
                        "/api/budgets",
                        BUDGET,
                        BUDGET + "/outcome",
                        BUDGET + "/proposals",
                        BUDGET + "/proposals?q=cabane",
                        proposal("x"),
                        proposal("x2"),
                        proposal("y"))
                .map(path -> city.get(path).toString())
                .toList();
    }

    @Test
    void outcomeTellsNothingWhilePeopleVote() {
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
        city.studied("x", "centre-a", 300_000);
        city.day("2026-03-16");
        city.accepted(BUDGET + "/shortlists", shortlist("centre-a", "x"));
        city.accepted(BUDGET + "/lapses", "{\"part\":\"centre-b\",\"reason\":\"Rien n'est faisable\"}");
        city.cards(POLL_A, 2);
        city.day("2026-04-13");
        city.vote(POLL_A, 0, 0);

        JsonNode parts = city.get(BUDGET + "/outcome").get("parts");
        assertThat(parts.get(0).toString())
                .isEqualTo("{\"part\":\"centre-a\",\"title\":\"Centre A\",\"cents\":400000,\"state\":\"PENDING\","
                        + "\"poll\":\"" + POLL_A + "\",\"winners\":[],\"losers\":[]}");
        assertThat(parts.get(1).get("state").asString()).isEqualTo("LAPSED");
        assertThat(parts.get(1).get("reason").asString()).isEqualTo("Rien n'est faisable");
    }

    @Test
    void whatIsNotPublishedIsForTheStaffOnly() {
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
        city.accepted(BUDGET + "/proposals", Budgeting.idea("a", "centre-a", "Une piscine"));
        city.accepted(BUDGET + "/proposals", Budgeting.idea("b", "centre-a", "Une insulte"));
        city.accepted(proposal("a") + "/acceptance");
        city.accepted(proposal("b") + "/rejection", reason("hors sujet"));

        assertThat(ids(city.get(BUDGET + "/proposals").get("items"))).containsExactly("a");
        assertThat(ids(city.staffGet(BUDGET + "/proposals").get("items"))).containsExactly("b", "a");
        assertThat(ids(city.get(BUDGET + "/proposals?q=INSULTE").get("items"))).isEmpty();
        assertThat(ids(city.staffGet(BUDGET + "/proposals?q=insul").get("items")))
                .containsExactly("b");
        JsonNode rejected = city.get(proposal("b"));
        assertThat(rejected.get("reason").asString()).isEqualTo("hors sujet");
        assertThat(rejected.has("title")).isFalse();
        assertThat(rejected.has("text")).isFalse();
        assertThat(city.staffGet(proposal("b")).get("title").asString()).isEqualTo("Une insulte");
    }

    @Test
    void listsAreFilteredAndPaged() {
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
        for (int i = 0; i < 5; i++) {
            city.accepted(BUDGET + "/proposals", Budgeting.idea("p" + i, i < 3 ? "centre-a" : "centre-b", "Idée " + i));
            city.accepted(proposal("p" + i) + "/acceptance");
        }
        city.accepted(proposal("p4") + "/decline", reason("trop cher"));

        JsonNode second = city.get(BUDGET + "/proposals?page=1&size=2");
        assertThat(second.get("total").asInt()).isEqualTo(5);
        assertThat(ids(second.get("items"))).containsExactly("p2", "p1");
        assertThat(ids(city.get(BUDGET + "/proposals?site=centre-b&category=play")
                        .get("items")))
                .containsExactly("p4", "p3");
        assertThat(ids(city.get(BUDGET + "/proposals?state=declined").get("items")))
                .containsExactly("p4");
        assertThat(city.get(BUDGET).get("proposals").toString()).isEqualTo("{\"accepted\":4,\"declined\":1}");
        Budgeting.refused(
                city.client.get(BUDGET + "/proposals?state=nowhere"), 422, "state: there is no state \"nowhere\"");
        Budgeting.refused(
                city.client.get(BUDGET + "/proposals?size=101"), 422, "page: from 0 to 100000; size: from 1 to 100");
    }

    @Test
    void staffIsRemindedOfWhatWaitsTooLong() {
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
        city.accepted(BUDGET + "/proposals", Budgeting.idea("a", "centre-a", "Une piscine"));
        city.accepted(proposal("a") + "/acceptance");
        city.accepted(proposal("a") + "/assignment", "{\"department\":\"Sports\"}");
        city.day("2026-02-16");
        assertThat(city.staffGet(BUDGET + "/reminders").size()).isZero();
        city.day("2026-02-17");
        assertThat(city.staffGet(BUDGET + "/reminders").toString())
                .isEqualTo("[{\"proposal\":\"a\",\"state\":\"assigned\",\"department\":\"Sports\","
                        + "\"since\":\"2026-02-02\",\"days\":15}]");
        city.accepted(proposal("a") + "/study", Budgeting.study(100));
        assertThat(city.staffGet(BUDGET + "/reminders").size()).isZero();
        city.day("2026-03-15");
        assertThat(city.staffGet(BUDGET + "/reminders").get(0).get("state").asString())
                .isEqualTo("studied"); // waits for its confirmation
        city.confirmedBySecond(proposal("a") + "/confirmation");
        assertThat(city.staffGet(BUDGET + "/reminders").size()).isZero();
        assertThat(city.client.get(BUDGET + "/reminders").status()).isEqualTo(401);
    }
}
