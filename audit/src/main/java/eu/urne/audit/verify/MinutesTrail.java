package eu.urne.audit.verify;

import eu.urne.audit.council.MinutesText;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the log has said about minutes so far. {@link MinutesBook} checks each event and writes it down here. */
final class MinutesTrail {
    final String council;
    final String meeting;
    final Protest protest;
    /** Who has signed the latest version: true for the chair, false for the secretary. */
    final Set<Boolean> signed = new HashSet<>();

    int version;
    boolean publicationDue;
    boolean notExamined;
    Place latest = Place.NONE;

    @Nullable
    MinutesText text;

    MinutesTrail(String council, String meeting, Findings findings) {
        this.council = council;
        this.meeting = meeting;
        this.protest =
                new Protest(findings, "the minutes of the meeting '" + meeting + "' of the council '" + council + "'");
    }
}
