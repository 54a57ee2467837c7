package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.consult.QuestionnaireTerms;
import eu.urne.audit.tree.GrowingTree;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the log has said about a questionnaire so far. {@link ConsultBook} checks each event and writes it down here.
 */
final class ConsultTrail {
    /** The states of a questionnaire (docs/formats/consultations.md, section 1). */
    enum Phase {
        NEW,
        DRAFTED,
        WITHDRAWN,
        OPEN,
        CLOSED,
        COUNTED,
        PUBLISHED
    }

    final Protest protest;
    final Set<String> codes = new HashSet<>();
    final Set<String> used = new HashSet<>();
    final Set<String> leaves = new HashSet<>();
    final Set<String> findings = new HashSet<>();
    final GrowingTree tree = new GrowingTree();
    Phase phase = Phase.NEW;
    boolean erased;
    boolean notExamined;

    @Nullable
    QuestionnaireTerms terms;

    ConsultTrail(String id, Findings findings) {
        this.protest = new Protest(findings, Check.CONSULTATIONS, "the questionnaire '" + id + "'");
    }
}
