package eu.urne.engine.consult.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.consult.Access;
import eu.urne.engine.consult.AnswerReceived;
import eu.urne.engine.consult.GatheringEvent;
import eu.urne.engine.consult.GatheringEvent.EvaluationLinked;
import eu.urne.engine.consult.GatheringEvent.GatheringAnnounced;
import eu.urne.engine.consult.GatheringEvent.GatheringCalledOff;
import eu.urne.engine.consult.GatheringEvent.GatheringHeld;
import eu.urne.engine.consult.QuestionnaireEvent;
import eu.urne.engine.consult.QuestionnaireEvent.AnswersCounted;
import eu.urne.engine.consult.QuestionnaireEvent.AnswersErased;
import eu.urne.engine.consult.QuestionnaireEvent.CodesIssued;
import eu.urne.engine.consult.QuestionnaireEvent.FindingPublished;
import eu.urne.engine.consult.QuestionnaireEvent.FindingRevised;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireClosed;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireDefined;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireOpened;
import eu.urne.engine.consult.QuestionnaireEvent.QuestionnaireWithdrawn;
import eu.urne.engine.consult.QuestionnaireEvent.ResultsPublished;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.ArrayList;
import java.util.List;

/** What the writer checks for answers: the questionnaire takes them, and each code is used once. */
public final class ConsultGuard {

    private ConsultGuard() {}

    /** Terms of an event of a questionnaire. */
    public static Terms terms(QuestionnaireEvent event) {
        QuestionnaireId id = event.questionnaire();
        return switch (event) {
            case QuestionnaireDefined defined -> new Terms(List.of(), defined(defined.terms()));
            case CodesIssued issued -> codes(issued);
            case QuestionnaireOpened opened -> new Terms(List.of(), List.of(ConsultClaims.opened(id)));
            case QuestionnaireClosed closed -> new Terms(List.of(), List.of(ConsultClaims.closed(id)));
            case QuestionnaireWithdrawn withdrawn -> Terms.NONE;
            case AnswersCounted counted -> Terms.NONE;
            case ResultsPublished published -> Terms.NONE;
            case FindingPublished published -> Terms.NONE;
            case FindingRevised revised -> Terms.NONE;
            case AnswersErased erased -> Terms.NONE;
        };
    }

    private static List<Claim> defined(QuestionnaireTerms terms) {
        QuestionnaireId id = terms.questionnaire();
        List<Claim> claims = new ArrayList<>();
        claims.add(ConsultClaims.known(id));
        claims.add(ConsultClaims.access(id, terms.access() == Access.TOKEN));
        switch (terms.paper()) {
            case NONE -> {}
            case ONCE -> claims.add(ConsultClaims.typists(id, 1));
            case TWICE -> claims.add(ConsultClaims.typists(id, 2));
        }
        return claims;
    }

    private static Terms codes(CodesIssued issued) {
        List<Condition> conditions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (Hash code : issued.codes()) {
            Claim claim = ConsultClaims.issued(issued.questionnaire(), code);
            conditions.add(new NotMade(claim, new Refusal(Reason.USED, "codes: " + code + " is issued already")));
            claims.add(claim);
        }
        return new Terms(conditions, claims);
    }

    /** Terms of an answer. */
    public static Terms terms(AnswerReceived event) {
        QuestionnaireId id = event.questionnaire();
        List<String> typed = event.typed();
        Hash code = event.code();
        List<Condition> conditions = new ArrayList<>(List.of(
                new Made(
                        ConsultClaims.known(id),
                        new Refusal(Reason.UNKNOWN, "questionnaire: there is no questionnaire " + id)),
                new Made(
                        ConsultClaims.opened(id),
                        new Refusal(Reason.WRONG_STATE, "questionnaire: " + id + " is not open yet")),
                new NotMade(
                        ConsultClaims.closed(id),
                        new Refusal(Reason.WRONG_STATE, "questionnaire: " + id + " is closed")),
                new Made(
                        ConsultClaims.access(id, code != null),
                        new Refusal(
                                Reason.NOT_AUTHORISED,
                                code == null
                                        ? "code: this questionnaire is answered with a code"
                                        : "code: this questionnaire is answered without a code"))));
        if (typed != null) {
            conditions.add(new Made(
                    ConsultClaims.typists(id, typed.size()),
                    new Refusal(Reason.INVALID, "typed: sheets of this questionnaire are not typed in so")));
        }
        if (code == null) {
            return new Terms(conditions, List.of());
        }
        Claim used = ConsultClaims.used(id, code);
        conditions.add(new Made(
                ConsultClaims.issued(id, code),
                new Refusal(Reason.NOT_AUTHORISED, "code: it is not one of this questionnaire")));
        conditions.add(new NotMade(used, new Refusal(Reason.USED, "code: it has been used already")));
        return new Terms(conditions, List.of(used));
    }

    /** Terms of an event of a gathering. */
    public static Terms terms(GatheringEvent event) {
        return switch (event) {
            case EvaluationLinked linked ->
                new Terms(
                        List.of(new Made(
                                ConsultClaims.known(linked.questionnaire()),
                                new Refusal(
                                        Reason.UNKNOWN,
                                        "questionnaire: there is no questionnaire " + linked.questionnaire()))),
                        List.of());
            case GatheringAnnounced announced -> Terms.NONE;
            case GatheringHeld held -> Terms.NONE;
            case GatheringCalledOff calledOff -> Terms.NONE;
        };
    }
}
