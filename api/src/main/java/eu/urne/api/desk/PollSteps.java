package eu.urne.api.desk;

import eu.urne.api.desk.Confirmations.Asking;
import eu.urne.api.desk.Confirmations.Step;
import eu.urne.api.rest.VisibleReplies;
import eu.urne.api.tablet.Tablets;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.poll.PollCommand;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.TabletId;

/**
 * The steps of a poll as the desk takes them: opening and closing with two persons, of whom the log knows the second.
 */
public final class PollSteps {

    private final Engine engine;
    private final VisibleReplies replies;
    private final Confirmations confirmations;
    private final Users users;
    private final PollAccess access;
    private final Tablets tablets;

    /** Steps in this engine. */
    public PollSteps(
            Engine engine,
            VisibleReplies replies,
            Confirmations confirmations,
            Users users,
            PollAccess access,
            Tablets tablets) {
        this.access = access;
        this.tablets = tablets;
        this.engine = engine;
        this.replies = replies;
        this.confirmations = confirmations;
        this.users = users;
    }

    /**
     * Takes a step for which another person has asked.
     *
     * @throws ProblemException if nobody has, or nobody else, or the engine refuses; then the asking still waits
     */
    void confirm(PollId poll, Step step, DeskUser user, CommandOrigin origin) {
        Asking asking = confirmations
                .waiting(poll, step)
                .orElseThrow(
                        () -> new ProblemException(Problem.WRONG_STATE, "nobody has asked for this, or not lately"));
        if (asking.by().equals(user.pseudonym())) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "another person must confirm what you have asked");
        }
        DeskUser first = users.byPseudonym(asking.by())
                .filter(account -> !account.disabled())
                .map(Users.Account::user)
                .filter(asker -> asker.is(Role.ANIMATOR, Role.TRUSTEE) && access.sees(poll, asker))
                .orElseThrow(() -> new ProblemException(
                        Problem.WRONG_STATE, "who has asked for this may not sign in any more: ask anew"));
        if (step == Step.CLOSE && !user.is(Role.TRUSTEE) && !first.is(Role.TRUSTEE)) {
            throw new ProblemException(
                    Problem.NOT_AUTHORISED, "one of the two persons who close a vote must be a trustee");
        }
        replies.shown(
                switch (step) {
                    case OPEN -> engine.polls().open(poll, origin);
                    case CLOSE -> engine.polls().close(poll, origin);
                });
        confirmations.confirmed(poll, step, user.pseudonym());
    }

    /**
     * Refuses a tablet of other sites than the user's.
     *
     * @throws ProblemException if it is one
     */
    void checkSite(TabletId tablet, DeskUser user) {
        boolean own = tablets.find(tablet)
                .map(known -> user.at(known.site()))
                .orElse(user.sites().isEmpty());
        if (!own) {
            throw new ProblemException(Problem.NOT_AUTHORISED, "this tablet is of another site than yours");
        }
    }

    /** Locks the booths. */
    void end(PollId poll, CommandOrigin origin) {
        replies.shown(engine.commands().send(new PollCommand.EndVoting(poll), origin));
    }

    /** Publishes the poll key. */
    void reveal(PollId poll, CommandOrigin origin) {
        replies.shown(engine.polls().reveal(poll, origin));
    }

    /** Counts and declares. */
    void declare(PollId poll, CommandOrigin origin) {
        replies.shown(engine.polls().declare(poll, origin));
    }

    /** Records why the counts do not add up. */
    void explain(PollId poll, String reason, CommandOrigin origin) {
        replies.shown(engine.polls().explain(new PollCommand.RecordDiscrepancy(poll, reason, origin.by()), origin));
    }

    /** Asks not to wait for a tablet. */
    void writeOff(PollId poll, TabletId tablet, String reason, CommandOrigin origin) {
        replies.shown(
                engine.commands().send(new PollCommand.WriteOffTablet(poll, tablet, reason, origin.by()), origin));
    }
}
