package eu.urne.engine.vault;

import static eu.urne.engine.budget.TestBudgets.BUDGET;
import static eu.urne.engine.vault.TestVault.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.ProposalCommand.AcceptProposal;
import eu.urne.engine.budget.ProposalCommand.AssignStudy;
import eu.urne.engine.budget.ProposalCommand.StudyProposal;
import eu.urne.engine.budget.ProposalCommand.SubmitProposal;
import eu.urne.engine.budget.ProposalId;
import eu.urne.engine.budget.ShortlistDraft;
import eu.urne.engine.budget.TestBudgets;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.engine.roll.EligibilityRule.AgeBetween;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RefusalCode;
import eu.urne.engine.roll.RollCommand.CloseAdmissions;
import eu.urne.engine.store.Beside;
import eu.urne.engine.vault.VoterOffice.Admission;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
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

/** Admissions to the poll of a children's budget whose rules demand a guardian's consent. */
@ParameterizedClass
@EnumSource(Beside.class)
class VoterOfficeTest {

    private static final PollId POLL = new PollId("children-2026-all");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 13);
    private static final EligibilityRule WHO = new AgeBetween(8, 20, DAY);

    @Parameter
    Beside beside;

    @TempDir
    Path folder;

    private DataDirectory data;
    private Engine engine;
    private Vault vault;
    private VoterOffice office;
    private int commands;

    @BeforeEach
    void start() {
        data = beside.open(folder);
        engine = Engine.start(data, 0, axon -> {});
        vault = Vault.open(data, Map.of());
        vault.registers().open(REGISTER, "Enfants", origin());
        office = new VoterOffice(vault, engine.commands(), engine.log().reader(), Engine.serializer());
        openPoll();
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

    private void send(Object command) {
        assertThat(engine.commands().send(command, origin())).isInstanceOf(Answer.Accepted.class);
    }

    private void openPoll() {
        ProposalId cabin = new ProposalId("cabin");
        send(new OpenBudget(TestBudgets.terms(false)));
        send(new AdvancePhase(BUDGET, Phase.IDEAS, "", TestBudgets.calendar().beginMs(Phase.IDEAS)));
        send(new SubmitProposal(BUDGET, cabin, TestBudgets.GROUP, TestBudgets.idea()));
        send(new AcceptProposal(BUDGET, cabin));
        send(new AssignStudy(BUDGET, cabin, "Jeunesse"));
        send(new StudyProposal(BUDGET, cabin, TestBudgets.feasible(150_000), "staff/a"));
        send(new AdvancePhase(BUDGET, Phase.STUDY, "", TestBudgets.calendar().beginMs(Phase.STUDY)));
        ShortlistDraft draft = new ShortlistDraft(
                "all",
                List.of(new ShortlistDraft.Entry(cabin, "Une cabane")),
                new BallotKind.Favourite(),
                new CountingRule.Greedy(),
                "declared",
                "de 8 à 20 ans",
                List.of("card"),
                false,
                WHO,
                null);
        assertThat(engine.budgets().shortlist(BUDGET, draft, origin())).isInstanceOf(Answer.Accepted.class);
    }

    private VaultId person(String name, String birthDate) {
        PersonRecord person = new PersonRecord(
                name,
                "Awa",
                birthDate.isEmpty() ? null : LocalDate.parse(birthDate),
                null,
                "Saint-Quentin",
                "Europe",
                List.of(),
                List.of("centre-a"),
                List.of());
        return ((VaultAnswer.Done<VaultId>) vault.persons().add(REGISTER, person, origin())).result();
    }

    private List<String> admit(VaultId person) {
        return switch (office.admit(POLL, person, origin())) {
            case Admission.Answered(Answer.Accepted accepted) -> List.of();
            case Admission.Answered(Answer.Refused(var refusal)) -> List.of(refusal.sentence());
            case Admission.Answered(Answer.Unchanged unchanged) -> List.of("unchanged");
            case Admission.NotEligible(var why) -> why.sentences(Locale.ENGLISH);
        };
    }

    @Test
    void aChildNeedsARecordedConsent() {
        VaultId child = person("Diallo", "2014-01-01");
        assertThat(admit(child)).containsExactly("the consent of a parent or guardian is not recorded");

        assertThat(office.consent(child, BUDGET, origin())).isInstanceOf(Answer.Accepted.class);
        assertThat(office.consent(child, BUDGET, origin())).isInstanceOf(Answer.Unchanged.class);
        assertThat(admit(child)).isEmpty();
    }

    @Test
    void whoIs18OnTheDayOfTheAdmissionNeedsNone() {
        assertThat(admit(person("Adult", "2008-04-13"))).isEmpty();
        assertThat(admit(person("Child", "2008-04-14")))
                .containsExactly("the consent of a parent or guardian is not recorded");
    }

    @Test
    void whoseBirthDateIsNotKnownNeedsBoth() {
        assertThat(admit(person("Unknown", "")))
                .containsExactly(
                        "the birth date is not known, and the age on 2026-04-13 counts",
                        "the consent of a parent or guardian is not recorded");
    }

    @Test
    void aConsentToNothingIsRefused() {
        VaultId child = person("Diallo", "2014-01-01");

        assertThat(office.consent(child, new BudgetId("none"), origin()))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().sentence()).isEqualTo("there is no budget none"));
        assertThat(office.consent(new VaultId("0".repeat(32)), BUDGET, origin()))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(
                                refused.refusal().sentence())
                        .isEqualTo("person: there is no such person in the vault"));
    }

    @Test
    void thePseudonymsOfAPersonInPollAndBudgetHaveNothingInCommon() {
        VaultId person = person("Adult", "2000-01-01");
        admit(person);
        office.consent(person, BUDGET, origin());
        Person author = ((VaultAnswer.Done<Person>) office.pseudonym(person, BUDGET)).result();
        OwnData known = new OwnDataReader(vault, engine.log().reader(), Engine.serializer())
                .of(person)
                .orElseThrow();

        assertThat(known.budgets()).containsExactly(new OwnData.InBudget(BUDGET, author));
        assertThat(known.consents()).extracting(OwnData.GivenConsent::budget).containsExactly(BUDGET);
        OwnData.InPoll poll = known.polls().getFirst();
        assertThat(poll.refused()).containsExactly(RefusalCode.TOO_OLD);
        assertThat(poll.admitted()).isFalse();
        assertThat(new HashSet<>(List.of(poll.pseudonym().pseudonym(), author.pseudonym(), person.hex())))
                .hasSize(3);
    }

    @Test
    void whoWasRefusedCanBeAdmittedLater() {
        VaultId child = person("Later", "2014-01-01");
        admit(child);
        office.consent(child, BUDGET, origin());

        assertThat(admit(child)).isEmpty();
        assertThat(admit(child)).singleElement().asString().endsWith("is admitted already");
    }

    @Test
    void behindTheCloseNobodyIsAdmittedOrRefused() {
        VaultId adult = person("Adult", "2007-01-01");
        VaultId child = person("Child", "2014-01-01");
        send(new CloseAdmissions(POLL));

        assertThat(admit(adult)).containsExactly("the register of the poll children-2026-all is closed");
        assertThat(admit(child)).containsExactly("the register of the poll children-2026-all is closed");
        assertThat(office.admitAll(POLL, REGISTER, origin())).isInstanceOf(VaultAnswer.Refused.class);
    }

    @Test
    void figuresGetSiteDistrictAndAgeAndNothingMore() {
        VaultId adult = person("Adult", "2007-04-14");
        admit(adult);
        VaultId erased = person("Erased", "2007-04-14");
        admit(erased);
        office.handOut(POLL, adult, origin());
        office.erase(erased, "asked for", origin());

        List<VoterFacts.Voter> voters = new VoterFacts(vault, engine.log().reader()).of(POLL, DAY, origin());

        assertThat(voters).hasSize(2).anySatisfy(voter -> {
            assertThat(voter.served()).isTrue();
            assertThat(voter.sites()).containsExactly("centre-a");
            assertThat(voter.district()).isEqualTo("europe");
            assertThat(voter.age()).isEqualTo(18);
        });
        assertThat(voters).anySatisfy(voter -> {
            assertThat(voter.served()).isFalse();
            assertThat(voter.sites()).isEmpty();
            assertThat(voter.age()).isNull();
        });
    }

    @Test
    void onceThePollAdmitsNobodyAnErasedPersonIsForgottenWholly() {
        VaultId person = person("Adult", "2007-01-01");
        admit(person);
        office.erase(person, "asked for", origin());
        VaultId again = person("Adult", "2007-01-01");
        assertThat(admit(again)).singleElement().asString().endsWith("is admitted already");
        office.erase(again, "asked for", origin());

        send(new CloseAdmissions(POLL));
        office.forgetErased();

        VaultId anew = person("Adult", "2007-01-01");
        assertThat(new OwnDataReader(vault, engine.log().reader(), Engine.serializer())
                        .of(anew)
                        .orElseThrow()
                        .polls())
                .isEmpty();
    }
}
