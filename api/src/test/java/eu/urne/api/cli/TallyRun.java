package eu.urne.api.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code urne tally} with what it printed. */
final class TallyRun {

    /** Five voters, four projects, a tie between two of them. */
    static final String SMALL = """
            META
            key;value
            budget;100.50
            vote_type;approval
            rule;greedy
            description;Small
            country;Nowhere
            unit;Town
            instance;2026
            num_projects;4
            num_votes;5
            date_begin;2026
            date_end;2026
            PROJECTS
            project_id;cost;selected
            é;60;1
            b;50;0
            c;40.5;0
            d;40;1
            VOTES
            voter_id;vote
            v1;é,c
            v2;é,d
            v3;b
            v4;b
            v5;é
            """;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    /** Runs the command and gives its exit code. */
    int tally(String... arguments) {
        return new CommandLine(new TallyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** A line of standard output, from 0. */
    JsonNode json(int line) {
        return JsonMapper.shared().readTree(out.toString().lines().toList().get(line));
    }
}
