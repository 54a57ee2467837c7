package eu.urne.engine.council;

import static eu.urne.engine.council.CouncilCity.CANDIDATES;
import static eu.urne.engine.council.CouncilCity.DICE;
import static eu.urne.engine.council.CouncilCity.DRAW;
import static eu.urne.engine.council.CouncilCity.drawTerms;
import static eu.urne.engine.council.CouncilCity.person;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.council.CandidacyCommand.CloseCandidacies;
import eu.urne.engine.council.CandidacyCommand.OpenCandidacies;
import eu.urne.engine.council.CandidacyCommand.RefuseCandidacy;
import eu.urne.engine.council.CandidacyCommand.StandForCouncil;
import eu.urne.engine.council.CandidacyCommand.WithdrawCandidacy;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.DrawCommand.AnnounceDraw;
import eu.urne.engine.council.DrawCommand.AnswerRole;
import eu.urne.engine.council.DrawCommand.CallOffDraw;
import eu.urne.engine.council.DrawCommand.FreezePool;
import eu.urne.engine.council.DrawCommand.OfferRole;
import eu.urne.engine.council.DrawCommand.OpenRole;
import eu.urne.engine.council.DrawEvent.GivenSeat;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draw from its announcement to those who were not drawn. */
class DrawLifeTest {

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

    private Drawn drawn() {
        return (Drawn) city.engine().draws().draw(DRAW);
    }

    @Test
    void drawIsForSeatsThatWerePutAside() {
        city.established();
        city.refused(new AnnounceDraw(drawTerms(DRAW)), "draw: the council youth has not put aside these seats");
        city.refused(new OpenCandidacies(DRAW), "draw: there is no draw youth-2027");
        city.refused(new StandForCouncil(DRAW, person(0)), "draw: nobody can stand for a draw youth-2027 yet");
    }

    @Test
    void personStandsAndWithdrawsByTurns() {
        city.standing();
        city.unchanged(new StandForCouncil(DRAW, person(0)));
        city.accepted(new WithdrawCandidacy(DRAW, person(0)));
        city.refused(
                new WithdrawCandidacy(DRAW, person(0)),
                "person: " + person(0) + " does not stand for the draw youth-2027");
        city.accepted(new StandForCouncil(DRAW, person(0)));
        city.accepted(new RefuseCandidacy(DRAW, person(99), new CandidacyRefusal.ValueUnknown()));
        city.unchanged(new RefuseCandidacy(DRAW, person(99), new CandidacyRefusal.ValueUnknown()));
    }

    @Test
    void nobodyEntersOrLeavesWhenCandidaciesAreClosed() {
        city.standing();
        city.refused(city.freezing(), "draw: the candidacies are not closed yet");
        city.accepted(new CloseCandidacies(DRAW));
        city.refused(new StandForCouncil(DRAW, person(77)), "draw: the candidacies for the draw youth-2027 are closed");
        city.refused(
                new WithdrawCandidacy(DRAW, person(0)), "draw: the candidacies for the draw youth-2027 are closed");
    }

    @Test
    void poolIsFrozenBeforeTheRandomnessExists() {
        city.standing();
        city.accepted(new CloseCandidacies(DRAW));
        FreezePool freezing = city.freezing();
        long known = freezing.sources().getFirst().fromMs();
        city.refused(
                new FreezePool(DRAW, freezing.pool(), null, freezing.sources(), freezing.checkpoint(), known),
                "sources: the value of \"Dix dés\" could be known already; the pool is frozen before");
        city.accepted(freezing);
        city.refused(freezing, "draw: youth-2027 has a frozen pool already");
    }

    @Test
    void twoPersonsReadTheSameRandomness() {
        city.frozen();
        assertThat(city.read("staff/one", List.of("3 6 1 1 5 2 4 6 3 7")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().sentence()).contains("from 1 to 6"));
        assertThat(city.read("staff/one", DICE)).isInstanceOf(Answer.Accepted.class);
        city.read("staff/one", DICE);
        assertThat(city.engine().draws().draw(DRAW)).isInstanceOf(CouncilDraw.Frozen.class);
        city.read("staff/two", List.of("1 6 1 1 5 2 4 6 3 2"));
        assertThat(city.engine().draws().draw(DRAW)).isInstanceOf(CouncilDraw.Frozen.class);
        city.read("staff/one", DICE);
        city.read("staff/two", DICE);
        assertThat(drawn().values()).isEqualTo(DICE);
    }

    @Test
    void everybodyIsDrawnOrInReserve() {
        city.drawn();
        List<Integer> members =
                drawn().seats().stream().map(GivenSeat::candidate).toList();
        assertThat(members).hasSize(6).doesNotHaveDuplicates();
        assertThat(drawn().seats().stream().filter(seat -> seat.cell() == 0)).hasSize(4);
        assertThat(drawn().reserve().values().stream().mapToInt(List::size).sum())
                .isEqualTo(CANDIDATES - 6);
        city.refused(new CallOffDraw(DRAW, "Autrement"), "draw: youth-2027 is drawn, and not drawn again");
    }

    @Test
    void rolesAreOfferedToThoseWhoWereNotDrawn() {
        city.drawn();
        int member = drawn().seats().getFirst().candidate();
        List<Integer> reserve = drawn().reserve().get(0);
        city.accepted(new OpenRole(DRAW, new Role("jury", "Jury du budget", 1)));
        city.refused(
                new OfferRole(DRAW, member, "jury"),
                "candidate: " + member + " is not one of those who were not drawn");
        city.refused(
                new AnswerRole(DRAW, reserve.getFirst(), "jury", true),
                "role: jury was not offered to the candidate " + reserve.getFirst());
        city.accepted(new OfferRole(DRAW, reserve.get(0), "jury"));
        city.accepted(new OfferRole(DRAW, reserve.get(1), "jury"));
        city.accepted(new AnswerRole(DRAW, reserve.get(0), "jury", true));
        city.unchanged(new AnswerRole(DRAW, reserve.get(0), "jury", true));
        city.refused(new AnswerRole(DRAW, reserve.get(1), "jury", true), "role: all 1 places of jury are taken");
        city.accepted(new AnswerRole(DRAW, reserve.get(1), "jury", false));
        assertThat(drawn().roles().get("jury").taken()).isEqualTo(1);
    }
}
