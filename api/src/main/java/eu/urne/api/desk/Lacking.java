package eu.urne.api.desk;

import eu.urne.engine.council.Composition;
import eu.urne.engine.council.DrawTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something for which too few persons stand: a cell, a quota, or all seats together.
 *
 * @param what values of the cell or the quota; empty for all together
 * @param needed how many members it is to have
 * @param standing how many stand
 */
public record Lacking(String what, int needed, int standing) {

    /**
     * All that lacks candidates.
     *
     * @param candidates what the pool will tell of each
     */
    static List<Lacking> of(DrawTerms terms, List<Map<String, String>> candidates) {
        List<Lacking> lacking = new ArrayList<>();
        switch (terms.composition()) {
            case Composition.Strata strata ->
                strata.cells()
                        .forEach(cell ->
                                add(lacking, String.join(" · ", cell.values()), cell.seats(), (int) candidates.stream()
                                        .filter(each -> strata.by().stream()
                                                .map(each::get)
                                                .toList()
                                                .equals(cell.values()))
                                        .count()));
            case Composition.Quotas(var quotas) -> {
                add(lacking, "", terms.seats(), candidates.size());
                quotas.forEach(quota ->
                        add(lacking, quota.attribute() + " · " + quota.value(), quota.least(), (int) candidates.stream()
                                .filter(each -> quota.value().equals(each.get(quota.attribute())))
                                .count()));
            }
        }
        return lacking;
    }

    private static void add(List<Lacking> lacking, String what, int needed, int standing) {
        if (standing < needed) {
            lacking.add(new Lacking(what, needed, standing));
        }
    }
}
