package eu.urne.audit.council;

import eu.urne.audit.draw.Composition;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * Terms of a draw (docs/formats/councils.md, section 3.1).
 *
 * @param draw its id
 * @param council id of the council
 * @param attributes what of a candidate is told: the values that each attribute can have
 * @param composition strata or quotas
 * @param seats how many are drawn
 * @param from first day of the seats
 * @param until the day behind their last
 */
public record DrawTerms(
        String draw,
        String council,
        SortedMap<String, List<String>> attributes,
        Composition composition,
        int seats,
        LocalDate from,
        LocalDate until) {}
