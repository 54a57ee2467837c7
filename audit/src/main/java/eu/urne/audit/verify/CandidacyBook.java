package eu.urne.audit.verify;

import eu.urne.audit.CandidacyReport;
import eu.urne.audit.Check;
import eu.urne.audit.event.CandidacyEvent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Check 13 in a register log: candidacies stand between their opening and close (docs/formats/councils.md, 5). */
final class CandidacyBook {
    private final Map<String, Candidacies> draws = new LinkedHashMap<>();
    private final Findings findings;

    /** Who stands for a draw. */
    private static final class Candidacies {
        private final Set<String> standing = new HashSet<>();
        private boolean opened;
        private boolean closed;
    }

    CandidacyBook(Findings findings) {
        this.findings = findings;
    }

    void accept(long index, CandidacyEvent event) {
        Candidacies draw = draws.computeIfAbsent(event.draw(), id -> new Candidacies());
        boolean opens = event instanceof CandidacyEvent.CandidaciesOpened;
        if (opens && draw.opened) {
            wrong(index, "candidacies for the draw '" + event.draw() + "' open a second time");
        } else if (!opens && (!draw.opened || draw.closed)) {
            wrong(index, "candidacies for the draw '" + event.draw() + "' are not open here");
        }
        switch (event) {
            case CandidacyEvent.CandidaciesOpened opened -> draw.opened = true;
            case CandidacyEvent.CandidaciesClosed closed -> draw.closed = true;
            case CandidacyEvent.CandidacyFiled filed -> {
                if (!draw.standing.add(filed.person())) {
                    wrong(index, "a person stands for the draw '" + event.draw() + "' a second time");
                }
            }
            case CandidacyEvent.CandidacyWithdrawn withdrawn -> {
                if (!draw.standing.remove(withdrawn.person())) {
                    wrong(index, "a person withdraws who does not stand for the draw '" + event.draw() + "'");
                }
            }
            case CandidacyEvent.CandidacyRefused refused -> {} // who may not stand is not in the pool
        }
    }

    private void wrong(long index, String text) {
        findings.entry(Check.COUNCILS, index, text);
    }

    List<CandidacyReport> reports() {
        return draws.entrySet().stream()
                .map(draw -> new CandidacyReport(
                        draw.getKey(),
                        draw.getValue().closed,
                        draw.getValue().standing.size()))
                .toList();
    }
}
