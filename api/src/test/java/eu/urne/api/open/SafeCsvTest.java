package eu.urne.api.open;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {

    private static List<String> readBack(String text) {
        StringWriter out = new StringWriter();
        SafeCsv csv = new SafeCsv(out);
        csv.row().text(text).number(-1).cents(12_305).none().end();
        csv.flush();
        return CsvReader.builder().ofCsvRecord(out.toString()).stream()
                .findFirst()
                .orElseThrow()
                .getFields();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"})
    void whatLooksLikeAFormulaBeginsWithAnApostrophe(String text) {
        assertThat(readBack(text).getFirst()).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L'école", "'quoted'", "حديقة; \"عامة\"", "Vélo 🚲, deux\nlignes", "", "a=b"})
    void otherTextsStandAsTheyAre(String text) {
        assertThat(readBack(text).getFirst()).isEqualTo(text);
    }

    @Test
    void numbersAndAmountsStandAsTheyAre() {
        assertThat(readBack("").subList(1, 4)).containsExactly("-1", "123.05", "");
    }

    @Property
    void noTextIsAFormula(@ForAll String text) {
        String cell = readBack(text.strip()).getFirst();

        assertThat(cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0).isTrue();
    }
}
