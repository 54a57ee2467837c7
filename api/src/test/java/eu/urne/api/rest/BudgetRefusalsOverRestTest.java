package eu.urne.api.rest;

import static eu.urne.api.rest.Budgeting.BUDGET;
import static eu.urne.api.rest.Budgeting.BY_SITE;
import static eu.urne.api.rest.Budgeting.idea;
import static eu.urne.api.rest.Budgeting.proposal;
import static eu.urne.api.rest.Budgeting.reason;
import static eu.urne.api.rest.Budgeting.shortlist;
import static eu.urne.api.rest.Budgeting.study;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.store.LogName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused on the way of a budget, in which words. */
class BudgetRefusalsOverRestTest {

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

    private void open(String day) {
        city.accepted("/api/budgets", BY_SITE);
        city.day(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cents\":1000000,|\"cents\":0,|amount: a budget has at least 1 cent",
                "\"title\":\"Centre A\",\"cents\":400000|\"title\":\"Centre A\",\"cents\":0"
                        + "|parts: the amount of centre-a must be from 1 to 2^53-1 cents, not 0",
                "\"rest\":200000|\"rest\":0"
                        + "|parts: with the rest they are 800000 cents together, the amount is 1000000",
                "BEST_SHARE|NONE|restRule: a rest of 200000 cents needs a rule that spends it",
                "2026-03-16|2026-02-02|calendar: STUDY must begin later than IDEAS, not on 2026-02-02",
                "2026-03-16|2027-02-29|terms.calendar.begins.STUDY: there is no day \"2027-02-29\"",
                "Europe/Paris|Europe/Nowhere|calendar: there is no time zone \"Europe/Nowhere\"",
                "\"studyDays\":14|\"studyDays\":0|rules: studyDays must be from 1 to 366, not 0",
                "\"demonstration\":true|\"demonstration\":\"yes\""
                        + "|terms.demonstration: it is missing, or has the wrong type",
                "\"split\":\"SITE\"|\"split\":\"DISTRICT\"|parts: centre-a is no district of a site",
            })
    void termsThatMakeNoSenseAreRefused(String member, String other, String sentence) {
        assertThat(BY_SITE).contains(member);
        city.refused("/api/budgets", BY_SITE.replace(member, other), 422, sentence);
    }

    @Test
    void leapDayIsADayWhereThereIsOne() {
        city.accepted("/api/budgets", BY_SITE.replace("2026-", "2028-").replace("2028-02-02", "2028-02-29"));
        city.day("2028-02-28");
        assertThat(city.get(BUDGET).get("phase").asString()).isEqualTo("KICK_OFF");
        city.day("2028-02-29");
        assertThat(city.get(BUDGET).get("phase").asString()).isEqualTo("IDEAS");
    }

    @Test
    void phasesComeInOrderAndOnTheirDays() {
        city.refused(BUDGET + "/phase", "{\"phase\":\"IDEAS\"}", 404, "there is no budget children-2026");
        open("2026-01-12");
        city.refused(
                BUDGET + "/phase",
                "{\"phase\":\"IDEAS\"}",
                409,
                "phase: IDEAS begins on 2026-02-02; to begin before needs a reason");
        city.refused(
                BUDGET + "/phase",
                "{\"phase\":\"VOTE\"}",
                409,
                "phase: the budget children-2026 is in KICK_OFF; next is IDEAS");
        city.refused(
                BUDGET + "/calendar",
                "{\"phase\":\"VOTE\",\"day\":\"2026-05-04\",\"reason\":\"vacances\"}",
                422,
                "calendar: OUTCOME must begin later than VOTE, not on 2026-05-04");
        city.refused(
                BUDGET + "/calendar",
                "{\"phase\":\"KICK_OFF\",\"day\":\"2026-01-13\",\"reason\":\"vacances\"}",
                409,
                "phase: KICK_OFF has begun already and cannot be moved");
        city.refused(
                BUDGET + "/calendar",
                "{\"phase\":\"VOTE\",\"day\":\"2026-02-30\",\"reason\":\"vacances\"}",
                422,
                "day: there is no day \"2026-02-30\"");
        city.accepted(BUDGET + "/phase", "{\"phase\":\"IDEAS\",\"reason\":\"Les enfants sont prêts\"}");
    }

    @Test
    void ideasComeInTimeFromPlacesOfTheBudget() {
        open("2026-01-12");
        String ideas = BUDGET + "/proposals";
        city.refused(
                ideas,
                idea("a", "centre-a", "A"),
                409,
                "too early: ideas are handed in from the phase IDEAS of the budget children-2026 on");
        city.day("2026-02-02");
        city.refused(ideas, idea("a", "moon", "A"), 404, "site: the budget children-2026 has no site moon");
        city.refused(ideas, idea("a", "centre-a", "  "), 422, "title: an idea has a title");
        city.refused(
                ideas,
                idea("A", "centre-a", "A"),
                422,
                "proposal: the id \"A\" must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -");
        String file = "ab".repeat(32);
        city.refused(
                ideas,
                idea("a", "centre-a", "A")
                        .replace(
                                "\"attachments\":[]",
                                "\"attachments\":[{\"blob\":\"" + file + "\",\"type\":\"image/png\",\"bytes\":1}]"),
                404,
                "attachments: there is no file " + file);
        city.accepted(ideas, idea("a", "centre-a", "A"));
        city.refused(ideas, idea("a", "centre-a", "A"), 409, "the proposal a exists already");
        city.day("2026-03-16");
        city.refused(
                ideas,
                idea("b", "centre-a", "B"),
                409,
                "too late: ideas are handed in until the phase IDEAS of the budget children-2026 ends");
    }

    @Test
    void wordsOfARefusedIdeaAreNotKept() {
        open("2026-02-02");
        city.refused(
                BUDGET + "/proposals",
                idea("a", "moon", "Une fusée"),
                404,
                "site: the budget children-2026 has no site moon");

        assertThat(city.server.engine().blobs().search("children-2026", "fusée", 10))
                .isEmpty();
    }

    @Test
    void sameIdeaSentAgainIsHandedInOnceWithTheSameWords() {
        open("2026-02-02");
        var request = city.client
                .asStaff(city.client.json(BUDGET + "/proposals", idea("a", "centre-a", "Une fusée")))
                .header("Idempotency-Key", "one");
        Client.Reply first = city.client.send(request);
        long size = city.server.engine().log().checkpoint(LogName.PUBLIC).size();
        Client.Reply again = city.client.send(request);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(city.server.engine().log().checkpoint(LogName.PUBLIC).size()).isEqualTo(size);
        assertThat(city.staffGet(proposal("a")).get("title").asString()).isEqualTo("Une fusée");
        assertThat(city.server.engine().blobs().search("children-2026", "fusée", 10))
                .containsExactly(new BlobHash(city.staffGet(BUDGET + "/proposals")
                        .get("items")
                        .get(0)
                        .get("text")
                        .asString()));
    }

    @Test
    void proposalsAreDecidedStepByStep() {
        open("2026-02-02");
        city.refused(proposal("a") + "/acceptance", 404, "there is no proposal a in the budget children-2026");
        city.accepted(BUDGET + "/proposals", idea("a", "centre-a", "A"));
        city.refused(
                proposal("a") + "/assignment",
                "{\"department\":\"Sports\"}",
                409,
                "the proposal a is assigned once it is accepted, and until it is studied");
        city.accepted(proposal("a") + "/acceptance");
        city.refused(
                proposal("a") + "/study",
                study(1),
                409,
                "the proposal a is studied after it is assigned, and until its study is confirmed");
        city.refused(
                proposal("a") + "/assignment",
                "{\"department\":\" \"}",
                422,
                "department: somebody must study the proposal, named by 1 to 200 characters");
        city.accepted(proposal("a") + "/assignment", "{\"department\":\"Sports\"}");
        city.refused(
                proposal("a") + "/study",
                study(1).replace("\"cents\":1,", ""),
                422,
                "cents: what is feasible has a cost");
        city.refused(proposal("a") + "/study", study(-1), 422, "cents: a cost must be from 0 to 2^53-1 cents, not -1");
    }

    @Test
    void whatIsStudiedIsConfirmedByAnotherAndRejectedNoMore() {
        open("2026-02-02");
        city.accepted(BUDGET + "/proposals", idea("a", "centre-a", "A"));
        city.accepted(proposal("a") + "/acceptance");
        city.accepted(proposal("a") + "/assignment", "{\"department\":\"Sports\"}");
        city.accepted(proposal("a") + "/study", study(0));
        city.refused(proposal("a") + "/confirmation", 403, "a study is confirmed by somebody other than who wrote it");
        city.refused(
                proposal("a") + "/rejection",
                reason("hors sujet"),
                409,
                "the proposal a can be rejected only before a department studies it; it can be declined");
        city.refused(
                proposal("a") + "/merger",
                "{\"into\":\"z\",\"reason\":\"la même\"}",
                404,
                "into: there is no proposal z in the budget children-2026");
        city.refused(proposal("a") + "/decline", reason(" "), 422, "reason: it must say why");
        city.accepted(proposal("a") + "/decline", reason("trop cher"));
        city.refused(proposal("a") + "/withdrawal", reason("non"), 409, "the proposal a is declined");
    }

    @Test
    void ballotTakesWhatIsStudiedConfirmedAndAffordable() {
        open("2026-02-02");
        city.studied("a", "centre-a", 400_001);
        city.studied("b", "centre-b", 100);
        city.accepted(BUDGET + "/proposals", idea("c", "centre-a", "C"));
        city.accepted(proposal("c") + "/acceptance");
        city.accepted(proposal("c") + "/assignment", "{\"department\":\"Sports\"}");
        city.accepted(proposal("c") + "/study", study(0));
        String shortlists = BUDGET + "/shortlists";
        city.refused(
                shortlists,
                shortlist("centre-b", "b"),
                409,
                "too early: shortlists are published from the phase STUDY of the budget children-2026 on");
        city.day("2026-03-16");
        city.refused(
                shortlists,
                shortlist("centre-a", "a"),
                422,
                "proposals: over budget: a costs 400001 cents, the part centre-a has 400000");
        city.refused(
                shortlists,
                shortlist("centre-a", "b"),
                422,
                "proposals: b belongs to centre-b, not to the part centre-a");
        city.refused(
                shortlists,
                shortlist("centre-a", "c"),
                409,
                "the study of the proposal c must be confirmed by somebody else before");
        city.refused(
                shortlists,
                shortlist("centre-a", "nothing"),
                404,
                "proposals: there is no proposal nothing in the budget children-2026");
    }

    @Test
    void aPublishedShortlistStandsAndItsPollWaitsForTheVote() {
        open("2026-02-02");
        city.studied("b", "centre-b", 100);
        city.day("2026-03-16");
        String shortlists = BUDGET + "/shortlists";
        city.refused(shortlists, shortlist("moon", "a"), 404, "part: the budget children-2026 has no part moon");
        city.accepted(shortlists, shortlist("centre-b", "b"));
        city.refused(shortlists, shortlist("centre-b", "b"), 409, "the poll children-2026-centre-b is defined already");
        city.refused(
                BUDGET + "/lapses",
                "{\"part\":\"centre-b\",\"reason\":\"rien\"}",
                409,
                "part: the shortlist of centre-b is published, so it cannot lapse");
        city.refused(
                BUDGET + "/rest",
                409,
                "too early: the rest is awarded from the phase OUTCOME of the budget children-2026 on");
        city.refused(
                "/api/polls/children-2026-centre-b/open",
                409,
                "the poll children-2026-centre-b has no voting cards yet");
        city.cards("children-2026-centre-b", 1);
        city.refused(
                "/api/polls/children-2026-centre-b/open",
                409,
                "too early: polls are opened from the phase VOTE of the budget children-2026 on");
    }

    @Test
    void strangersOnlyRead() {
        open("2026-02-02");
        for (String path : new String[] {"/phase", "/calendar", "/proposals", "/shortlists", "/lapses"}) {
            assertThat(city.client.post(BUDGET + path, Map.of()).status()).isEqualTo(401);
        }
        Budgeting.refused(city.client.get("/api/budgets/none"), 404, "there is no budget none");
        Budgeting.refused(city.client.get("/api/budgets/NONE"), 404, "there is no budget NONE");
        Budgeting.refused(city.client.get("/api/budgets/none/outcome"), 404, "there is no budget none");
        Budgeting.refused(city.client.get("/api/budgets/none/proposals"), 404, "there is no budget none");
        Budgeting.refused(city.client.get(proposal("a")), 404, "there is no proposal a in the budget children-2026");
    }
}
