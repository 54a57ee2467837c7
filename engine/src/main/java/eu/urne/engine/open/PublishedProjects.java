package eu.urne.engine.open;

import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.tally.Ballot;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The options of a poll as projects of a Pabulib file: their ids there, and what the ballots say of them. */
final class PublishedProjects {

    /** Ids that every reader of the format takes as they are: in lists, in comments, as numbers of columns. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}\\p{M}._/+-]*[\\p{L}\\p{N}])?", Pattern.UNICODE_CASE);

    /** Words that a reader takes for something else. */
    private static final Set<String> TAKEN =
            Set.of("and", "or", "with", "project", "projects", "none", "meta", "votes");

    private final List<PollOption> options;
    private final boolean plain;
    private final boolean scored;
    private final List<Long> votes;
    private final long[] scores;

    PublishedProjects(OpenedPoll poll) {
        this.options = poll.definition().options();
        this.plain = options.stream().map(PollOption::id).allMatch(PublishedProjects::isPlain);
        this.votes = poll.votes();
        this.scores = new long[options.size()];
        BallotKind kind = poll.definition().terms().limits();
        int places = kind instanceof BallotKind.Ranking(int max) ? max : 0;
        this.scored = kind instanceof BallotKind.Ranking || kind instanceof BallotKind.Points;
        poll.choices().forEach(choice -> add(choice, places));
    }

    private static boolean isPlain(String id) {
        return PLAIN.matcher(id).matches() && !TAKEN.contains(id.toLowerCase(Locale.ROOT));
    }

    private void add(Ballot choice, int places) {
        switch (choice) {
            case Ballot.Points points -> {
                for (int i = 0; i < points.options().size(); i++) {
                    scores[points.options().at(i)] += points.points().at(i);
                }
            }
            case Ballot.Ranking ranking -> {
                for (int place = 0; place < ranking.options().size(); place++) {
                    scores[ranking.options().at(place)] += places - place;
                }
            }
            case Ballot.Blank none -> {}
            case Ballot.Approval none -> {}
            case Ballot.Grades none -> {}
            case Ballot.Motion none -> {}
        }
    }

    /** Whether the options keep their ids; else they are numbered as declared, from 1. */
    boolean keepIds() {
        return plain;
    }

    /** The id of an option in the file. */
    String id(int option) {
        return plain ? options.get(option).id() : Integer.toString(option + 1);
    }

    /** The id in the file of the option with this id. */
    String id(String id) {
        for (int option = 0; option < options.size(); option++) {
            if (options.get(option).id().equals(id)) {
                return id(option);
            }
        }
        throw new IllegalArgumentException("there is no option " + id);
    }

    /** How many ballots name an option. */
    long votes(int option) {
        return votes.get(option);
    }

    /** Whether ballots say more of an option than its name. */
    boolean hasScores() {
        return scored;
    }

    /** Its points, or what its places are worth. */
    long score(int option) {
        return scores[option];
    }
}
