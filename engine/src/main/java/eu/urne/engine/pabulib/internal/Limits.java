package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lower and an upper limit that META sets to ballots.
 *
 * @param name the keys are {@code min_} and {@code max_} with this name
 * @param least if there is one
 * @param most if there is one
 */
record Limits(String name, Optional<BigDecimal> least, Optional<BigDecimal> most) {

    static Limits of(MetaSection meta, String name, Oddities oddities) throws PbException {
        return new Limits(name, limit(meta, "min_" + name, oddities), limit(meta, "max_" + name, oddities));
    }

    boolean isEmpty() {
        return least.isEmpty() && most.isEmpty();
    }

    /**
     * Tells where a ballot breaks a limit.
     *
     * @param value of the ballot
     * @param what the value is, in words
     */
    void check(BigDecimal value, int line, String field, String what, Oddities oddities) throws PbException {
        List<String> broken = new ArrayList<>();
        least.filter(limit -> value.compareTo(limit) < 0)
                .ifPresent(limit ->
                        broken.add(what + " " + plain(value) + ", less than min_" + name + " " + plain(limit)));
        most.filter(limit -> value.compareTo(limit) > 0)
                .ifPresent(limit ->
                        broken.add(what + " " + plain(value) + ", more than max_" + name + " " + plain(limit)));
        for (String problem : broken) {
            oddities.tell(Oddity.OUTSIDE_LIMIT, line, field, problem);
        }
    }

    private static Optional<BigDecimal> limit(MetaSection meta, String key, Oddities oddities) throws PbException {
        String text = meta.values().getOrDefault(key, "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Decimals.parse(text));
        } catch (NumberFormatException e) {
            oddities.tell(Oddity.UNREADABLE_LIMIT, meta.line(key), key, Decimals.quoted(text) + " is not a number");
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
