package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.RegisterReport;
import eu.urne.audit.event.RegisterEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Check 8 in a register log: admissions and hand-outs stand between opening and close (docs/formats/events.md, 5). */
final class RegisterBook {
    private final Map<String, Register> registers = new LinkedHashMap<>();
    private final Findings findings;

    /** What is known about the register of a poll. */
    private static final class Register {
        private boolean opened;
        private boolean closed;
        private long admitted;
        private long handedOut;
    }

    RegisterBook(Findings findings) {
        this.findings = findings;
    }

    void accept(long index, RegisterEvent event) {
        Register register = registers.computeIfAbsent(event.poll(), poll -> new Register());
        boolean between = register.opened && !register.closed;
        boolean opens = event instanceof RegisterEvent.AdmissionsOpened;
        if (opens ? register.opened : !between) {
            findings.entry(
                    Check.POLLS,
                    index,
                    opens
                            ? "admissions for the poll '" + event.poll() + "' open a second time"
                            : "admissions for the poll '" + event.poll() + "' are not open here");
        }
        switch (event) {
            case RegisterEvent.AdmissionsOpened opened -> register.opened = true;
            case RegisterEvent.AdmissionsClosed closed -> register.closed = true;
            case RegisterEvent.VoterAdmitted admitted -> register.admitted++;
            case RegisterEvent.CardHandedOut handedOut -> register.handedOut++;
            case RegisterEvent.VoterRefused refused -> {} // nobody is counted who may not vote
        }
    }

    List<RegisterReport> reports() {
        return registers.entrySet().stream()
                .map(register -> new RegisterReport(
                        register.getKey(),
                        register.getValue().closed,
                        register.getValue().admitted,
                        register.getValue().handedOut))
                .toList();
    }
}
