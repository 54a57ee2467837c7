package eu.urne.engine.vault;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.council.CandidacyCommand.StandForCouncil;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RefusalCode;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import eu.urne.engine.roll.RollCommand.RefuseVoter;
import eu.urne.engine.roll.RollEvent.VoterRefused;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.vault.AccessLog.Access;
import eu.urne.engine.vault.OwnData.GivenConsent;
import eu.urne.engine.vault.OwnData.InBudget;
import eu.urne.engine.vault.OwnData.InDraw;
import eu.urne.engine.vault.OwnData.InPoll;
import eu.urne.engine.vault.OwnData.Registration;
import eu.urne.engine.vault.internal.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together all that vault and logs know of a person. */
public final class OwnDataReader {

    private static final int MOST_REFUSALS = 1_000;

    private final Vault vault;
    private final LogReader log;
    private final EventSerializer serializer;

    /** A reader of this vault and log. */
    public OwnDataReader(Vault vault, LogReader log, EventSerializer serializer) {
        this.vault = vault;
        this.log = log;
        this.serializer = serializer;
    }

    /** All that is known of a person, in all registers; empty if nobody is known by that id. */
    public Optional<OwnData> of(VaultId person) {
        return vault.persons().subject(person).map(subject -> of(subject.identity()));
    }

    private OwnData of(Identity identity) {
        List<KnownPerson> known = vault.persons().known(identity);
        List<Access> accesses = new ArrayList<>();
        known.forEach(each -> accesses.addAll(vault.access().of(each.person())));
        List<InPoll> polls = new ArrayList<>();
        List<InBudget> budgets = new ArrayList<>();
        List<InDraw> draws = new ArrayList<>();
        vault.pseudonyms().all(identity).forEach((scope, pseudonym) -> {
            String id = scope.substring(scope.indexOf('/') + 1);
            if (scope.equals(Pseudonyms.scope(new PollId(id)))) {
                polls.add(inPoll(new PollId(id), pseudonym));
            } else if (scope.startsWith(Pseudonyms.DRAW)) {
                draws.add(inDraw(new DrawId(id), identity, pseudonym));
            } else {
                budgets.add(new InBudget(new BudgetId(id), pseudonym));
            }
        });
        return new OwnData(
                known.stream()
                        .map(each -> new Registration(each.person(), each.register(), each.known()))
                        .toList(),
                vault.consents().all(identity).stream()
                        .map(OwnDataReader::given)
                        .toList(),
                polls,
                budgets,
                draws,
                accesses);
    }

    private static GivenConsent given(Consents.Consent consent) {
        String id = consent.scope().substring(consent.scope().indexOf('/') + 1);
        boolean draw = consent.scope().startsWith(Pseudonyms.DRAW);
        return new GivenConsent(
                draw ? null : new BudgetId(id), draw ? new DrawId(id) : null, consent.givenMs(), consent.by());
    }

    private InDraw inDraw(DrawId draw, Identity identity, Person pseudonym) {
        long last = log.lastSeq(new StandForCouncil(draw, pseudonym).stream()).orElse(1);
        return new InDraw(
                draw,
                pseudonym,
                last % 2 == 0, // filed and withdrawn by turns
                vault.candidacies()
                        .find(draw, identity)
                        .map(candidacy -> candidacy.slip().attributes())
                        .orElse(Map.of()));
    }

    private InPoll inPoll(PollId poll, Person pseudonym) {
        long last = log.lastSeq(new AdmitVoter(poll, pseudonym).stream()).orElse(-1);
        String refusals = new RefuseVoter(poll, pseudonym, RefusalCode.SEVERAL).stream();
        List<RefusalCode> refused = log.stream(refusals, 0, MOST_REFUSALS).stream()
                .map(stored -> ((VoterRefused) serializer.event(EntryCodec.read(stored.sealed()))).reason())
                .toList();
        return new InPoll(poll, pseudonym, last >= 0, last > 0, refused);
    }
}
