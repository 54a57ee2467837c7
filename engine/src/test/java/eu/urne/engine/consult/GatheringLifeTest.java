package eu.urne.engine.consult;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.consult.Gathering.Announced;
import eu.urne.engine.consult.GatheringCommand.AnnounceGathering;
import eu.urne.engine.consult.GatheringCommand.CallOffGathering;
import eu.urne.engine.consult.GatheringCommand.LinkEvaluation;
import eu.urne.engine.store.Beside;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A participation day from its announcement to its figures. */
@ParameterizedClass
@EnumSource(Beside.class)
class GatheringLifeTest {

    private static final GatheringId DAY = new GatheringId("day");

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private ConsultCity city;

    @BeforeEach
    void start() {
        city = new ConsultCity(beside, folder);
        city.accepted(new AnnounceGathering(new GatheringTerms(
                DAY,
                "Participation day",
                null,
                "participation-day",
                LocalDate.of(2026, 9, 17),
                LocalTime.of(14, 0),
                LocalTime.of(18, 0),
                "Town hall",
                List.of(new Choice("nord", "North"), new Choice("sud", "South")),
                List.of("0-17", "18+"),
                5,
                true)));
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private void checkIn(String form, String site, String age, int persons) {
        assertThat(city.engine().gatherings().checkIn(DAY, form, site, age, persons))
                .isEmpty();
    }

    @Test
    void tellsHowManyCameAndWithholdsTheFew() {
        checkIn("a", "nord", "18+", 20);
        checkIn("b", "nord", "0-17", 9);
        checkIn("b", "nord", "0-17", 9);
        checkIn("c", "sud", "18+", 6);
        checkIn("d", "-", "18+", 3);
        checkIn("e", "-", "18+", -1);
        assertThat(city.engine().gatherings().hold(DAY, city.origin())).isInstanceOf(Answer.Accepted.class);
        GatheringEvent.GatheringHeld held =
                Objects.requireNonNull(((Announced) city.engine().gatherings().gathering(DAY)).held());
        assertThat(held.attendance()).isEqualTo(37);
        assertThat(held.bySite())
                .containsExactly(new TableCell("nord", 29L), new TableCell("sud", null), new TableCell("-", null));
        assertThat(held.byAge())
                .containsExactly(new TableCell("0-17", null), new TableCell("18+", 28L), new TableCell("-", null));
        assertThat(city.engine().gatherings().checkIn(DAY, "f", "nord", "18+", 1))
                .isPresent();
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(city.engine().gatherings().checkIn(DAY, "a", "west", "18+", 1))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.sentence()).isEqualTo("site: the gathering has no such site"));
        assertThat(city.engine().gatherings().checkIn(DAY, "a", "nord", "18+", -1))
                .hasValueSatisfying(refusal ->
                        assertThat(refusal.sentence()).isEqualTo("persons: so many are not checked in there"));
    }

    @Test
    void isEvaluatedByAQuestionnaireThatThereIs() {
        city.refused(new LinkEvaluation(DAY, ConsultCity.SQUARE), "questionnaire: there is no questionnaire square");
        city.open(Access.OPEN, PaperEntry.NONE);
        city.accepted(new LinkEvaluation(DAY, ConsultCity.SQUARE));
    }

    @Test
    void isCalledOffBeforeItTakesPlace() {
        city.accepted(new CallOffGathering(DAY, "Snow"));
        ConsultCity.assertRefused(city.engine().gatherings().hold(DAY, city.origin()), "gathering: day was called off");
    }
}
