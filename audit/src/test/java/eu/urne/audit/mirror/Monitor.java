package eu.urne.audit.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Progress;
import eu.urne.audit.Report;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.Verification;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Policy;
import eu.urne.audit.source.FolderEvidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A monitor of an example's site, as tests want it: each look is a run of its own. */
record Monitor(ExampleSite site, Path folder) {

    Look look() throws UnreadableEvidenceException {
        return look(new HastyDisk(), Optional.empty(), new NoPauses());
    }

    Look look(Disk disk, Optional<Policy> policy, Pauses pauses) throws UnreadableEvidenceException {
        try (Mirror mirror = Mirror.open(folder, disk)) {
            return Follower.of(mirror, site, Optional.empty(), policy, Progress.SILENT, pauses)
                    .look();
        }
    }

    /** Verifies the mirror as a user would. */
    Report report() throws UnreadableEvidenceException {
        try (EvidenceSource source = EvidenceSource.open(folder.toString())) {
            return Verification.of(source).run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void assertHolds(long size) throws UnreadableEvidenceException {
        Report report = report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(size);
        assertThat(report.entries()).isEqualTo(size);
    }

    /** The files of the mirror without those beside the evidence. */
    Set<String> names() throws UnreadableEvidenceException, MalformedException {
        return FolderEvidence.open(folder).names().orElseThrow().stream()
                .filter(name -> !name.startsWith("mirror/"))
                .collect(Collectors.toSet());
    }

    /** The files beside the evidence. */
    Set<String> beside() throws UnreadableEvidenceException, MalformedException {
        return FolderEvidence.open(folder).names().orElseThrow().stream()
                .filter(name -> name.startsWith("mirror/"))
                .map(name -> name.substring("mirror/".length()))
                .collect(Collectors.toSet());
    }
}
