package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.event.PaperEvent;
import eu.urne.audit.event.PollEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks 8 and 9 of the sheets of paper of a poll (docs/formats/ballot.md, section 7). */
final class PollPaper {
    private final Poll poll;
    private final Findings findings;
    private final DigestSet tokens = new DigestSet();
    private final Map<Digest128, Sheet> sheets = new HashMap<>();
    private PollEvent.@Nullable PaperCounted counted;
    private PollEvent.@Nullable PaperCounted countedBefore;
    private boolean reconciled;
    private long agreed;
    private long cast;

    /** What was entered of a sheet; the second entry waits for a verdict. */
    private static final class Sheet {
        private PaperEvent.@Nullable Entered first;
        private PaperEvent.@Nullable Entered second;
        private Place latest = Place.NONE;
        private @Nullable String agreed;
    }

    PollPaper(Poll poll, Findings findings) {
        this.poll = poll;
        this.findings = findings;
    }

    /** Tells whether tokens of a label are those of sheets of paper. */
    static boolean isLabel(String label) {
        return label.equals("paper") || label.startsWith("paper-");
    }

    void authorise(Digest128 token) {
        tokens.addGrowing(token);
    }

    boolean isIssued(Digest128 token) {
        return tokens.find(token) >= 0;
    }

    boolean isAgreed(Digest128 token) {
        Sheet sheet = sheets.get(token);
        return sheet != null && sheet.agreed != null;
    }

    /** Tells whether two persons have agreed on the ballot of this id. */
    boolean isAgreed(Digest128 token, String ballot) {
        Sheet sheet = sheets.get(token);
        return sheet != null && ballot.equals(sheet.agreed);
    }

    /** Tells whether the poll has sheets, and no two persons have counted them. */
    boolean isUnreconciled() {
        return tokens.size() > 0 && !reconciled;
    }

    boolean isReconciled() {
        return reconciled;
    }

    void cast() {
        cast++;
    }

    void accept(Place place, PaperEvent event) {
        Digest128 token = Digest128.of(event.token().array());
        if (poll.phase != Poll.Phase.OPEN) {
            wrong(place, "a sheet of paper is entered while the poll '" + poll.id + "' is " + poll.phase.words());
        }
        if (!isIssued(token)) {
            wrong(place, "the token of the sheet is none of paper of the poll '" + poll.id + "'");
            return;
        }
        if (poll.isVoid(token)) {
            wrong(place, "the token of the sheet is void");
        }
        if (reconciled) {
            wrong(place, "a sheet of paper is entered behind the reconciliation of the poll '" + poll.id + "'");
        }
        Sheet sheet = sheets.computeIfAbsent(token, none -> new Sheet());
        switch (event) {
            case PaperEvent.Entered entered -> enter(place, sheet, entered);
            case PaperEvent.Disputed disputed -> dispute(place, sheet);
            case PaperEvent.Agreed agreement -> agree(place, sheet, agreement);
        }
        sheet.latest = place;
    }

    private void enter(Place place, Sheet sheet, PaperEvent.Entered entered) {
        if (!entered.by().equals(place.by())) {
            wrong(place, "the sheet is entered by '" + entered.by() + "', but the entry is by '" + place.by() + "'");
        }
        if (sheet.agreed != null) {
            wrong(place, "the sheet is entered again, but two persons have agreed on it");
        } else if (sheet.second != null) {
            wrong(place, "the sheet is entered by a third person before the first two agreed or disagreed");
        } else if (sheet.first == null || sheet.first.by().equals(entered.by())) {
            sheet.first = entered;
        } else {
            sheet.second = entered;
        }
    }

    private void dispute(Place place, Sheet sheet) {
        if (!isVerdict(place, sheet) || areAlike(sheet)) {
            wrong(place, "the sheet is disputed, but not directly behind entries of two persons that differ");
        }
        sheet.first = null;
        sheet.second = null;
    }

    private void agree(Place place, Sheet sheet, PaperEvent.Agreed event) {
        PaperEvent.Entered second = sheet.second;
        boolean good = isVerdict(place, sheet)
                && areAlike(sheet)
                && second != null
                && second.commitment().equals(event.commitment());
        if (good) {
            sheet.agreed = event.commitment();
            agreed++;
        } else {
            wrong(place, "the sheet is agreed, but not directly behind equal entries of two persons");
        }
        sheet.second = null;
    }

    private static boolean isVerdict(Place place, Sheet sheet) {
        return sheet.second != null && place.isOfCommandOf(sheet.latest) && place.index() == sheet.latest.index() + 1;
    }

    private static boolean areAlike(Sheet sheet) {
        return sheet.first != null
                && sheet.second != null
                && sheet.first.commitment().equals(sheet.second.commitment());
    }

    void count(Place place, PollEvent.PaperCounted event) {
        if (poll.phase != Poll.Phase.OPEN || reconciled) {
            String state = reconciled ? "reconciled" : poll.phase.words();
            wrong(place, "PaperCounted does not stand in its place: the poll '" + poll.id + "' is " + state);
        }
        if (!event.by().equals(place.by())) {
            wrong(place, "the sheets are counted by '" + event.by() + "', but the entry is by '" + place.by() + "'");
        }
        countedBefore = counted;
        counted = event;
    }

    void reconcile(Place place, PollEvent.PaperReconciled event) {
        PollEvent.PaperCounted last = counted;
        PollEvent.PaperCounted before = countedBefore;
        boolean byTwo = last != null
                && before != null
                && !last.by().equals(before.by())
                && last.found() == event.found()
                && before.found() == event.found()
                && place.isOfCommandOf(poll.latest)
                && place.index() == poll.latest.index() + 1;
        if (!byTwo || reconciled || poll.phase != Poll.Phase.OPEN) {
            wrong(
                    place,
                    "the sheets of the poll '" + poll.id + "' are reconciled, but not directly behind equal counts of"
                            + " two persons");
        }
        if (event.found() != agreed || event.found() != cast) {
            wrong(
                    place,
                    event.found() + " sheets are found, but " + agreed + " are entered alike and " + cast + " cast");
        }
        reconciled = true;
    }

    /** Finds sheets that two persons have entered without a verdict. */
    void end() {
        sheets.values().stream()
                .filter(sheet -> sheet.second != null)
                .forEach(sheet -> wrong(
                        sheet.latest, "two persons have entered the sheet, but the log does not tell whether alike"));
    }

    private void wrong(Place place, String text) {
        findings.entry(Check.BALLOTS, place.index(), text);
    }
}
