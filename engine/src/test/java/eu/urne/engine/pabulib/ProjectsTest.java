package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectsTest {

    @Test
    void categoriesAndBeneficiariesAreLists() {
        assertThat(project(Map.of("category", "sport, culture,,sport")).categories())
                .containsExactly("sport", "culture");
        assertThat(project(Map.of("target", "children,elderly")).beneficiaries())
                .containsExactly("children", "elderly");
        assertThat(project(Map.of("target", "old", "beneficiaries", "new")).beneficiaries())
                .containsExactly("new");
        assertThat(project(Map.of()).categories()).isEmpty();
    }

    @Test
    void theDistrictIsTheSmallestPartOfTownThatIsTold() {
        assertThat(project(Map.of("neighborhood", "North", "district", "D")).district())
                .contains("North");
        assertThat(project(Map.of("neighborhood", "", "district", "D")).district())
                .contains("D");
        assertThat(project(Map.of("subunit", "S")).district()).contains("S");
        assertThat(project(Map.of()).district()).isEmpty();
    }

    @Test
    void coordinatesAreExact() {
        assertThat(project(Map.of("latitude", "52.2500001", "longitude", "-21.0"))
                        .coordinates())
                .contains(new PbProject.Coordinates(new BigDecimal("52.2500001"), new BigDecimal("-21.0")));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "52,''", "north,21", "91,0", "0,181"})
    void whatIsNoPlaceHasNoCoordinates(String latitude, String longitude) {
        assertThat(project(Map.of("latitude", latitude, "longitude", longitude)).coordinates())
                .isEmpty();
    }

    private static PbProject project(Map<String, String> cells) {
        return new PbProject(1, cells);
    }
}
