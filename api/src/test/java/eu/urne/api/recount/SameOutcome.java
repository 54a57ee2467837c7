package eu.urne.api.recount;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Outcome.Decided;
import eu.urne.audit.tally.Outcome.Undecided;
import eu.urne.audit.tally.Recount;
import eu.urne.audit.tally.Round;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.SharesCourse;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts an election with the engine and with the verifier's textbook: everything must be the same. */
final class SameOutcome {

    private final Election election;
    private final Rule rule;
    private final TieBreak tieBreak;
    private final Outcome engine;
    private final eu.urne.audit.tally.Outcome textbook;

    private SameOutcome(BallotKind kind, Election election, Rule rule, TieBreak tieBreak) {
        this.election = election;
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.engine = Tally.count(election, rule, tieBreak);
        this.textbook = Recount.of(
                AuditedElection.of(kind, election), AuditedRule.of(rule, election), AuditedRule.of(tieBreak));
    }

    static void check(BallotKind kind, Election election, Rule rule, TieBreak tieBreak) {
        SameOutcome both = new SameOutcome(kind, election, rule, tieBreak);
        switch (both.textbook) {
            case Decided decided -> both.check(decided);
            case Undecided undecided -> both.check(undecided);
        }
    }

    private void check(Undecided undecided) {
        assertThat(engine.decided()).as("%s", this).isFalse();
        assertThat(undecided.tie().options())
                .as("%s", this)
                .isEqualTo(engine.ties().getLast().tied());
    }

    private void check(Decided decided) {
        assertThat(engine.decided()).as("%s", this).isTrue();
        assertThat(decided.selected()).as("%s", this).isEqualTo(engine.selected());
        assertThat(decided.spent()).as("%s", this).isEqualTo(engine.spent());
        assertThat(decided.left()).as("%s", this).isEqualTo(engine.left());
        List<OptionResult> verdicts = engine.verdicts().stream()
                .map(verdict -> AuditedVerdict.of(verdict, engine.left()))
                .toList();
        assertThat(decided.results()).as("%s", this).isEqualTo(verdicts);
        Map<String, Long> scores = verdicts.stream().collect(Collectors.toMap(OptionResult::id, OptionResult::score));
        assertThat(decided.ties())
                .as("%s", this)
                .isEqualTo(engine.ties().stream().map(tie -> tie(tie, scores)).toList());
        checkRounds(decided.rounds());
        engine.shares().ifPresent(course -> check(course, decided.shares().orElseThrow()));
    }

    private static eu.urne.audit.tally.Tie tie(Tie tie, Map<String, Long> scores) {
        return new eu.urne.audit.tally.Tie(
                tie.method(), tie.tied(), scores.getOrDefault(tie.tied().getFirst(), -1L));
    }

    /** Prices, times and who paid in full. */
    private void checkRounds(List<Round> rounds) {
        assertThat(rounds).as("%s", this).extracting(Round::option).isEqualTo(engine.selected());
        Map<String, Reason> reasons = engine.verdicts().stream()
                .collect(Collectors.toMap(verdict -> verdict.option(), verdict -> verdict.reason()));
        for (Round round : rounds) {
            Reason reason = reasons.get(round.option());
            if (reason instanceof Reason.Bought bought && round.why() instanceof Round.Price price) {
                assertThat(fraction(price.offer().each())).as("%s", this).isEqualTo(bought.price());
                assertThat(round.left()).as("%s", this).isEqualTo(bought.left());
            } else if (reason instanceof Reason.Bought bought) {
                assertThat(round.why()).as("%s", this).isEqualTo(new Round.Free(bought.full()));
            } else if (reason instanceof Reason.Reached reached) {
                assertThat(round.why()).as("%s", this).isInstanceOf(Round.Time.class);
                assertThat(fraction(((Round.Time) round.why()).time())).isEqualTo(reached.time());
            }
        }
    }

    private void check(SharesCourse course, eu.urne.audit.tally.Outcome.Shares shares) {
        assertThat(fraction(shares.share())).as("%s", this).isEqualTo(course.share());
        assertThat(shares.runs()).as("%s", this).isEqualTo(course.runs());
        assertThat(shares.preference().map(each -> new SharesCourse.Comparison(each.shares(), each.greedy())))
                .as("%s", this)
                .isEqualTo(course.comparison());
    }

    private static Fraction fraction(eu.urne.audit.tally.Fraction fraction) {
        return new Fraction(fraction.top(), fraction.bottom());
    }

    @Override
    public String toString() {
        String told = rule.text() + " " + tieBreak.text();
        return election.options().size() > 20 ? told : told + " " + election;
    }
}
