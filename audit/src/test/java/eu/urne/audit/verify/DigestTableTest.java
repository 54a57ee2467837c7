package eu.urne.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.crypto.Digest128;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The compact set and table behave like those of the JDK, through many enlargements. */
class DigestTableTest {

    private static Digest128 digest(int number) {
        return Digest128.of(new byte[] {(byte) number, (byte) (number >> 8)});
    }

    @Property(tries = 100)
    void setKnowsWhatWasAdded(@ForAll @Size(max = 2_000) List<@IntRange(max = 1_500) Integer> numbers) {
        DigestSet set = new DigestSet();
        Set<Integer> model = new HashSet<>();

        assertThat(numbers)
                .allSatisfy(number -> assertThat(set.addGrowing(digest(number))).isEqualTo(model.add(number)));
        assertThat(set.size()).isEqualTo(model.size());
        assertThat(set.find(digest(9_999))).isEqualTo(-1);
    }

    @Property(tries = 100)
    void tableGivesWhatWasPutLast(@ForAll @Size(max = 2_000) List<@IntRange(max = 1_500) Integer> numbers) {
        DigestTable table = new DigestTable();
        Map<Integer, Long> model = new HashMap<>();
        long value = 0;
        for (int number : numbers) {
            table.put(digest(number), ++value);
            model.put(number, value);
        }

        model.forEach((number, last) -> assertThat(table.get(digest(number))).isEqualTo(last));
        assertThat(table.get(digest(9_999))).isEqualTo(DigestTable.ABSENT);
        assertThat(table.size()).isEqualTo(model.size());
    }
}
