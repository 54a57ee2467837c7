package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.urne.engine.EngineJson;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.roll.Age;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.engine.roll.PersonFacts;
import eu.urne.engine.sortition.DrawSpec.Cell;
import eu.urne.engine.sortition.Quota;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a draw is announced with.
 *
 * @param attributes what of a candidate is told in the pool: what the composition needs, and nothing else
 * @param composition who is to be among the members
 * @param from first day on which the seats are held
 * @param until the day after the last one
 * @param seats how many are drawn
 * @param who may stand
 * @param consentBelow who has completed fewer years than this, 1 to 25, on the day of her candidacy, or has no birth
 *     date, needs the consent of a guardian; null where nobody does
 */
public record DrawTerms(
        DrawId draw,
        CouncilId council,
        int seats,
        LocalDate from,
        LocalDate until,
        EligibilityRule who,
        List<Attribute> attributes,
        Composition composition,
        @Nullable Integer consentBelow) {

    /** No city asks the guardians of who is older. */
    public static final int OLDEST_CHILD = 25;

    private static final int MOST_ATTRIBUTES = 6;

    /** Bytes of JSON, so that terms and specification fit into an entry of the log. */
    private static final int MOST_BYTES = 50_000;

    /** Checks that the parts fit each other. */
    public DrawTerms {
        attributes = List.copyOf(attributes);
        if (consentBelow != null && (consentBelow < 1 || consentBelow > OLDEST_CHILD)) {
            throw new IllegalArgumentException("consentBelow: a whole number from 1 to " + OLDEST_CHILD);
        }
        SeatOffer offer = new SeatOffer(seats, from, until);
        Map<String, Attribute> byId = byId(attributes);
        Set<String> needed = composition.attributes();
        if (!needed.equals(byId.keySet())) {
            throw new IllegalArgumentException("attributes: those that the composition needs, " + needed
                    + ", are told and no others, not " + byId.keySet());
        }
        switch (composition) {
            case Composition.Strata strata -> checkCells(strata, byId, offer.seats());
            case Composition.Quotas(List<Quota> quotas) ->
                quotas.forEach(quota -> checkValue(byId, quota.attribute(), quota.value()));
        }
    }

    private static Map<String, Attribute> byId(List<Attribute> attributes) {
        Map<String, Attribute> byId = new TreeMap<>();
        attributes.forEach(attribute -> byId.put(attribute.id(), attribute));
        if (attributes.size() > MOST_ATTRIBUTES || byId.size() < attributes.size()) {
            throw new IllegalArgumentException(
                    "attributes: at most " + MOST_ATTRIBUTES + " are possible, each id once");
        }
        return byId;
    }

    private static void checkValue(Map<String, Attribute> byId, String attribute, String value) {
        Attribute known = byId.get(attribute);
        if (known == null || !known.values().contains(value)) {
            throw new IllegalArgumentException(
                    "composition: \"" + value + "\" is no value of the attribute " + attribute);
        }
    }

    private static void checkCells(Composition.Strata strata, Map<String, Attribute> byId, int seats) {
        if (strata.seats() != seats) {
            throw new IllegalArgumentException(
                    "composition: the cells have " + strata.seats() + " seats together, not " + seats);
        }
        Set<List<String>> cells = new HashSet<>();
        long possible = 1;
        for (String attribute : strata.by()) {
            possible = Math.multiplyExact(possible, byId.get(attribute).values().size());
        }
        for (Cell cell : strata.cells()) {
            if (cell.values().size() != strata.by().size() || !cells.add(cell.values())) {
                throw new IllegalArgumentException("composition: a cell has one value of each of " + strata.by()
                        + ", and no other cell has the same, unlike " + cell.values());
            }
            for (int i = 0; i < strata.by().size(); i++) {
                checkValue(byId, strata.by().get(i), cell.values().get(i));
            }
        }
        if (cells.size() < possible) {
            throw new IllegalArgumentException("composition: " + possible
                    + " cells are needed, one for each combination of values, so that nobody falls between them; "
                    + cells.size() + " are there; a cell may have 0 seats");
        }
    }

    /** The seats that the council puts aside. */
    @JsonIgnore
    public SeatOffer offer() {
        return new SeatOffer(seats, from, until);
    }

    /** Whether they do not fit into an entry of the log. */
    @JsonIgnore
    public boolean isTooLong() {
        return CanonicalJson.bytes(EngineJson.tree(this)).length > MOST_BYTES;
    }

    /** Whether a guardian must consent to the candidacy of this person on this day. */
    public boolean needsConsent(PersonFacts facts, LocalDate day) {
        return consentBelow != null && (facts.birthDate() == null || Age.on(facts.birthDate(), day) < consentBelow);
    }

    /**
     * What the pool tells of a person; empty where a value is not known.
     *
     * @param told what the person says, by the ids of attributes
     */
    public Optional<Map<String, String>> values(PersonFacts facts, Map<String, String> told) {
        Map<String, String> values = new TreeMap<>();
        for (Attribute attribute : attributes) {
            Optional<String> value = attribute.value(facts, told);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(attribute.id(), value.get());
        }
        return Optional.of(values);
    }

    /** The attributes of which nothing is known of a person. */
    public List<Attribute> unknown(PersonFacts facts, Map<String, String> told) {
        return attributes.stream()
                .filter(attribute -> attribute.value(facts, told).isEmpty())
                .toList();
    }
}
