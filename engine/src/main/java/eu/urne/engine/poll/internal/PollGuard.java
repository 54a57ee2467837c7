package eu.urne.engine.poll.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.poll.Awards;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.BallotEvent;
import eu.urne.engine.poll.BallotWidth;
import eu.urne.engine.poll.BudgetPart;
import eu.urne.engine.poll.PaperBallot;
import eu.urne.engine.poll.PaperEvent.PaperBallotAgreed;
import eu.urne.engine.poll.PaperEvent.PaperBallotDisputed;
import eu.urne.engine.poll.PaperEvent.PaperBallotEntered;
import eu.urne.engine.poll.PollClaims;
import eu.urne.engine.poll.PollEvent;
import eu.urne.engine.poll.PollEvent.CardsIssued;
import eu.urne.engine.poll.PollEvent.CardsVoided;
import eu.urne.engine.poll.PollEvent.DiscrepancyRecorded;
import eu.urne.engine.poll.PollEvent.OptionsListed;
import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.PollEvent.PaperCounted;
import eu.urne.engine.poll.PollEvent.PaperReconciled;
import eu.urne.engine.poll.PollEvent.PollClosed;
import eu.urne.engine.poll.PollEvent.PollDefined;
import eu.urne.engine.poll.PollEvent.PollKeyRevealed;
import eu.urne.engine.poll.PollEvent.PollOpened;
import eu.urne.engine.poll.PollEvent.PollSealed;
import eu.urne.engine.poll.PollEvent.RegisterClosed;
import eu.urne.engine.poll.PollEvent.RegisterOpened;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.PollEvent.TabletEmptied;
import eu.urne.engine.poll.PollEvent.TabletEnrolled;
import eu.urne.engine.poll.PollEvent.TabletWriteOffAsked;
import eu.urne.engine.poll.PollEvent.TabletWrittenOff;
import eu.urne.engine.poll.PollEvent.VotingEnded;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Token;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.encoders.Hex;

/**
 * What the writer checks for the events of polls and ballots, in the order of the log: the poll is open, the token is
 * authorised, the ciphertext is new. That a token votes once follows from the numbers of its stream.
 */
public final class PollGuard {

    private PollGuard() {}

    /** Terms of an event of a poll. */
    public static Terms terms(PollEvent event) {
        return switch (event) {
            case PollDefined defined -> new Terms(List.of(ofBudget(defined)), definitionClaims(defined));
            case CardsIssued issued -> cards(issued);
            case PollOpened opened -> new Terms(voting(opened), List.of(open(opened.poll())));
            case PollClosed closed -> new Terms(List.of(), List.of(PollClaims.closed(closed.poll())));
            case CardsVoided voided -> voided(voided);
            case PaperReconciled reconciled -> new Terms(List.of(), List.of(reconciled(reconciled.poll())));
            case PaperCounted counted -> Terms.NONE;
            case DiscrepancyRecorded recorded -> Terms.NONE;
            case TabletEnrolled enrolled -> Terms.NONE;
            case VotingEnded ended -> Terms.NONE;
            case TabletEmptied emptied -> Terms.NONE;
            case TabletWriteOffAsked asked -> Terms.NONE;
            case TabletWrittenOff writtenOff -> Terms.NONE;
            case OptionsListed listed -> Terms.NONE;
            case RegisterOpened register -> Terms.NONE;
            case RegisterClosed register -> Terms.NONE;
            case PollSealed sealed -> Terms.NONE;
            case PollKeyRevealed revealed -> Terms.NONE;
            case ScoresDeclared scores -> Terms.NONE;
            case OutcomeDeclared outcome -> outcome(outcome);
        };
    }

    /**
     * A definition that spends money of a budget was published there, and others leave the names of its polls alone.
     */
    private static Condition ofBudget(PollDefined defined) {
        BudgetPart of = defined.definition().of();
        return of == null
                ? new NotMade(
                        PollClaims.ofBudget(defined.poll()),
                        new Refusal(Reason.EXISTS, "poll: the name " + defined.poll() + " is that of a budget's poll"))
                : new Made(
                        PollClaims.published(defined.hash()),
                        new Refusal(
                                Reason.NOT_AUTHORISED,
                                "of: the budget " + of.budget() + " has published no shortlist of the part " + of.part()
                                        + " with this definition"));
    }

    private static List<Condition> voting(PollOpened opened) {
        String budget = opened.budget();
        return budget == null
                ? List.of()
                : List.of(
                        new Made(
                                PollClaims.votingBegan(budget),
                                new Refusal(
                                        Reason.WRONG_STATE,
                                        "too early: polls are opened from the phase VOTE of the budget " + budget
                                                + " on")),
                        new NotMade(
                                PollClaims.votingEnded(budget),
                                new Refusal(
                                        Reason.WRONG_STATE,
                                        "too late: polls are opened until the phase VOTE of the budget " + budget
                                                + " ends")));
    }

    private static List<Claim> definitionClaims(PollDefined defined) {
        List<Claim> claims = new ArrayList<>();
        claims.add(PollClaims.known(defined.poll()));
        claims.add(width(
                defined.poll(), BallotWidth.ciphertext(defined.definition().limits(), defined.options())));
        if (defined.definition().revote()) {
            claims.add(revote(defined.poll()));
        }
        return claims;
    }

    private static Terms cards(CardsIssued issued) {
        List<Condition> conditions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        issued.tokens().forEach(token -> {
            Refusal refusal = new Refusal(Reason.USED, "tokens: " + token + " is issued already");
            conditions.add(new NotMade(token(issued.poll(), token, false), refusal));
            conditions.add(new NotMade(token(issued.poll(), token, true), refusal));
            claims.add(token(issued.poll(), token, PaperBallot.isLabel(issued.label())));
        });
        return new Terms(conditions, claims);
    }

    private static Terms voided(CardsVoided voided) {
        List<Condition> conditions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        boolean paper = voided.channel().equals(PaperBallot.AUTHORISATION);
        voided.tokens().forEach(token -> {
            Claim claim = voided(voided.poll(), token);
            conditions.add(new Made(
                    token(voided.poll(), token, paper),
                    new Refusal(
                            Reason.UNKNOWN,
                            "tokens: " + token + " is no token of the channel " + voided.channel() + " of the poll "
                                    + voided.poll())));
            conditions.add(new NotMade(claim, new Refusal(Reason.EXISTS, "tokens: " + token + " is void already")));
            conditions.add(new NotMade(
                    used(voided.poll(), token), new Refusal(Reason.USED, "tokens: " + token + " has voted already")));
            claims.add(claim);
        });
        return new Terms(conditions, claims);
    }

    private static Terms outcome(OutcomeDeclared declared) {
        Awards awards = declared.awards();
        List<Claim> claims = new ArrayList<>(awards == null ? List.of() : awards.claims(declared.selected()));
        claims.add(PollClaims.declared(declared.poll()));
        return new Terms(List.of(), claims);
    }

    /** Terms of an event of a token. */
    public static Terms terms(BallotEvent event) {
        return switch (event) {
            case BallotCast ballot -> ballot(ballot);
            case PaperBallotEntered entered -> new Terms(ofToken(entered, true), List.of());
            case PaperBallotAgreed agreed ->
                new Terms(ofToken(agreed, true), List.of(used(agreed.poll(), agreed.token())));
            case PaperBallotDisputed disputed -> Terms.NONE; // comes with an entry, whose terms hold for both
        };
    }

    /** What holds whenever a token is used. */
    private static List<Condition> ofToken(BallotEvent event, boolean paper) {
        PollId poll = event.poll();
        List<Condition> conditions = new ArrayList<>(List.of(
                new Made(PollClaims.known(poll), new Refusal(Reason.UNKNOWN, "there is no poll " + poll)),
                new Made(open(poll), new Refusal(Reason.WRONG_STATE, "the poll " + poll + " is not open yet")),
                new NotMade(
                        PollClaims.closed(poll), new Refusal(Reason.WRONG_STATE, "the poll " + poll + " is closed")),
                new Made(
                        token(poll, event.token(), paper),
                        new Refusal(Reason.NOT_AUTHORISED, "token: it is not authorised for the poll " + poll)),
                new NotMade(
                        voided(poll, event.token()), new Refusal(Reason.NOT_AUTHORISED, "token: its card is void"))));
        if (paper) {
            conditions.add(new NotMade(
                    reconciled(poll),
                    new Refusal(Reason.WRONG_STATE, "the sheets of the poll " + poll + " are reconciled already")));
        }
        return conditions;
    }

    private static Terms ballot(BallotCast ballot) {
        PollId poll = ballot.poll();
        Claim enc = Claim.of("enc:" + poll + ":" + Hex.toHexString(ballot.enc()));
        List<Condition> conditions = ofToken(ballot, ballot.ballot().isOnPaper());
        conditions.add(new Made(
                width(poll, ballot.ct().length),
                new Refusal(Reason.INVALID, "ct: a ballot of the poll " + poll + " has another length")));
        conditions.add(new NotMade(enc, new Refusal(Reason.USED, "enc: it stands in another ballot already")));
        if (ballot.seq() > 0) {
            conditions.add(new Made(
                    revote(poll),
                    new Refusal(Reason.INVALID, "seq: the poll " + poll + " allows one vote, its seq is 0")));
        }
        return new Terms(conditions, List.of(enc, used(poll, ballot.token())));
    }

    private static Claim open(PollId poll) {
        return Claim.of("open:" + poll);
    }

    private static Claim revote(PollId poll) {
        return Claim.of("revote:" + poll);
    }

    private static Claim width(PollId poll, int bytes) {
        return Claim.of("width:" + poll + ":" + bytes);
    }

    private static Claim token(PollId poll, Token token, boolean paper) {
        return Claim.of((paper ? "paper-token:" : "token:") + poll + ":" + token);
    }

    private static Claim voided(PollId poll, Token token) {
        return Claim.of("void:" + poll + ":" + token);
    }

    private static Claim used(PollId poll, Token token) {
        return Claim.of("used:" + poll + ":" + token);
    }

    private static Claim reconciled(PollId poll) {
        return Claim.of("paper-reconciled:" + poll);
    }
}
