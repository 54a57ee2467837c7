package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.pabulib.internal.ConflictsInComment;
import eu.urne.engine.tally.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictsInCommentTest {

    private static final Map<String, Integer> PROJECTS = Map.of("12", 0, "26", 1, "7", 2, "A/3", 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects 12 and 26 were treated by the city as mutually exclusive because they concern the same area.",
                "#1: Something else about 7. #2: Projects 12, 26 are in conflict.",
                "These are exclusive: (12, 26).",
                "Mutually exclusive projects: \"12\" & \"26\"",
            })
    void readsTwoIdsSideBySide(String comment) {
        assertThat(ConflictsInComment.of(comment, PROJECTS)).containsExactly(new Rule.Conflict(0, 1));
    }

    @Test
    void readsSeveralLists() {
        assertThat(ConflictsInComment.of("Mutually exclusive are (12, 26), (7, A/3).", PROJECTS))
                .containsExactly(new Rule.Conflict(0, 1), new Rule.Conflict(2, 3));
    }

    @Test
    void allOfOneListExcludeEachOther() {
        assertThat(ConflictsInComment.of("The projects 12, 26 and 7 exclude each other.", PROJECTS))
                .isEqualTo(List.of(new Rule.Conflict(0, 1), new Rule.Conflict(0, 2), new Rule.Conflict(1, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Projects 12 and 26 won.",
                "It happens that two (or more) projects are mutually exclusive.",
                "Project 12 was funded and project 26 was excluded.",
                "In 12 districts, 26 projects were in conflict.",
            })
    void readsNothingIntoOtherSentences(String comment) {
        assertThat(ConflictsInComment.of(comment, PROJECTS)).isEmpty();
    }

    @Test
    void readsAWordOfAMillionDotsAtOnce() {
        String word = "a" + ".".repeat(1_000_000) + "a";

        assertThat(ConflictsInComment.of("exclusive " + word + " 12 and 26", PROJECTS))
                .containsExactly(new Rule.Conflict(0, 1));
    }

    @Test
    void refusesMoreConflictsThanItCanHold() {
        Map<String, Integer> projects =
                IntStream.range(0, 448).boxed().collect(Collectors.toMap(String::valueOf, index -> index));
        String comment = "Exclusive: " + String.join(", ", projects.keySet());

        assertThatThrownBy(() -> ConflictsInComment.of(comment, projects))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tells of more than 100000 conflicts");
        projects.remove("447");
        assertThat(ConflictsInComment.of("Exclusive: " + String.join(", ", projects.keySet()), projects))
                .hasSize(447 * 446 / 2);
    }
}
