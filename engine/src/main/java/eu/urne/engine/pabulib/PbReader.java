package eu.urne.engine.pabulib;

import eu.urne.engine.pabulib.internal.MetaSection;
import eu.urne.engine.pabulib.internal.Notes;
import eu.urne.engine.pabulib.internal.PbText;
import eu.urne.engine.pabulib.internal.ProjectsSection;
import eu.urne.engine.pabulib.internal.Rows;
import eu.urne.engine.pabulib.internal.VotesSection;
import eu.urne.engine.tally.Election;
import java.nio.file.Path;

/** Reads {@code .pb} files. */
public final class PbReader {

    private PbReader() {}

    /**
     * Reads a file in full. What is merely untidy is accepted (line ends, a byte order mark, decimal commas, blank
     * lines, spaces, the order of columns, a project twice on a ballot); what would make the count wrong is refused.
     *
     * @param path the file
     * @return the election and what is odd about the file
     * @throws PbException if it cannot be read, is not a {@code .pb} file, or contradicts itself
     */
    public static PbFile read(Path path) throws PbException {
        return read(PbText.of(path));
    }

    /**
     * Reads a file that has been loaded already.
     *
     * @param name what messages call it
     * @param bytes all of it
     * @throws PbException as above
     */
    public static PbFile read(String name, byte[] bytes) throws PbException {
        return read(PbText.of(name, bytes));
    }

    private static PbFile read(PbText text) throws PbException {
        Notes notes = new Notes();
        try (Rows rows = new Rows(text)) {
            MetaSection meta = MetaSection.read(rows);
            ProjectsSection projects = ProjectsSection.read(rows, meta, notes);
            VotesSection votes = VotesSection.read(rows, meta, projects, notes);
            Election election = new Election(projects.options(), projects.budget(), votes.maxLength(), votes.ballots());
            return new PbFile(
                    text.file(),
                    meta.values(),
                    meta.voteType(),
                    projects.projects(),
                    projects.moneyScale(),
                    votes.pointsScale(),
                    election,
                    notes.sentences());
        }
    }
}
