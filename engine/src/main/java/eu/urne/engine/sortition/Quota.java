package eu.urne.engine.sortition;

import java.util.Collection;

/**
 * How many members have a value, at least and at most.
 *
 * @param attribute its name
 * @param least from 0 to {@code most}
 * @param most up to 1,000
 * @param value of the attribute
 */
public record Quota(String attribute, int least, int most, String value) {

    /** Checks names and numbers. */
    public Quota {
        Codes.name("quotas", attribute);
        Codes.value("quotas", value);
        Codes.within("most", most, 0, DrawSpec.MOST_SEATS);
        Codes.within("least", least, 0, most);
    }

    /** Whether a candidate counts for it. */
    public boolean counts(Candidate candidate) {
        return candidate.value(attribute).equals(value);
    }

    /** By how many these members miss it; 0 if it is met. */
    public int miss(Collection<Candidate> members) {
        int count = 0;
        for (Candidate member : members) {
            if (counts(member)) {
                count++;
            }
        }
        return Math.max(0, Math.max(least - count, count - most));
    }

    /** It in words: {@code age = 11-14: 5 to 10}. */
    @Override
    public String toString() {
        return attribute + " = " + value + ": " + (least == most ? "" + least : least + " to " + most);
    }
}
