package eu.urne.engine.open;

import eu.urne.engine.tally.Ballot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Choices as rows of the section VOTES. */
final class PublishedVotes {

    private final PublishedProjects projects;

    PublishedVotes(PublishedProjects projects) {
        this.projects = projects;
    }

    /**
     * The row of a choice.
     *
     * @param voter a running number
     */
    List<String> row(int voter, Ballot choice) {
        String id = Integer.toString(voter);
        return switch (choice) {
            // without a cell for points: pabutools takes an empty one for a project without a name
            case Ballot.Blank blank -> List.of(id, "");
            case Ballot.Approval approval -> List.of(id, ids(approval.options().stream()));
            case Ballot.Ranking ranking -> List.of(id, ids(ranking.options().stream()));
            case Ballot.Points points -> List.of(id, ids(points.options().stream()), numbers(points.points().stream()));
            case Ballot.Grades grades ->
                List.of(
                        id,
                        ids(IntStream.range(0, grades.grades().size())),
                        numbers(grades.grades().stream().asLongStream()));
            case Ballot.Motion motion -> throw new IllegalArgumentException("the format has no motions");
        };
    }

    private String ids(IntStream options) {
        return options.mapToObj(projects::id).collect(Collectors.joining(","));
    }

    private static String numbers(LongStream numbers) {
        return numbers.mapToObj(Long::toString).collect(Collectors.joining(","));
    }
}
