package eu.urne.engine.sortition;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Pools of invented candidates, the same in every run. */
final class TestDraws {

    static final List<PublicRandomness> DICE = List.of(new PublicRandomness.Dice(10, "ten dice", 6));
    static final List<String> THROWN = List.of("3 6 1 1 5 2 4 6 6 2");
    static final List<String> DISTRICTS = List.of("nord", "sud", "est", "ouest");
    static final List<String> AGES = List.of("11-14", "15-17", "18-20");

    private TestDraws() {}

    static Hash hash(String text) {
        return Hash.of(TreeHash.sha256(text.getBytes(UTF_8)));
    }

    static Slip slip(String draw, int number, Map<String, String> attributes) {
        return new Slip(attributes, draw, "candidacy-" + number, hash(draw + " salt " + number));
    }

    /** Candidates without attributes. */
    static Pool plain(String draw, int size) {
        return new Pool(IntStream.range(0, size)
                .mapToObj(i -> slip(draw, i, Map.of()).candidate())
                .toList());
    }

    /** Candidates of all districts and ages, the first districts and ages being the most frequent. */
    static Pool young(String draw, int size) {
        return new Pool(IntStream.range(0, size)
                .mapToObj(i -> slip(
                                draw,
                                i,
                                Map.of(
                                        "age", AGES.get(i * i % 7 % 3),
                                        "district", DISTRICTS.get(i * (i + 3) % 11 % 4)))
                        .candidate())
                .toList());
    }

    static Seed seed(long number) {
        return new Seed(hash("seed " + number));
    }

    /** A cell for each pair of district and age. */
    static DrawSpec.Strata cells(int seats, Shortage shortage) {
        List<DrawSpec.Cell> cells = new ArrayList<>();
        for (String district : DISTRICTS) {
            for (String age : AGES) {
                cells.add(new DrawSpec.Cell(seats, List.of(district, age)));
            }
        }
        return new DrawSpec.Strata(List.of("district", "age"), cells, DICE, shortage);
    }

    static List<Hash> leaves(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::leaf).toList();
    }

    /** The frozen specification of a list. */
    static DrawSpec.Quotas quotas(PanelList panels, int seats, Quota... quotas) {
        return new DrawSpec.Quotas(panels.frozen(), Arrays.asList(quotas), DICE, seats);
    }
}
