package eu.urne.audit.sortition;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Sha256;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawDocument;
import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.Panel;
import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.Shortage;
import eu.urne.engine.sortition.Slip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Draws of the engine that a number decides: pools, strata, quotas and public randomness of all kinds. */
final class RandomDraws {
    static final List<String> DISTRICTS = List.of("nord", "sud", "est");
    static final List<String> AGES = List.of("11-14", "15-17", "75+");

    private final Random random;

    RandomDraws(long number) {
        random = new Random(number);
    }

    static byte[] bytes(DrawDocument document) {
        return CanonicalJson.bytes(document.json());
    }

    Hash hash() {
        return Hash.of(Sha256.hash(Long.toString(random.nextLong()).getBytes(UTF_8)));
    }

    Pool pool(String draw, int size) {
        return new Pool(
                IntStream.range(0, size).mapToObj(i -> candidate(draw, i)).toList());
    }

    private Candidate candidate(String draw, int number) {
        Map<String, String> attributes = Map.of(
                "age", AGES.get(random.nextInt(3)), "district", DISTRICTS.get(random.nextInt(1 + random.nextInt(3))));
        return new Slip(attributes, draw, "c" + number, hash()).candidate();
    }

    DrawDocument strata(int most) {
        String draw = "d-" + random.nextInt(1_000);
        List<DrawSpec.Cell> cells = new ArrayList<>();
        for (String district : DISTRICTS) {
            for (String age : AGES) {
                cells.add(new DrawSpec.Cell(1 + random.nextInt(6), List.of(district, age)));
            }
        }
        Collections.shuffle(cells, random);
        PublicRandomness source = source();
        DrawSpec.Strata spec =
                new DrawSpec.Strata(List.of("district", "age"), cells, List.of(source), shortage(cells.size()));
        return new DrawDocument(draw, null, pool(draw, 1 + random.nextInt(most)), spec, List.of(value(source)));
    }

    /** Without strata. */
    DrawDocument big(int candidates, int seats) {
        PublicRandomness source = source();
        return new DrawDocument(
                "big",
                null,
                pool("big", candidates),
                DrawSpec.Strata.none(seats, List.of(source)),
                List.of(value(source)));
    }

    private Shortage shortage(int cells) {
        List<Integer> some = new ArrayList<>(IntStream.range(0, cells).boxed().toList());
        Collections.shuffle(some, random);
        return switch (random.nextInt(3)) {
            case 0 -> new Shortage.Empty();
            case 1 -> new Shortage.All();
            default -> new Shortage.Cells(some.subList(0, 1 + random.nextInt(cells)));
        };
    }

    /** Panels of random members, with the quotas that they all meet. */
    DrawDocument quotas(int most) {
        String draw = "q" + random.nextInt(1_000);
        int seats = 1 + random.nextInt(6);
        Pool pool = pool(draw, seats + random.nextInt(most));
        TreeSet<Panel> panels = new TreeSet<>();
        int wanted = 1 + random.nextInt(9);
        for (int i = 0; i < wanted; i++) {
            List<Integer> all =
                    new ArrayList<>(IntStream.range(0, pool.size()).boxed().toList());
            Collections.shuffle(all, random);
            panels.add(new Panel(all.subList(0, seats).stream().sorted().toList(), 1 + random.nextInt(1_000)));
        }
        PanelList list = new PanelList(List.copyOf(panels));
        List<Quota> quotas = new ArrayList<>();
        AGES.forEach(age -> quotas.add(met("age", age, list, pool)));
        quotas.add(met("district", "nord", list, pool));
        PublicRandomness source = source();
        DrawSpec.Quotas spec = new DrawSpec.Quotas(list.frozen(), quotas, List.of(source), seats);
        return new DrawDocument(draw, list, pool, spec, List.of(value(source)));
    }

    private static Quota met(String attribute, String value, PanelList list, Pool pool) {
        List<Integer> counts = list.panels().stream()
                .map(panel -> (int) panel.members().stream()
                        .filter(member -> pool.candidates()
                                .get(member)
                                .attributes()
                                .get(attribute)
                                .equals(value))
                        .count())
                .toList();
        return new Quota(attribute, Collections.min(counts), Collections.max(counts), value);
    }

    private PublicRandomness source() {
        return switch (random.nextInt(3)) {
            case 0 -> new PublicRandomness.Drand(hash(), "drand é", 1L + random.nextInt(9_000));
            case 1 ->
                new PublicRandomness.Lottery(
                        List.of(
                                new PublicRandomness.Lottery.Group(5, 1, 49),
                                new PublicRandomness.Lottery.Group(2, 0, 20)),
                        "Loto");
            default -> new PublicRandomness.Dice(12, "Dix dés", 6);
        };
    }

    private String value(PublicRandomness source) {
        return switch (source) {
            case PublicRandomness.Drand drand -> hash().hex();
            case PublicRandomness.Lottery lottery -> numbers(5, 1, 49) + "+" + numbers(2, 0, 20);
            case PublicRandomness.Dice dice ->
                String.join(
                        " ",
                        IntStream.range(0, dice.dice())
                                .mapToObj(i -> String.valueOf(1 + random.nextInt(dice.sides())))
                                .toList());
        };
    }

    private String numbers(int count, int least, int most) {
        TreeSet<Integer> drawn = new TreeSet<>();
        while (drawn.size() < count) {
            drawn.add(least + random.nextInt(most - least + 1));
        }
        return String.join(" ", drawn.stream().map(String::valueOf).toList());
    }
}
