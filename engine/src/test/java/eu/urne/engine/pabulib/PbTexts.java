package eu.urne.engine.pabulib;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files for tests. */
final class PbTexts {

    /** A file without anything odd; three projects, three votes. */
    static final String PLAIN = """
            META
            key;value
            description;A small one
            budget;100
            vote_type;approval
            rule;greedy
            num_projects;3
            num_votes;3
            country;Nowhere
            unit;Town
            instance;2026
            date_begin;01.02.2026
            date_end;14.02.2026
            PROJECTS
            project_id;cost;name;selected
            a;60;Park;1
            b;50;Pool;0
            c;40;Bench;1
            VOTES
            voter_id;vote
            v1;a,b
            v2;a
            v3;c
            """;

    private PbTexts() {}

    /** A text in memory. */
    static PbText text(String text) throws PbException {
        return PbText.of("small.pb", text.getBytes(UTF_8));
    }

    /** A file in the folder with this text. */
    static Path file(Path folder, String text) {
        return file(folder, text.getBytes(UTF_8));
    }

    /** A file in the folder with these bytes. */
    static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("small.pb"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
