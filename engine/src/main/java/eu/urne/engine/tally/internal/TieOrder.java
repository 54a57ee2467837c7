package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.TieBreak;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The order that a method for ties gives to all options of an election, worked out once. */
public final class TieOrder {

    private TieOrder() {}

    /**
     * The place of every option if all were tied.
     *
     * @return for each option in declared order its place from 0; distinct. {@link TieBreak.Fixed#REPORT} lists the
     *     tied in declared order
     */
    public static int[] of(Election election, TieBreak tieBreak) {
        List<Option> options = election.options();
        Comparator<Integer> order =
                switch (tieBreak) {
                    case TieBreak.Lot lot -> byBytes(lotDigests(options, lot.seed()));
                    case TieBreak.Fixed fixed ->
                        switch (fixed) {
                            case ID -> byId(options);
                            case COST_VOTES_ID -> byCostVotesId(election);
                            case DECLARED, REPORT -> Comparator.naturalOrder();
                        };
                };
        int[] places = new int[options.size()];
        int place = 0;
        for (int option :
                IntStream.range(0, places.length).boxed().sorted(order).toList()) {
            places[option] = place++;
        }
        return places;
    }

    private static Comparator<Integer> byCostVotesId(Election election) {
        List<Option> options = election.options();
        long[] votes = Scores.votes(election);
        return Comparator.<Integer>comparingLong(option -> options.get(option).cost())
                .thenComparing(Comparator.<Integer>comparingLong(option -> votes[option])
                        .reversed())
                .thenComparing(byId(options));
    }

    /** UTF-8 bytes stand in the order of code points, which UTF-16 units do not. */
    private static Comparator<Integer> byId(List<Option> options) {
        return byBytes(options.stream()
                .map(option -> option.id().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    private static Comparator<Integer> byBytes(byte[][] keys) {
        return (a, b) -> Arrays.compareUnsigned(keys[a], keys[b]);
    }

    private static byte[][] lotDigests(List<Option> options, String seed) {
        MessageDigest sha256 = sha256();
        return options.stream()
                .map(option -> {
                    sha256.update(seed.getBytes(StandardCharsets.UTF_8));
                    sha256.update((byte) 0);
                    return sha256.digest(option.id().getBytes(StandardCharsets.UTF_8));
                })
                .toArray(byte[][]::new);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
