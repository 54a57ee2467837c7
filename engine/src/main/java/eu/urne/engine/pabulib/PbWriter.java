package eu.urne.engine.pabulib;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.WeightedBallot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes {@code .pb} files: the sections in their order, lines ending in LF, cells quoted where they must be. What is
 * written reads back as an equal {@link PbFile}. Voters are numbered from 1; of PROJECTS the columns are kept that
 * {@link PbProject} knows.
 */
public final class PbWriter {

    private PbWriter() {}

    /** The whole file, to be encoded as UTF-8. */
    public static String text(PbFile file) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("META"));
        rows.add(List.of("key", "value"));
        file.meta().forEach((key, value) -> rows.add(List.of(key, value)));
        rows.add(List.of("PROJECTS"));
        rows.add(List.of("project_id", "cost", "name", "selected"));
        for (PbProject project : file.projects()) {
            rows.add(List.of(project.id(), file.money(project.cost()), project.name(), project.selected()));
        }
        rows.add(List.of("VOTES"));
        boolean points = file.voteType().hasPoints();
        rows.add(points ? List.of("voter_id", "vote", "points") : List.of("voter_id", "vote"));
        long voter = 0;
        for (WeightedBallot weighted : file.election().ballots()) {
            for (long copy = 0; copy < weighted.weight(); copy++) {
                voter++;
                String vote = vote(file, weighted.ballot());
                rows.add(
                        points
                                ? List.of(Long.toString(voter), vote, points(file, weighted.ballot()))
                                : List.of(Long.toString(voter), vote));
            }
        }
        return rows.stream()
                .map(row -> row.stream().map(PbWriter::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String vote(PbFile file, Ballot ballot) {
        Indexes options =
                switch (ballot) {
                    case Ballot.Approval approval -> approval.options();
                    case Ballot.Ranking ranking -> ranking.options();
                    case Ballot.Points points -> points.options();
                    case Ballot.Blank blank -> Indexes.of();
                    case Ballot.Grades grades -> throw new IllegalArgumentException("the format knows no grades");
                    case Ballot.Motion motion -> throw new IllegalArgumentException("the format knows no motions");
                };
        return options.stream()
                .mapToObj(option -> file.projects().get(option).id())
                .collect(Collectors.joining(","));
    }

    private static String points(PbFile file, Ballot ballot) {
        return ballot instanceof Ballot.Points points
                ? IntStream.range(0, points.points().size())
                        .mapToObj(place -> file.points(points.points().at(place)))
                        .collect(Collectors.joining(","))
                : "";
    }

    private static String cell(String text) {
        boolean quoted = text.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
