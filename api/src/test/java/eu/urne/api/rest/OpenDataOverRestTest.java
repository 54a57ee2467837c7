package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbRules;
import eu.urne.engine.pabulib.PbText;
import eu.urne.engine.pabulib.Strictness;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Open data of a poll: nothing before its outcome, everything after. */
class OpenDataOverRestTest {

    private static final List<String> FORMATS = List.of("csv", "json", "pb");

    @TempDir
    static Path folder;

    private static Voting voting;
    private static List<Reply> beforeTheOutcome = List.of();
    private static JsonNode catalogBefore;

    @BeforeAll
    static void vote() {
        voting = new Voting(folder, false).opened(5);
        voting.cast(voting.ballot(0, Ballot.Approval.of(1)));
        voting.cast(voting.ballot(1, Ballot.Approval.of(1, 2)));
        voting.cast(voting.ballot(2, Ballot.Approval.of(0)));
        voting.cast(voting.ballot(3, new Ballot.Blank()));
        voting.client.staffPost(Voting.POLL + "/close");
        voting.client.staffPost(Voting.POLL + "/reveal");
        beforeTheOutcome = FORMATS.stream().map(OpenDataOverRestTest::get).toList();
        catalogBefore = voting.client.get("/api/catalog").json();
        voting.client.staffPost(Voting.POLL + "/outcome");
    }

    @AfterAll
    static void stop() {
        voting.close();
    }

    private static Reply get(String format) {
        return voting.client.get(Voting.POLL + "/open-data." + format);
    }

    @Test
    void thereAreNoneBeforeTheOutcome() {
        assertThat(beforeTheOutcome).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.json().get("detail").asString())
                    .isEqualTo("the open data of children-2026 come with its outcome, not before");
        });
        assertThat(catalogBefore.get("dcat:dataset").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "pb"})
    void thereAreNoneOfAPollThatIsNot(String format) {
        Reply reply = voting.client.get("/api/polls/nobody/open-data." + format);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("detail").asString()).isEqualTo("there is no poll nobody");
    }

    @Test
    void theCsvTellsWhatBecameOfEachOption() {
        Reply reply = get("csv");

        assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"children-2026.csv\"");
        assertThat(reply.text().lines())
                .containsExactly(
                        "poll,option,title,cost,currency,votes,score,selected,place,verdict",
                        "children-2026,a,Une cabane,3000.00,EUR,1,1,0,,unaffordable",
                        "children-2026,b,Un potager,2500.00,EUR,2,2,1,1,selected",
                        "children-2026,c,Des vélos,2000.00,EUR,1,1,1,2,selected");
    }

    @Test
    void theJsonHasEveryChoiceAndNoToken() {
        Reply reply = get("json");
        JsonNode poll = reply.json();

        assertThat(poll.get("choices").valueStream().map(JsonNode::toString))
                .hasSize(4)
                .anyMatch(choice -> choice.contains("\"options\":[\"b\",\"c\"]"))
                .anyMatch(choice -> choice.contains("\"blank\":true"));
        assertThat(poll.get("choices").valueStream().map(choice -> choice.get("voter")
                        .asInt()))
                .containsExactly(1, 2, 3, 4);
        assertThat(poll.get("options").get(1).toString()).contains("\"votes\":2", "\"verdict\":\"selected\"");
        assertThat(reply.text()).doesNotContain(Voting.seed(0).token().hex());
    }

    @Test
    void theTallyReadsThePabulibFileToTheSameWinners() throws Exception {
        PbFile file = PbReader.read(PbText.of("a.pb", get("pb").bytes()), Strictness.STRICT);

        List<String> winners = Tally.count(file.election(), PbRules.of(file, file.ruleName()), TieBreak.Fixed.DECLARED)
                .selected();

        assertThat(winners).containsExactly("b", "c");
        assertThat(file.officialWinners()).hasValue(winners);
        assertThat(file.election().voters()).isEqualTo(4);
    }

    @Test
    void theCatalogueHasWhatItsProfileDemands() {
        Reply reply = voting.client.get("/api/catalog");
        JsonNode catalog = reply.json();

        assertThat(reply.header("Content-Type")).isEqualTo("application/ld+json");
        assertDescribed(catalog, "dcat:Catalog");
        JsonNode datasets = Objects.requireNonNull(catalog.get("dcat:dataset"));
        assertThat(datasets.size()).isEqualTo(1);
        datasets.forEach(dataset -> {
            assertDescribed(dataset, "dcat:Dataset");
            dataset.get("dcat:distribution").forEach(distribution -> {
                assertThat(distribution.get("@type").asString()).isEqualTo("dcat:Distribution");
                assertThat(voting.client
                                .get(distribution
                                        .get("dcat:accessURL")
                                        .get("@id")
                                        .asString())
                                .status())
                        .isEqualTo(200);
                assertThat(voting.client
                                .get(distribution
                                        .get("dcat:downloadURL")
                                        .get("@id")
                                        .asString())
                                .status())
                        .isEqualTo(200);
            });
        });
    }

    /** Mandatory for catalogues and data sets alike; an agent must have a name (DCAT-AP 3.0). */
    private static void assertDescribed(JsonNode node, String type) {
        assertThat(node.get("@type").asString()).isEqualTo(type);
        assertThat(node.get("dct:title").asString()).isNotBlank();
        assertThat(node.get("dct:description").asString()).isNotBlank();
        assertThat(node.get("dct:publisher").get("@type").asString()).isEqualTo("foaf:Agent");
        assertThat(node.get("dct:publisher").get("foaf:name").asString()).isNotBlank();
    }
}
