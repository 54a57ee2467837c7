package eu.urne.api.rest;

import static eu.urne.api.rest.Budgeting.BUDGET;
import static eu.urne.api.rest.Budgeting.proposal;
import static eu.urne.api.rest.Budgeting.shortlist;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Open data of a budget: from its outcome on, what is published of its proposals. */
class BudgetDataOverRestTest {

    @TempDir
    static Path folder;

    private static Budgeting city;
    private static Reply before;

    @BeforeAll
    static void throughTheYear() {
        city = new Budgeting(folder, false, "2026-01-12");
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
        city.studied("x", "centre-a", 300_000);
        city.studied("w", "centre-b", 100_000);
        city.accepted(BUDGET + "/proposals", Budgeting.idea("tricky", "centre-a", "=1+1 🏖 l'été"));
        city.accepted(proposal("tricky") + "/acceptance");
        city.accepted(BUDGET + "/proposals", Budgeting.idea("hidden", "centre-a", "pas publié"));
        city.accepted(proposal("hidden") + "/rejection", Budgeting.reason("hors sujet"));
        city.day("2026-03-16");
        city.accepted(BUDGET + "/shortlists", shortlist("centre-a", "x"));
        city.accepted(BUDGET + "/shortlists", shortlist("centre-b", "w"));
        city.cards("children-2026-centre-a", 1);
        city.cards("children-2026-centre-b", 1);
        city.day("2026-04-13");
        before = city.client.get(BUDGET + "/open-data.csv");
        city.vote("children-2026-centre-a", 0, 0);
        city.day("2026-05-04");
        city.declared("children-2026-centre-a");
        city.declared("children-2026-centre-b");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void thereAreNoneBeforeTheOutcome() {
        Budgeting.refused(before, 409, "the open data of children-2026 come with its outcome, not before");
        Budgeting.refused(city.client.get("/api/budgets/nobody/open-data.json"), 404, "there is no budget nobody");
    }

    @Test
    void theCsvHasWhatIsPublishedAndNoFormula() {
        assertThat(city.client.get(BUDGET + "/open-data.csv").text().lines())
                .containsExactly(
                        "budget,proposal,title,state,site,category,part,cost,currency,submitted",
                        "children-2026,tricky,'=1+1 🏖 l'été,accepted,centre-a,play,,,EUR,2026-02-02",
                        "children-2026,w,Projet w,won,centre-b,play,centre-b,1000.00,EUR,2026-02-02",
                        "children-2026,x,Projet x,won,centre-a,play,centre-a,3000.00,EUR,2026-02-02");
    }

    @Test
    void theJsonHasBudgetOutcomeAndProposals() {
        JsonNode data = city.get(BUDGET + "/open-data.json");

        assertThat(data.get("budget").get("phase").asString()).isEqualTo("OUTCOME");
        assertThat(data.get("outcome").get("parts").size()).isEqualTo(2);
        assertThat(data.get("proposals").size()).isEqualTo(3);
        assertThat(data.get("proposals").get(2).get("cost").asLong()).isEqualTo(300_000);
    }

    @Test
    void theCatalogueNamesTheBudgetAndItsPolls() {
        assertThat(city.get("/api/catalog").get("dcat:dataset").valueStream().map(dataset -> dataset.get("@id")
                        .asString()))
                .containsExactly(BUDGET, "/api/polls/children-2026-centre-a", "/api/polls/children-2026-centre-b");
    }
}
