package eu.urne.engine.sortition;

import eu.urne.engine.poll.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The draws whose documents are kept as vectors for every verifier. */
final class DrawExamples {

    private static final List<PublicRandomness> THREE = List.of(
            new PublicRandomness.Drand(TestDraws.hash("chain"), "drand, round 4 000 000", 4_000_000),
            new PublicRandomness.Lottery(
                    List.of(new PublicRandomness.Lottery.Group(5, 1, 49), new PublicRandomness.Lottery.Group(1, 1, 10)),
                    "Loto du 2 décembre"),
            new PublicRandomness.Dice(3, "Trois dés, séance publique", 6));
    private static final List<String> THREE_VALUES =
            List.of(TestDraws.hash("round").hex(), "3 14 22 31 47+8", "6 1 4");

    private static final int MOST_TURNS = 12;
    private static final int TURN = 5;

    private DrawExamples() {}

    static Map<String, DrawDocument> all() {
        Map<String, DrawDocument> all = new LinkedHashMap<>();
        all.put("one-candidate", strata("one", TestDraws.plain("one", 1), DrawSpec.Strata.none(1, TestDraws.DICE)));
        all.put("one-cell", strata("plain", TestDraws.plain("plain", 20), DrawSpec.Strata.none(5, TestDraws.DICE)));
        all.put("short-empty", cells("short-empty", new Shortage.Empty()));
        all.put("short-all", cells("short-all", new Shortage.All()));
        all.put("short-cells", cells("short-cells", new Shortage.Cells(List.of(7, 0, 3))));
        DrawSpec.Strata none = DrawSpec.Strata.none(4, THREE);
        all.put("three-sources", new DrawDocument("three", null, TestDraws.plain("three", 9), none, THREE_VALUES));
        all.put("not-drawn-yet", new DrawDocument("three", null, TestDraws.plain("three", 9), none, null));
        all.put("quotas", quotas("quotas", 7));
        all.put("number-drawn-again", drawnAgain());
        return all;
    }

    private static DrawDocument strata(String draw, Pool pool, DrawSpec.Strata spec) {
        return new DrawDocument(draw, null, pool, spec, TestDraws.THROWN);
    }

    private static DrawDocument cells(String draw, Shortage shortage) {
        return strata(draw, TestDraws.young(draw, 30), TestDraws.cells(2, shortage));
    }

    private static DrawDocument quotas(String draw, int tickets) {
        Pool pool = TestDraws.young(draw, 14);
        List<Quota> quotas = List.of(new Quota("district", 1, 3, "nord"), new Quota("age", 0, 2, "11-14"));
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; panels.size() < 5; i++) {
            int first = i;
            List<Integer> members = IntStream.range(0, 4)
                    .map(j -> (first + j * (1 + first % 4)) % pool.size())
                    .sorted()
                    .distinct()
                    .boxed()
                    .toList();
            Panel panel = new Panel(members, tickets);
            List<Candidate> who = panel.of(pool);
            if (members.size() == 4 && quotas.stream().allMatch(quota -> quota.miss(who) == 0)) {
                panels.add(panel);
            }
        }
        PanelList list = new PanelList(panels.stream().sorted().toList());
        DrawSpec.Quotas spec = new DrawSpec.Quotas(list.frozen(), quotas, TestDraws.DICE, 4);
        return new DrawDocument(draw, list, pool, spec, TestDraws.THROWN);
    }

    /** Of 65,536 numbers 5,581 draw again with 8,565 tickets: one of the first throws does. */
    private static DrawDocument drawnAgain() {
        DrawDocument some = quotas("again", 1_713);
        for (int last = 1; last <= 36; last++) {
            String value = "3 6 1 1 5 2 4 6 " + (1 + last % 6) + " " + (1 + last / 6 % 6);
            DrawDocument document =
                    new DrawDocument(some.draw(), some.panels(), some.pool(), some.spec(), List.of(value));
            if (SeedTest.firstNumber(document.seed()) >= 65_536 - 65_536 % 8_565) {
                return document;
            }
        }
        throw new IllegalStateException("no throw draws again");
    }

    /** A vector: the document and, where it is drawn, the answers of those who are next. */
    static ObjectNode vector(DrawDocument document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("document", document.json());
        ArrayNode replacements = json.putArray("replacements");
        if (document.values() != null) {
            Drawn drawn = document.drawn();
            Set<Hash> used = new HashSet<>(TestDraws.leaves(drawn.members()));
            List<Seat> now = new ArrayList<>(drawn.seats());
            for (int turn = 0; turn < MOST_TURNS; turn++) {
                int number = turn * TURN % now.size();
                if (now.get(number).member() != null) {
                    replacements.add(replace(document, drawn, now, number, used));
                }
            }
        }
        return json;
    }

    private static ObjectNode replace(DrawDocument document, Drawn drawn, List<Seat> now, int number, Set<Hash> used) {
        Seat seat = now.get(number);
        List<Candidate> others = IntStream.range(0, now.size())
                .filter(i -> i != number)
                .mapToObj(now::get)
                .flatMap(other -> Optional.ofNullable(other.member()).stream())
                .toList();
        Optional<Candidate> next = Draw.next(document.spec(), document.seed(), drawn, new Vacancy(seat, others, used));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seat", number);
        json.put("cell", seat.cell());
        Optional.ofNullable(seat.member())
                .ifPresent(last -> json.put("last", last.leaf().hex()));
        ArrayNode rest = json.putArray("others");
        others.forEach(other -> rest.add(other.leaf().hex()));
        ArrayNode gone = json.putArray("used");
        used.stream().map(Hash::hex).sorted().forEach(gone::add);
        next.ifPresent(one -> {
            json.put("next", one.leaf().hex());
            used.add(one.leaf());
        });
        now.set(number, new Seat(seat.cell(), next.orElse(null)));
        return json;
    }
}
