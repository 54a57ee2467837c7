package eu.urne.engine.council;

import static eu.urne.engine.council.CouncilCity.DRAW;
import static eu.urne.engine.council.CouncilCity.FROM;
import static eu.urne.engine.council.CouncilCity.UNTIL;
import static eu.urne.engine.council.CouncilCity.YOUTH;
import static eu.urne.engine.council.CouncilCity.drawTerms;
import static eu.urne.engine.council.CouncilCity.terms;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.council.CouncilCommand.EstablishCouncil;
import eu.urne.engine.council.CouncilCommand.OfferSeats;
import eu.urne.engine.council.CouncilCommand.ReplaceMember;
import eu.urne.engine.council.CouncilCommand.ReviseCouncil;
import eu.urne.engine.council.CouncilCommand.SeatMembers;
import eu.urne.engine.council.CouncilCommand.VacateSeat;
import eu.urne.engine.council.DrawCommand.PassOverCandidate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A council, its seats, and who holds them when. */
class CouncilLifeTest {

    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private static final DrawId OTHER = new DrawId("youth-more");

    @TempDir
    Path folder;

    private CouncilCity city;

    @BeforeEach
    void start() {
        city = new CouncilCity(folder);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void councilIsEstablishedOnce() {
        city.established();
        city.unchanged(new EstablishCouncil(terms(6)));
        city.refused(new EstablishCouncil(terms(7)), "council: youth is established otherwise");
    }

    @Test
    void seatsArePutAsideOnce() {
        city.established();
        city.accepted(new OfferSeats(YOUTH, DRAW, new SeatOffer(6, FROM, UNTIL)));
        city.unchanged(new OfferSeats(YOUTH, DRAW, new SeatOffer(6, FROM, UNTIL)));
        city.refused(
                new OfferSeats(YOUTH, OTHER, new SeatOffer(1, FROM, UNTIL)),
                "seats: on 2027-01-01 the council youth has 0 free seats, not 1");
        city.refused(
                new ReviseCouncil(terms(7), "Plus de monde"),
                "the council youth is not revised while seats of it are being drawn");
    }

    @Test
    void calledOffDrawGivesItsSeatsBack() {
        city.standing();
        city.accepted(origin -> city.engine().draws().callOff(DRAW, "Trop peu de candidatures", origin));
        assertThat(city.council().offers()).isEmpty();
        city.refused(
                new OfferSeats(YOUTH, DRAW, new SeatOffer(6, FROM, UNTIL)), "draw: there is a draw youth-2027 already");
        city.accepted(origin -> city.engine().draws().announce(drawTerms(OTHER), origin));
    }

    @Test
    void drawnMembersHoldTheirSeatsForTheTerm() {
        city.drawn();
        assertThat(city.council().held(FROM.minusDays(1))).isEmpty();
        assertThat(city.council().held(FROM)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(city.council().held(UNTIL.minusDays(1))).hasSize(6);
        assertThat(city.council().held(UNTIL)).isEmpty();
        assertThat(city.restarted().council().held(FROM)).hasSize(6);
    }

    @Test
    void seatsGoToWhoWasDrawnOnly() {
        city.frozen();
        city.refused(
                new SeatMembers(YOUTH, DRAW, List.of(0, 1, 2, 3, 4, 5)),
                "candidates: they are not those whom the draw youth-2027 has drawn");
    }

    @Test
    void vacantSeatGoesToTheNextOfItsCell() {
        city.drawn();
        int first = city.council().latest(1).orElseThrow().candidate();
        city.refused(
                origin -> city.engine().draws().replace(YOUTH, 1, MARCH, origin),
                "seat: the seat 1 of the council youth was not vacated");
        city.accepted(new VacateSeat(YOUTH, 1, MARCH, VacancyReason.RESIGNED));
        city.unchanged(new VacateSeat(YOUTH, 1, MARCH, VacancyReason.RESIGNED));
        assertThat(city.council().held(MARCH.minusDays(1))).contains(1);
        assertThat(city.council().held(MARCH)).doesNotContain(1);

        CouncilDraw.Drawn draw = (CouncilDraw.Drawn) city.engine().draws().draw(DRAW);
        int cell = draw.seats().stream()
                .filter(seat -> seat.candidate() == first)
                .findFirst()
                .orElseThrow()
                .cell();
        List<Integer> reserve = draw.reserve().get(cell);
        city.accepted(new PassOverCandidate(DRAW, reserve.getFirst(), PassOver.DECLINED));
        city.accepted(origin -> city.engine().draws().replace(YOUTH, 1, MARCH, origin));

        assertThat(city.council().latest(1).orElseThrow().candidate()).isEqualTo(reserve.get(1));
        assertThat(city.council().held(MARCH)).contains(1);
    }

    @Test
    void seatIsFilledFromTheReserveOnly() {
        city.drawn();
        int second = city.council().latest(2).orElseThrow().candidate();
        city.accepted(new VacateSeat(YOUTH, 1, MARCH, VacancyReason.OTHER));
        city.refused(
                new ReplaceMember(YOUTH, 1, MARCH, DRAW, second),
                "candidate: " + second + " is not in the reserve of the draw youth-2027");
        city.refused(
                new ReplaceMember(YOUTH, 1, MARCH.minusDays(1), DRAW, second),
                "day: the seat 1 is vacant from 2027-03-01 to the day before 2029-01-01; it is not filled on"
                        + " 2027-02-28");
        city.refused(
                new VacateSeat(YOUTH, 2, UNTIL, VacancyReason.OTHER),
                "day: the seat 2 is held from 2027-01-01 to the day before 2029-01-01, and not vacated on"
                        + " 2029-01-01");
        city.refused(new VacateSeat(YOUTH, 7, MARCH, VacancyReason.OTHER), "seat: nobody has held the seat 7");
    }

    @Test
    void revisionKeepsSeatsThatAreTaken() {
        city.drawn();
        city.refused(new ReviseCouncil(terms(5), "Moins"), "seats: 6 are taken, 5 is less");
        city.accepted(new ReviseCouncil(terms(8), "Plus de monde"));
        assertThat(city.council().free(FROM)).containsExactly(7, 8);
        assertThat(city.council().free(UNTIL)).hasSize(8);
    }
}
