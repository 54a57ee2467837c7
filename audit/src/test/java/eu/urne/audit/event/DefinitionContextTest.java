package eu.urne.audit.event;

import static eu.urne.audit.example.MemoryEvidence.findings;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The optional members of a definition: where the poll belongs, how its options are shown and who may vote. */
class DefinitionContextTest {

    private static final Map<String, Object> AGE = Map.of("kind", "AGE_BETWEEN", "from", 8, "on", "2026-04-13");

    private static List<String> defined(String member, Object value) {
        ExampleLog log = new ExampleLog("vote.example.org").genesis();
        new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2)
                .with(member, value)
                .define();
        return findings(log);
    }

    private static Map<String, Object> deep(int levels) {
        Map<String, Object> rule = AGE;
        for (int i = 1; i < levels; i++) {
            rule = Map.of("kind", "ALL_OF", "rules", List.of(rule));
        }
        return rule;
    }

    static List<Arguments> good() {
        return List.of(
                Arguments.of("order", "DECLARED"),
                Arguments.of("order", "SHUFFLED"),
                Arguments.of("of", Map.of("budget", "children-2026", "part", "all")),
                Arguments.of("who", AGE),
                Arguments.of("who", Map.of("kind", "AGE_BETWEEN", "from", 8, "to", 15, "on", "2028-02-29")),
                Arguments.of("who", Map.of("kind", "ATTENDS_SITE", "sites", List.of("centre-a"))),
                Arguments.of("who", Map.of("kind", "MEMBER_OF", "groups", List.of("youth"))),
                Arguments.of(
                        "who",
                        Map.of(
                                "kind",
                                "ANY_OF",
                                "rules",
                                List.of(
                                        Map.of("kind", "RESIDES_IN", "places", List.of("Saint-Quentin")),
                                        Map.of("kind", "STUDIES_IN", "places", List.of("Saint-Quentin"))))),
                Arguments.of("who", deep(8)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodMembersAreRead(String member, Object value) {
        assertThat(defined(member, value)).isEmpty();
    }

    static List<Arguments> wrong() {
        return List.of(
                Arguments.of("order", "RANDOM", "order' is neither DECLARED nor SHUFFLED"),
                Arguments.of("of", Map.of("budget", "b"), "of lacks the member 'part'"),
                Arguments.of("who", Map.of("kind", "TALL"), "kind' is no rule of this version"),
                Arguments.of("who", Map.of("kind", "AGE_BETWEEN", "from", 8), "who lacks the member 'on'"),
                Arguments.of(
                        "who",
                        Map.of("kind", "AGE_BETWEEN", "from", 16, "to", 8, "on", "2026-04-13"),
                        "to' is 8, not between 16 and 150"),
                Arguments.of("who", Map.of("kind", "AGE_BETWEEN", "from", 8, "on", "2026-02-29"), "on' is no day"),
                Arguments.of("who", Map.of("kind", "ATTENDS_SITE", "sites", List.of()), "sites' is empty"),
                Arguments.of("who", Map.of("kind", "ALL_OF", "rules", List.of()), "rules' is not an array of 1 to 20"),
                Arguments.of("who", deep(9), "rules more than 8 deep"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongMembersAreFound(String member, Object value, String finding) {
        assertThat(defined(member, value)).anySatisfy(found -> assertThat(found).contains(finding));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aChangedRuleChangesTheHash() {
        ExampleLog log = new ExampleLog("vote.example.org");
        log.alter("urne.poll.PollDefined.v1", 0, entry -> {
            Map<String, Object> data = (Map<String, Object>) entry.get("data");
            ((Map<String, Object>) data.get("definition"))
                    .put("who", Map.of("kind", "AGE_BETWEEN", "from", 6, "on", "2026-04-13"));
        });
        log.genesis();
        new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2).with("who", AGE).define();

        assertThat(findings(log))
                .anySatisfy(found -> assertThat(found).contains("the hash of the definition of the poll 'p' is not"));
    }
}
