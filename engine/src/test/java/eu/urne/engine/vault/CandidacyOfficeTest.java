package eu.urne.engine.vault;

import static eu.urne.engine.vault.TestVault.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.council.AgendaOrder;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilCommand.EstablishCouncil;
import eu.urne.engine.council.CouncilDraw.Frozen;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.Membership;
import eu.urne.engine.council.Procedure;
import eu.urne.engine.council.Quorum;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.MotionRule.Majority;
import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.sortition.DrawSpec.Cell;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Shortage;
import eu.urne.engine.store.Beside;
import eu.urne.engine.vault.CandidacyOffice.Standing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Candidacies of persons of the vault for a youth council whose seats are by district. */
@ParameterizedClass
@EnumSource(Beside.class)
class CandidacyOfficeTest {

    private static final CouncilId YOUTH = new CouncilId("youth");
    private static final DrawId DRAW = new DrawId("youth-2027");
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final String WHY = "test";

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private DataDirectory data;
    private Engine engine;
    private Vault vault;
    private CandidacyOffice office;
    private InvitationOffice invitations;
    private int commands;

    @BeforeEach
    void start() {
        data = beside.open(folder);
        engine = Engine.start(data, 0, axon -> {});
        vault = Vault.open(data, Map.of());
        vault.registers().open(REGISTER, "Jeunes", origin());
        office = new CandidacyOffice(vault, engine.commands(), engine.draws(), engine.log());
        invitations = new InvitationOffice(vault, engine.draws());
        Procedure procedure = new Procedure(5, new Quorum(1, 2), Majority.SIMPLE, true, 1, true, 3, AgendaOrder.BY_DAY);
        CouncilTerms council = new CouncilTerms(
                YOUTH, "Conseil des jeunes", "youth", null, Membership.PERSONS, 3, 24, procedure, true);
        assertThat(engine.commands().send(new EstablishCouncil(council), origin()))
                .isInstanceOf(Answer.Accepted.class);
        Attribute district = new Attribute("district", Attribute.Source.RESIDENCE, null, List.of("nord", "sud"));
        Composition composition = new Composition.Strata(
                List.of("district"),
                List.of(new Cell(2, List.of("nord")), new Cell(1, List.of("sud"))),
                new Shortage.Empty());
        DrawTerms terms = new DrawTerms(
                DRAW,
                YOUTH,
                3,
                FROM,
                FROM.plusYears(2),
                new AgeBetween(11, 20, FROM),
                List.of(district),
                composition,
                13);
        assertThat(engine.draws().announce(terms, origin())).isInstanceOf(Answer.Accepted.class);
    }

    @AfterEach
    void stop() {
        vault.close();
        engine.close();
        data.close();
    }

    private CommandOrigin origin() {
        return new CommandOrigin("test-" + commands++, "staff/abcd", TestVault.ORIGIN.atMs());
    }

    private VaultId person(String name, String birthDate, String district) {
        PersonRecord person = new PersonRecord(
                name,
                "Awa",
                LocalDate.parse(birthDate),
                null,
                "Saint-Quentin",
                district,
                List.of(),
                List.of(),
                List.of());
        return switch (vault.persons().add(REGISTER, person, origin())) {
            case VaultAnswer.Done<VaultId>(VaultId id) -> id;
            case VaultAnswer.Refused<VaultId>(var refusal) -> throw new AssertionError(refusal.sentence());
        };
    }

    private Standing stand(VaultId person) {
        return office.stand(DRAW, person, Map.of(), origin());
    }

    private void stands(VaultId person) {
        assertThat(stand(person))
                .isInstanceOfSatisfying(Standing.Answered.class, answered -> assertThat(answered.answer())
                        .isInstanceOf(Answer.Accepted.class));
    }

    private Answer freeze(long moment) {
        Source dice = new Source(new PublicRandomness.Dice(10, "Dix dés", 6), moment);
        return office.freeze(
                DRAW,
                List.of(dice),
                (pool, seats, quotas) -> {
                    throw new IllegalArgumentException("there are no quotas");
                },
                origin());
    }

    private Pool pool() {
        return ((Frozen) engine.draws().draw(DRAW)).lots().pool();
    }

    @Test
    void personOfTheRightAgeStandsOnce() {
        VaultId awa = person("Traoré", "2012-05-01", "Nord");
        stands(awa);
        assertThat(stand(awa)).isInstanceOfSatisfying(Standing.Answered.class, answered -> assertThat(answered.answer())
                .isInstanceOf(Answer.Unchanged.class));
        assertThat(stand(person("Ancien", "2000-05-01", "Nord")))
                .isInstanceOfSatisfying(Standing.NotEligible.class, refused -> assertThat(
                                refused.why().sentences(Locale.ENGLISH).getFirst())
                        .startsWith("too old"));
        assertThat(stand(person("Loin", "2012-05-01", "Ailleurs")))
                .isInstanceOfSatisfying(Standing.ValuesUnknown.class, refused -> assertThat(refused.attributes())
                        .extracting(Attribute::id)
                        .containsExactly("district"));
    }

    @Test
    void poolHasWhoStands() {
        VaultId first = person("Un", "2012-05-01", "Nord");
        VaultId second = person("Deux", "2012-05-01", "Sud");
        VaultId third = person("Trois", "2012-05-01", "Sud");
        List.of(first, second, third).forEach(this::stands);
        assertThat(office.withdraw(DRAW, third, origin())).isInstanceOf(Answer.Accepted.class);
        assertThat(freeze(TestVault.ORIGIN.atMs() + 1)).isInstanceOf(Answer.Accepted.class);

        assertThat(pool().size()).isEqualTo(2);
        CandidateProof proof = office.proof(DRAW, first, origin()).orElseThrow();
        assertThat(pool().candidates().get(proof.index()))
                .isEqualTo(proof.slip().candidate());
        assertThat(office.proof(DRAW, third, origin())).isEmpty();
        assertThat(office.byIndex(DRAW, WHY, origin()).get(proof.index()).person())
                .isEqualTo(first);
    }

    @Test
    void slipProvesThePlaceInThePool() {
        VaultId one = person("Un", "2012-05-01", "Nord");
        stands(one);
        stands(person("Deux", "2012-05-01", "Sud"));
        stands(person("Trois", "2012-05-01", "Sud"));
        freeze(TestVault.ORIGIN.atMs() + 1);

        CandidateProof proof = office.proof(DRAW, one, origin()).orElseThrow();
        String element = "{\"attributes\":{\"district\":\"nord\"},\"leaf\":\""
                + proof.slip().candidate().leaf() + "\"}";
        byte[] leaf = TreeHash.leaf(element.getBytes(StandardCharsets.UTF_8));
        assertThat(Proofs.verifyInclusion(
                        proof.index(),
                        proof.size(),
                        leaf,
                        proof.proof().stream().map(Hash::bytes).toList(),
                        pool().root().bytes()))
                .isTrue();
    }

    @Test
    void whoIsErasedDoesNotStandAnyMore() {
        stands(person("Un", "2012-05-01", "Nord"));
        VaultId gone = person("Deux", "2012-05-01", "Sud");
        stands(gone);
        vault.erase(gone, "asked for", poll -> false, origin());
        assertThat(freeze(TestVault.ORIGIN.atMs() + 1)).isInstanceOf(Answer.Accepted.class);
        assertThat(pool().size()).isEqualTo(1);
    }

    @Test
    void refusedFreezingLeavesCandidaciesOpen() {
        stands(person("Un", "2012-05-01", "Nord"));
        assertThat(freeze(TestVault.ORIGIN.atMs())).isInstanceOf(Answer.Refused.class);
        stands(person("Deux", "2012-05-01", "Sud"));
    }

    @Test
    void aChildStandsWhenTheConsentOfAGuardianWasSeen() {
        VaultId child = person("Petit", "2014-12-31", "Nord");
        assertThat(stand(child)).isInstanceOfSatisfying(Standing.NotEligible.class, refused -> assertThat(
                        refused.why().sentences(Locale.ENGLISH))
                .containsExactly("the consent of a parent or guardian is not recorded"));
        assertThat(office.waitsForConsent(DRAW, child, origin())).isTrue();
        assertThat(office.consent(DRAW, child, origin())).isInstanceOf(VaultAnswer.Done.class);
        assertThat(office.waitsForConsent(DRAW, child, origin())).isFalse();
        stands(child);
        assertThat(office.consent(DRAW, person("Grand", "2010-01-01", "Nord"), origin()))
                .isInstanceOf(VaultAnswer.Refused.class);
    }

    @Test
    void consentIsToldToThePersonAndInNoLog() {
        VaultId child = person("Petit", "2014-12-31", "Nord");
        long entries = engine.log().reader().lastPosition();
        office.consent(DRAW, child, origin());
        assertThat(engine.log().reader().lastPosition()).isEqualTo(entries);
        OwnData own = new OwnDataReader(vault, engine.log().reader(), Engine.serializer())
                .of(child)
                .orElseThrow();
        assertThat(own.consents()).singleElement().satisfies(consent -> {
            assertThat(consent.draw()).isEqualTo(DRAW);
            assertThat(consent.budget()).isNull();
            assertThat(consent.by()).isEqualTo("staff/abcd");
        });
    }

    private InvitationOffice.Invitations invite() {
        return switch (invitations.invite(DRAW, REGISTER, origin())) {
            case VaultAnswer.Done<InvitationOffice.Invitations>(var done) -> done;
            case VaultAnswer.Refused<InvitationOffice.Invitations>(var refusal) ->
                throw new AssertionError(refusal.sentence());
        };
    }

    @Test
    void everybodyWhoMayStandIsSentOneCode() {
        VaultId one = person("Un", "2012-05-01", "Nord");
        person("Ancien", "2000-05-01", "Nord");
        assertThat(invite().letters()).singleElement().satisfies(letter -> {
            assertThat(letter.person().person()).isEqualTo(one);
            assertThat(invitations.person(DRAW, letter.code(), origin())).contains(one);
        });
        VaultId two = person("Deux", "2012-05-01", "Sud");
        assertThat(invite().letters())
                .extracting(letter -> letter.person().person())
                .containsExactly(two);
        assertThat(invitations.codes(DRAW)).isEqualTo(new InvitationOffice.Codes(2, 1));
        assertThat(invitations.takeBackUnused(DRAW)).isEqualTo(1);
        assertThat(invite().letters()).hasSize(1);
    }

    @Test
    void aCodeWorksForItsDrawUntilItIsReplaced() {
        VaultId one = person("Un", "2012-05-01", "Nord");
        StandingCode first = invite().letters().getFirst().code();
        assertThat(invitations.person(new DrawId("other"), first, origin())).isEmpty();
        assertThat(invitations.person(DRAW, new StandingCode("0000000000ZZ"), origin()))
                .isEmpty();
        assertThat(invitations.invite(DRAW, one, origin()))
                .isInstanceOfSatisfying(VaultAnswer.Done.class, again -> assertThat(again.result())
                        .isInstanceOfSatisfying(InvitationOffice.Invitation.class, letter -> assertThat(
                                        invitations.person(DRAW, letter.code(), origin()))
                                .contains(one)));
        assertThat(invitations.person(DRAW, first, origin())).isEmpty();
    }

    @Test
    void theCodeOfWhoIsErasedIsGone() {
        VaultId one = person("Un", "2012-05-01", "Nord");
        StandingCode code = invite().letters().getFirst().code();
        vault.erase(one, "asked for", poll -> false, origin());
        assertThat(invitations.person(DRAW, code, origin())).isEmpty();
        assertThat(invitations.codes(DRAW)).isEqualTo(new InvitationOffice.Codes(0, 0));
    }

    @Test
    void afterTheFreezingOnlyCandidatesGetACode() {
        VaultId one = person("Un", "2012-05-01", "Nord");
        stands(one);
        VaultId other = person("Deux", "2012-05-01", "Sud");
        freeze(TestVault.ORIGIN.atMs() + 1);
        assertThat(invitations.invite(DRAW, one, origin())).isInstanceOf(VaultAnswer.Done.class);
        assertThat(invitations.invite(DRAW, other, origin())).isInstanceOf(VaultAnswer.Refused.class);
        assertThat(invitations.invite(DRAW, REGISTER, origin())).isInstanceOf(VaultAnswer.Refused.class);
    }
}
