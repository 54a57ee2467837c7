package eu.urne.engine.pabulib;

import eu.urne.engine.pabulib.internal.DocumentSections;
import eu.urne.engine.pabulib.internal.MetaSection;
import eu.urne.engine.pabulib.internal.Oddities;
import eu.urne.engine.pabulib.internal.ProjectsSection;
import eu.urne.engine.pabulib.internal.Rows;
import eu.urne.engine.pabulib.internal.VotesSection;
import eu.urne.engine.tally.Election;
import java.nio.file.Path;

/** Reads {@code .pb} files. */
public final class PbReader {

    private PbReader() {}

    /**
     * Reads a file leniently.
     *
     * @param path the file
     * @return as {@link #read(PbText, Strictness)}
     * @throws PbException as there, or if the file cannot be loaded
     */
    public static PbFile read(Path path) throws PbException {
        return read(PbText.of(path), Strictness.LENIENT);
    }

    /**
     * Reads a file in full. Line ends of any kind, a byte order mark and any order of columns are always accepted; what
     * would make the count wrong is always refused. What is merely odd (blank lines, spaces, decimal commas, numbers in
     * META or in the column {@code votes} that differ from a recount, a project twice or unknown on a ballot, a ballot
     * outside of META's limits, lacking keys of META) is noted or refused.
     *
     * @param text the file
     * @param strictness what becomes of an odd file
     * @return the election and what is odd about the file
     * @throws PbException if it is not a {@code .pb} file, or contradicts itself
     */
    public static PbFile read(PbText text, Strictness strictness) throws PbException {
        Oddities oddities = new Oddities(text.file(), strictness);
        try (Rows rows = new Rows(text, oddities)) {
            MetaSection meta = MetaSection.read(rows);
            VoteType voteType = meta.voteType();
            ProjectsSection projects = ProjectsSection.read(rows, meta);
            VotesSection votes = VotesSection.read(rows, meta, projects);
            meta.tellLacking();
            Election election = new Election(projects.options(), projects.budget(), votes.maxLength(), votes.ballots());
            return new PbFile(
                    text.file(),
                    meta.values(),
                    voteType,
                    projects.projects(),
                    projects.moneyScale(),
                    votes.pointsScale(),
                    election,
                    oddities.sentences());
        }
    }

    /**
     * Reads everything a file says, without asking whether it makes sense: what is needed to write it again.
     *
     * @param text the file
     * @throws PbException if its sections or rows cannot be told apart
     */
    public static PbDocument document(PbText text) throws PbException {
        try (Rows rows = new Rows(text, new Oddities(text.file(), Strictness.LENIENT))) {
            return DocumentSections.read(rows);
        }
    }
}
