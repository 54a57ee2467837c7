package eu.urne.api.desk;

import eu.urne.api.site.Quiz.Text;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.api.web.SettingsException;
import eu.urne.api.web.SettingsFile;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.budget.Texts;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.Membership;
import eu.urne.engine.council.Procedure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of council of a city: with what a new one of a kind is established, unless something else is typed. The
 * file {@code councils.yaml} in the data folder takes the place of those that come with the program.
 *
 * @param kinds 1 to 30, each id once
 */
record CouncilKinds(List<Kind> kinds) {

    /** Resource with the kinds that come with the program. */
    static final String BUILT_IN = "/eu/urne/api/desk/councils.yaml";

    private static final int MOST = 30;

    /** Checks their number and ids. */
    CouncilKinds {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty() || kinds.size() > MOST) {
            throw new IllegalArgumentException("kinds: 1 to " + MOST + " are possible, not " + kinds.size());
        }
        Set<String> ids = new HashSet<>();
        for (Kind kind : kinds) {
            if (!ids.add(kind.id())) {
                throw new IllegalArgumentException("kinds: the id " + kind.id() + " stands twice");
            }
        }
    }

    /**
     * A kind.
     *
     * @param id 1 to 40 characters of a-z, 0-9 and -
     * @param seats 1 to 500
     * @param termMonths 1 to 120
     * @param consentBelow the age below which a candidate needs the consent of a guardian; null for none
     */
    record Kind(
            String id,
            Text name,
            Membership members,
            int seats,
            int termMonths,
            Procedure procedure,
            @Nullable Integer consentBelow) {

        private static final int MOST_MONTHS = 120;

        /** Checks the numbers. */
        Kind {
            Texts.checkId("id", id);
            if (seats < 1 || seats > CouncilTerms.MOST_SEATS) {
                throw new IllegalArgumentException(
                        "seats: 1 to " + CouncilTerms.MOST_SEATS + " are possible, not " + seats);
            }
            if (termMonths < 1 || termMonths > MOST_MONTHS) {
                throw new IllegalArgumentException(
                        "termMonths: 1 to " + MOST_MONTHS + " are possible, not " + termMonths);
            }
            if (consentBelow != null && (consentBelow < 1 || consentBelow > DrawTerms.OLDEST_CHILD)) {
                throw new IllegalArgumentException("consentBelow: a whole number from 1 to " + DrawTerms.OLDEST_CHILD);
            }
        }
    }

    /** The file of a data folder. */
    static SettingsFile<CouncilKinds> file(DataDirectory data) {
        return new SettingsFile<>(data.file("councils.yaml"), CouncilKinds.class, BUILT_IN);
    }

    /**
     * What a file says.
     *
     * @throws ProblemException in one sentence, if it cannot be read
     */
    static CouncilKinds read(SettingsFile<CouncilKinds> file) {
        try {
            return file.read();
        } catch (SettingsException e) {
            throw new ProblemException(Problem.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** The kind of that id; empty where there is none. */
    Optional<Kind> find(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
