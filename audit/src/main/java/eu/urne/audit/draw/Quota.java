package eu.urne.audit.draw;

import java.util.List;

/**
 * How many of the members have a value (docs/formats/draw.md, section 3).
 *
 * @param attribute its name
 * @param value the value
 * @param least at least so many
 * @param most at most so many
 */
public record Quota(String attribute, String value, int least, int most) {

    /** Gives by how many members it is missed: max(0, least - n, n - most). */
    int miss(List<Candidate> members) {
        int having = (int) members.stream()
                .filter(member -> member.value(attribute).equals(value))
                .count();
        return Math.max(0, Math.max(least - having, having - most));
    }
}
