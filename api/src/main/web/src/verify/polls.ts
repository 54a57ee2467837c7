import type { Book } from './book';
import type { Outcome } from './count';
import { said, type Findings, type Said } from './findings';
import { compare, count, open, type Opened } from './outcome';
import type { Poll } from './poll';
import type { PollReport, Progress } from './report';
import type { SentenceKey } from './words';

/** Opens and counts all polls whose key is revealed, and tells of each how far it was followed. */
export async function checkPolls(
  book: Book,
  findings: Findings,
  did: Said[],
  not: Said[],
  progress: Progress,
): Promise<PollReport[]> {
  const reports: PollReport[] = [];
  let opened = 0;
  for (const poll of book.polls.values()) {
    const { report, ballots } = await checkPoll(poll, findings, not, progress);
    reports.push(report);
    opened += ballots;
  }
  if (book.ballots > 0) {
    did.push(said('didBallots', book.ballots));
  }
  if (opened > 0) {
    did.push(said('didOpen', opened));
  }
  return reports;
}

async function checkPoll(
  poll: Poll,
  findings: Findings,
  not: Said[],
  progress: Progress,
): Promise<{ report: PollReport; ballots: number }> {
  const before = findings.count;
  if (poll.notExamined || poll.key === null) {
    return { report: reportOf(poll, stateOf(poll), null, null), ballots: 0 };
  }
  const opened = await open(poll, poll.key, (done, of) => progress(said('opening', done, of), done, of));
  const counted = count(poll, opened);
  if (counted === null && poll.definition !== null) {
    not.push(said('notCountedHere', poll.id, poll.definition.rule.id));
  }
  try {
    compare(poll, opened, counted, findings);
  } catch {
    findings.add('recount', poll.outcomeIndex, 'dataForm', 'urne.poll.OutcomeDeclared.v1', 'data');
  }
  const wrong = findings.count > before ? 'differs' : counted === null ? 'elsewhere' : stateOf(poll);
  return { report: reportOf(poll, wrong, opened, counted), ballots: poll.counting.size };
}

function stateOf(poll: Poll): SentenceKey {
  if (poll.notExamined) {
    return 'unknown';
  }
  if (!poll.has('open')) {
    return 'defined';
  }
  return poll.has('declared') ? 'declared' : poll.has('closed') ? 'closed' : 'open';
}

/** Before the close no figure is told but that of the ballots in the log, which everybody can count. */
function reportOf(poll: Poll, state: SentenceKey, opened: Opened | null, counted: Outcome | null): PollReport {
  const figures: (readonly [SentenceKey, number])[] =
    opened === null
      ? [['cast', poll.cast]]
      : (['cast', 'superseded', 'null', 'blank', 'counted'] as const).map((name) => [name, opened[name]] as const);
  const titles = new Map(poll.options.map((option) => [option.id, option.title]));
  return {
    id: poll.id,
    title: poll.definition?.title ?? poll.id,
    state,
    figures,
    winners: (counted?.undecided === null ? counted.selected : []).map((id) => titles.get(id) ?? id),
  };
}
