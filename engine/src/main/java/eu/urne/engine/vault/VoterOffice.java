package eu.urne.engine.vault;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.SideBySide;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Age;
import eu.urne.engine.roll.ConsentCommand.RecordConsent;
import eu.urne.engine.roll.Ineligible;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollCommand;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import eu.urne.engine.roll.RollCommand.HandOutCard;
import eu.urne.engine.roll.RollCommand.RefuseVoter;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.internal.Identity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What takes the vault and the logs: admissions by a poll's rule, consents, erasure. The logs get pseudonyms and codes,
 * never a name or a birth date. Safe for use by many threads.
 */
public final class VoterOffice {

    private static final int ADULT = 18;
    private static final int CHUNK = 1_000;
    private static final String NOBODY = "person: there is no such person in the vault";

    private final Vault vault;
    private final Commands commands;
    private final SideBySide sender;
    private final LogReader log;
    private final EventSerializer serializer;

    /** An office on this vault and log. */
    public VoterOffice(Vault vault, Commands commands, LogReader log, EventSerializer serializer) {
        this.vault = vault;
        this.commands = commands;
        this.sender = new SideBySide(commands);
        this.log = log;
        this.serializer = serializer;
    }

    /** What becomes of a person who asks to be admitted. */
    public sealed interface Admission {

        /** The register log has answered. */
        record Answered(Answer answer) implements Admission {}

        /** The person may not vote; the register log says so. */
        record NotEligible(Ineligible why) implements Admission {}
    }

    /** Admits a person to a poll by its rule, or records the refusal. */
    public Admission admit(PollId poll, VaultId person, CommandOrigin origin) {
        Optional<PollConditions> conditions = PollConditions.read(log, serializer, poll);
        Optional<Subject> subject = vault.persons().subject(person);
        if (conditions.isEmpty() || subject.isEmpty()) {
            return refused(Reason.UNKNOWN, conditions.isEmpty() ? "there is no poll " + poll : NOBODY);
        }
        vault.access().add(Action.FACTS, subject.get(), "admission to the poll " + poll, origin);
        Person pseudonym = vault.pseudonyms()
                .getOrCreate(Pseudonyms.scope(poll), subject.get().identity());
        Optional<Ineligible> why = against(subject.get(), conditions.get(), origin);
        CommandOrigin ofPerson = origin.then(pseudonym.pseudonym()).toTheDay();
        if (why.isEmpty()
                || log.lastSeq(new AdmitVoter(poll, pseudonym).stream()).isPresent()) {
            return new Admission.Answered(commands.send(new AdmitVoter(poll, pseudonym), ofPerson));
        }
        Answer recorded =
                commands.send(new RefuseVoter(poll, pseudonym, why.get().code()), ofPerson.then("refused"));
        return recorded instanceof Answer.Refused
                ? new Admission.Answered(recorded)
                : new Admission.NotEligible(why.get());
    }

    private static Admission refused(Reason reason, String sentence) {
        return new Admission.Answered(new Answer.Refused(new Refusal(reason, sentence)));
    }

    private Optional<Ineligible> against(Subject subject, PollConditions conditions, CommandOrigin origin) {
        return Consents.against(conditions.who(), subject.facts(), lacksConsent(subject, conditions, origin));
    }

    private boolean lacksConsent(Subject subject, PollConditions conditions, CommandOrigin origin) {
        LocalDate birthDate = subject.facts().birthDate();
        boolean child = birthDate == null || Age.on(birthDate, conditions.day(origin)) < ADULT;
        return child
                && conditions.consent() != null
                && !vault.consents().has(subject.identity(), Pseudonyms.scope(conditions.consent()));
    }

    /** Admits everybody of a register who may vote in a poll; nobody is recorded as refused, as nobody asked. */
    public VaultAnswer<AdmittedRegister> admitAll(PollId poll, RegisterId register, CommandOrigin origin) {
        Optional<PollConditions> conditions = PollConditions.read(log, serializer, poll);
        if (conditions.isEmpty()) {
            return VaultAnswer.refuse(Reason.UNKNOWN, "there is no poll " + poll);
        }
        if (!vault.registers().exists(register)) {
            return Persons.unknown(register);
        }
        AdmittedRegister.Counting count = new AdmittedRegister.Counting();
        Persons.Chunk chunk = vault.persons().chunk(register, 0, CHUNK);
        while (!chunk.subjects().isEmpty()) {
            int read = chunk.subjects().size();
            vault.access().add(Action.FACTS, register, read, "admission to the poll " + poll, origin);
            Optional<Refusal> stopped = admitChunk(poll, chunk.subjects(), conditions.get(), count, origin);
            if (stopped.isPresent()) {
                return new VaultAnswer.Refused<>(stopped.get());
            }
            chunk = vault.persons().chunk(register, chunk.lastNumber(), CHUNK);
        }
        return new VaultAnswer.Done<>(count.result());
    }

    private Optional<Refusal> admitChunk(
            PollId poll,
            List<Subject> subjects,
            PollConditions conditions,
            AdmittedRegister.Counting count,
            CommandOrigin origin) {
        List<Identity> eligible = subjects.stream()
                .filter(subject -> {
                    Optional<Ineligible> why = against(subject, conditions, origin);
                    why.ifPresent(each -> count.refused(each.code()));
                    return why.isEmpty();
                })
                .map(Subject::identity)
                .toList();
        Map<Identity, Person> pseudonyms = vault.pseudonyms().getOrCreate(Pseudonyms.scope(poll), eligible);
        List<AdmitVoter> admissions = pseudonyms.values().stream()
                .map(pseudonym -> new AdmitVoter(poll, pseudonym))
                .toList();
        for (Answer answer : sender.send(admissions, origin)) {
            switch (answer) {
                case Answer.Accepted accepted -> count.admitted();
                case Answer.Unchanged unchanged -> count.already();
                case Answer.Refused(Refusal refusal) when refusal.reason() == Reason.EXISTS -> count.already();
                case Answer.Refused(Refusal refusal) -> {
                    return Optional.of(refusal);
                }
            }
        }
        return Optional.empty();
    }

    /** Records that an admitted person was given a card. */
    public Answer handOut(PollId poll, VaultId person, CommandOrigin origin) {
        Optional<Subject> subject = vault.persons().subject(person);
        if (subject.isEmpty()) {
            return new Answer.Refused(new Refusal(Reason.UNKNOWN, NOBODY));
        }
        vault.access().add(Action.FACTS, subject.get(), "hand-out in the poll " + poll, origin);
        Optional<Person> pseudonym =
                vault.pseudonyms().find(Pseudonyms.scope(poll), subject.get().identity());
        if (pseudonym.isEmpty()) {
            return new Answer.Refused(new Refusal(Reason.UNKNOWN, "person: not admitted to the poll " + poll));
        }
        return commands.send(
                new HandOutCard(poll, pseudonym.get()),
                origin.then(pseudonym.get().pseudonym()).toTheDay());
    }

    /** How far a person has come in the register of a poll; new too if there is no such person. */
    public Standing standing(PollId poll, VaultId person) {
        long last = vault.persons()
                .subject(person)
                .flatMap(subject -> vault.pseudonyms().find(Pseudonyms.scope(poll), subject.identity()))
                .map(pseudonym ->
                        log.lastSeq(new AdmitVoter(poll, pseudonym).stream()).orElse(-1))
                .orElse(-1L);
        return last < 0 ? Standing.NEW : last == 0 ? Standing.ADMITTED : Standing.SERVED;
    }

    /** Records that a guardian has consented to a child's part in a budget: in the vault, and in the register log. */
    public Answer consent(VaultId person, BudgetId budget, CommandOrigin origin) {
        return switch (pseudonym(person, budget)) {
            case VaultAnswer.Refused<Person>(Refusal refusal) -> new Answer.Refused(refusal);
            case VaultAnswer.Done<Person>(Person pseudonym) -> {
                Subject subject = vault.persons().subject(person).orElseThrow();
                Answer answer = commands.send(
                        new RecordConsent(budget, pseudonym),
                        origin.then(pseudonym.pseudonym()).toTheDay());
                if (!(answer instanceof Answer.Refused)) {
                    vault.consents().record(subject.identity(), Pseudonyms.scope(budget), origin);
                    vault.access().add(Action.CONSENT, subject, "consent for " + budget, origin);
                }
                yield answer;
            }
        };
    }

    /** The pseudonym under which the public log knows a person in a budget, as author of ideas. */
    public VaultAnswer<Person> pseudonym(VaultId person, BudgetId budget) {
        Optional<Subject> subject = vault.persons().subject(person);
        if (subject.isEmpty()) {
            return VaultAnswer.refuse(Reason.UNKNOWN, NOBODY);
        }
        if (PollConditions.terms(log, serializer, budget).isEmpty()) {
            return VaultAnswer.refuse(Reason.UNKNOWN, "there is no budget " + budget);
        }
        return new VaultAnswer.Done<>(vault.pseudonyms()
                .getOrCreate(Pseudonyms.scope(budget), subject.get().identity()));
    }

    /** Erases a person, see {@link Vault#erase}. */
    public VaultAnswer<Integer> erase(VaultId person, String reason, CommandOrigin origin) {
        return vault.erase(person, reason, this::admits, origin);
    }

    /** Forgets what was kept of erased persons for polls that have ended since. */
    public void forgetErased() {
        vault.pseudonyms().purge(this::admits);
    }

    private boolean admits(PollId poll) {
        return log.lastSeq(RollCommand.registerStream(poll)).orElse(-1) == 0;
    }
}
