package eu.urne.engine.vault;

import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Refusal;
import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.CandidacyCommand;
import eu.urne.engine.council.CandidacyCommand.CloseCandidacies;
import eu.urne.engine.council.CandidacyCommand.RefuseCandidacy;
import eu.urne.engine.council.CandidacyCommand.StandForCouncil;
import eu.urne.engine.council.CandidacyCommand.WithdrawCandidacy;
import eu.urne.engine.council.CandidacyRefusal;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilDraw.Announced;
import eu.urne.engine.council.DrawCommand.FreezePool;
import eu.urne.engine.council.DrawCommand.Source;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawOffice;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.roll.Ineligible;
import eu.urne.engine.roll.Person;
import eu.urne.engine.sortition.PanelList;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.Slip;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.SequencedLog;
import eu.urne.engine.vault.AccessLog.Action;
import eu.urne.engine.vault.Candidacies.Candidacy;
import eu.urne.engine.vault.internal.VaultCipher;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What takes the vault and the logs for a draw: who may stand, the pool, and who it is that was drawn. The logs get
 * pseudonyms and salted leaves, never a name or a birth date. Safe for use by many threads.
 */
public final class CandidacyOffice {

    private static final int SALT = 32;
    private static final String NOBODY = "person: there is no such person in the vault";

    private final Vault vault;
    private final Commands commands;
    private final DrawOffice draws;
    private final SequencedLog log;

    /** An office on this vault and these logs. */
    public CandidacyOffice(Vault vault, Commands commands, DrawOffice draws, SequencedLog log) {
        this.vault = vault;
        this.commands = commands;
        this.draws = draws;
        this.log = log;
    }

    /** What becomes of a person who wants to stand. */
    public sealed interface Standing {

        /** The register log has answered. */
        record Answered(Answer answer) implements Standing {}

        /** The person may not stand; the register log says so. */
        record NotEligible(Ineligible why) implements Standing {}

        /** Values are not known that the composition of the council needs; the register log says so. */
        record ValuesUnknown(List<Attribute> attributes) implements Standing {}
    }

    /** Finds panels that meet quotas, before a pool is frozen. */
    @FunctionalInterface
    public interface PanelFinder {

        /**
         * Panels of a pool.
         *
         * @throws IllegalArgumentException in one sentence, if no panel meets the quotas
         */
        PanelList find(Pool pool, int seats, List<Quota> quotas);
    }

    private static Answer refuse(Refusal.Reason reason, String sentence) {
        return new Answer.Refused(new Refusal(reason, sentence));
    }

    /**
     * Lets a person stand, or records the refusal.
     *
     * @param told what the person says, by the ids of attributes
     */
    public Standing stand(DrawId draw, VaultId person, Map<String, String> told, CommandOrigin origin) {
        Optional<Subject> subject = vault.persons().subject(person);
        if (subject.isEmpty()) {
            return new Standing.Answered(refuse(UNKNOWN, NOBODY));
        }
        if (!(draws.draw(draw) instanceof Announced announced)) {
            return new Standing.Answered(notAnnounced(draw));
        }
        vault.access().add(Action.FACTS, subject.get(), "candidacy for the draw " + draw, origin);
        Person pseudonym = vault.pseudonyms()
                .getOrCreate(Pseudonyms.scope(draw), subject.get().identity());
        CommandOrigin ofPerson = origin.then(pseudonym.pseudonym()).toTheDay();
        StandForCouncil stand = new StandForCouncil(draw, pseudonym);
        if (stands(stand)) {
            return new Standing.Answered(commands.send(stand, ofPerson));
        }
        DrawTerms terms = announced.terms();
        Optional<Ineligible> against =
                Consents.against(terms.who(), subject.get().facts(), lacksConsent(terms, subject.get(), origin));
        if (against.isPresent()) {
            Ineligible why = against.get();
            Answer recorded = refused(stand, new CandidacyRefusal.NotEligible(why.code()), ofPerson);
            return recorded instanceof Answer.Refused ? new Standing.Answered(recorded) : new Standing.NotEligible(why);
        }
        Optional<Map<String, String>> values = terms.values(subject.get().facts(), told);
        if (values.isEmpty()) {
            Answer recorded = refused(stand, new CandidacyRefusal.ValueUnknown(), ofPerson);
            return recorded instanceof Answer.Refused
                    ? new Standing.Answered(recorded)
                    : new Standing.ValuesUnknown(terms.unknown(subject.get().facts(), told));
        }
        Slip slip = new Slip(values.get(), draw.value(), pseudonym.pseudonym(), Hash.of(VaultCipher.random(SALT)));
        vault.candidacies().put(new Candidacy(subject.get().identity(), pseudonym, slip));
        return new Standing.Answered(commands.send(stand, ofPerson));
    }

    private boolean lacksConsent(DrawTerms terms, Subject subject, CommandOrigin origin) {
        return terms.needsConsent(subject.facts(), day(origin))
                && !vault.consents().has(subject.identity(), Pseudonyms.scope(terms.draw()));
    }

    private static LocalDate day(CommandOrigin origin) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(origin.atMs()), ZoneOffset.UTC);
    }

    /** Whether somebody could stand but for the consent of a guardian, which is not recorded. */
    public boolean waitsForConsent(DrawId draw, VaultId person, CommandOrigin origin) {
        return draws.draw(draw) instanceof Announced announced
                && vault.persons()
                        .subject(person)
                        .filter(subject -> lacksConsent(announced.terms(), subject, origin))
                        .isPresent();
    }

    /**
     * Records in the vault that somebody of the desk has seen a guardian's consent to a candidacy; no log has it.
     *
     * @return true
     */
    public VaultAnswer<Boolean> consent(DrawId draw, VaultId person, CommandOrigin origin) {
        Optional<Subject> subject = vault.persons().subject(person);
        if (subject.isEmpty()) {
            return VaultAnswer.refuse(UNKNOWN, NOBODY);
        }
        if (!(draws.draw(draw) instanceof Announced announced)) {
            return new VaultAnswer.Refused<>(notOpen(draws.draw(draw), draw));
        }
        if (!announced.terms().needsConsent(subject.get().facts(), day(origin))) {
            return VaultAnswer.refuse(WRONG_STATE, "person: nobody has to consent to this candidacy");
        }
        vault.consents().record(subject.get().identity(), Pseudonyms.scope(draw), origin);
        vault.access().add(Action.CONSENT, subject.get(), "consent for the draw " + draw, origin);
        return new VaultAnswer.Done<>(true);
    }

    /** What the pool tells of a person who stands, or stood when it was frozen; empty for who does not. */
    public Optional<Map<String, String>> attributes(DrawId draw, VaultId person) {
        return vault.persons()
                .subject(person)
                .flatMap(subject -> vault.candidacies().find(draw, subject.identity()))
                .filter(candidacy -> stands(new StandForCouncil(draw, candidacy.pseudonym())))
                .map(candidacy -> candidacy.slip().attributes());
    }

    private Answer notAnnounced(DrawId draw) {
        return new Answer.Refused(notOpen(draws.draw(draw), draw));
    }

    /** Why nobody can stand for a draw that is not open. */
    static Refusal notOpen(CouncilDraw known, DrawId draw) {
        return known instanceof CouncilDraw.Unannounced
                ? new Refusal(UNKNOWN, "draw: there is no draw " + draw)
                : new Refusal(WRONG_STATE, "draw: nobody can stand for the draw " + draw + " any more");
    }

    /** Candidacies are filed and withdrawn by turns, filed first. */
    private boolean stands(StandForCouncil stand) {
        return log.reader().lastSeq(stand.stream()).orElse(1) % 2 == 0;
    }

    private Answer refused(StandForCouncil stand, CandidacyRefusal reason, CommandOrigin origin) {
        return commands.send(new RefuseCandidacy(stand.draw(), stand.person(), reason), origin.then("refused"));
    }

    /** Lets a person stand no longer, before the pool is frozen. */
    public Answer withdraw(DrawId draw, VaultId person, CommandOrigin origin) {
        Optional<Person> pseudonym = vault.persons().subject(person).flatMap(subject -> vault.pseudonyms()
                .find(Pseudonyms.scope(draw), subject.identity()));
        return pseudonym
                .map(known -> commands.send(
                        new WithdrawCandidacy(draw, known),
                        origin.then(known.pseudonym()).toTheDay()))
                .orElseGet(() -> refuse(UNKNOWN, "person: does not stand for the draw " + draw));
    }

    /**
     * Closes the candidacies and freezes the pool of those who stand; who was erased meanwhile is withdrawn first.
     * Everything is examined before the first of it is written.
     *
     * @param sources of randomness, whose values cannot exist yet
     * @param finder of panels, asked where the composition has quotas
     */
    public Answer freeze(DrawId draw, List<Source> sources, PanelFinder finder, CommandOrigin origin) {
        Optional<Answer.Accepted> earlier = commands.find(origin.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!(draws.draw(draw) instanceof Announced announced)) {
            return notAnnounced(draw);
        }
        try {
            List<Candidacy> before = standing(draw);
            if (before.isEmpty()) {
                return refuse(WRONG_STATE, "draw: nobody stands for the draw " + draw);
            }
            FreezePool freezing = freezing(announced.terms(), before, sources, null, finder, origin);
            Optional<Refusal> against = draws.against(freezing);
            if (against.isPresent()) {
                return new Answer.Refused(against.get());
            }
            withdrawErased(draw, before, origin);
            commands.send(new CloseCandidacies(draw), origin.then("close").toTheDay());
            List<Candidacy> closed = standing(draw);
            PanelList same = closed.equals(before) ? freezing.panels() : null;
            return commands.send(freezing(announced.terms(), closed, sources, same, finder, origin), origin);
        } catch (IllegalArgumentException e) {
            return refuse(Refusal.Reason.INVALID, String.valueOf(e.getMessage()));
        }
    }

    private FreezePool freezing(
            DrawTerms terms,
            List<Candidacy> standing,
            List<Source> sources,
            @Nullable PanelList known,
            PanelFinder finder,
            CommandOrigin origin) {
        Pool pool = new Pool(
                standing.stream().map(candidacy -> candidacy.slip().candidate()).toList());
        PanelList panels =
                switch (terms.composition()) {
                    case Composition.Strata strata -> null;
                    case Composition.Quotas(List<Quota> quotas) ->
                        known == null ? finder.find(pool, terms.seats(), quotas) : known;
                };
        String checkpoint = log.checkpoint(LogName.REGISTER).note();
        return new FreezePool(terms.draw(), pool, panels, sources, checkpoint, origin.atMs());
    }

    private List<Candidacy> standing(DrawId draw) {
        return vault.candidacies().all(draw).stream()
                .filter(candidacy -> stands(new StandForCouncil(draw, candidacy.pseudonym())))
                .toList();
    }

    private void withdrawErased(DrawId draw, List<Candidacy> known, CommandOrigin origin) {
        Set<Person> pseudonyms = known.stream().map(Candidacy::pseudonym).collect(Collectors.toSet());
        String prefix = CandidacyCommand.candidacies(draw) + "/";
        log.reader().lastSeqs(prefix).forEach((stream, last) -> {
            Person person = new Person(stream.substring(prefix.length()));
            if (last % 2 == 0 && !pseudonyms.contains(person)) {
                commands.send(
                        new WithdrawCandidacy(draw, person),
                        origin.then(person.pseudonym()).toTheDay());
            }
        });
    }

    /**
     * All who stand, or stood when the pool was frozen.
     *
     * @param purpose for what the names are read, for the access log
     */
    public List<Candidate> candidates(DrawId draw, String purpose, CommandOrigin origin) {
        Map<Hash, Integer> indexes = indexes(draw);
        List<Candidate> all = standing(draw).stream()
                .map(candidacy -> new Candidate(
                        vault.persons().known(candidacy.identity()).stream()
                                .findFirst()
                                .orElse(null),
                        candidacy.slip().attributes(),
                        indexes.get(candidacy.slip().candidate().leaf())))
                .toList();
        vault.access().add(Action.LIST, all.size(), purpose, origin);
        return all;
    }

    /** Who stands behind the indexes of a frozen pool, where it is still known. */
    public Map<Integer, KnownPerson> byIndex(DrawId draw, String purpose, CommandOrigin origin) {
        Map<Integer, KnownPerson> known = new TreeMap<>();
        for (Candidate candidate : candidates(draw, purpose, origin)) {
            if (candidate.index() != null && candidate.person() != null) {
                known.put(candidate.index(), candidate.person());
            }
        }
        return known;
    }

    private Map<Hash, Integer> indexes(DrawId draw) {
        Map<Hash, Integer> indexes = new HashMap<>();
        pool(draw).ifPresent(pool -> {
            for (int i = 0; i < pool.size(); i++) {
                indexes.put(pool.candidates().get(i).leaf(), i);
            }
        });
        return indexes;
    }

    private Optional<Pool> pool(DrawId draw) {
        return switch (draws.draw(draw)) {
            case CouncilDraw.Frozen frozen -> Optional.of(frozen.lots().pool());
            case CouncilDraw.Drawn drawn -> Optional.of(drawn.lots().pool());
            case CouncilDraw.Unannounced nothing -> Optional.empty();
            case Announced announced -> Optional.empty();
            case CouncilDraw.CalledOff calledOff -> Optional.empty();
        };
    }

    /** With what a person proves her place in the frozen pool; empty where she has none. */
    public Optional<CandidateProof> proof(DrawId draw, VaultId person, CommandOrigin origin) {
        Optional<Subject> subject = vault.persons().subject(person);
        Optional<Candidacy> candidacy =
                subject.flatMap(known -> vault.candidacies().find(draw, known.identity()));
        Optional<Pool> pool = pool(draw);
        if (candidacy.isEmpty() || pool.isEmpty()) {
            return Optional.empty();
        }
        subject.ifPresent(known -> vault.access().add(Action.READ, known, "slip of the draw " + draw, origin));
        Slip slip = candidacy.get().slip();
        int index = pool.get().candidates().indexOf(slip.candidate());
        if (index < 0) {
            return Optional.empty();
        }
        int size = pool.get().size();
        List<Hash> proof = pool.get().tree().inclusionProof(index, size).stream()
                .map(Hash::of)
                .toList();
        return Optional.of(new CandidateProof(slip, index, size, proof));
    }
}
