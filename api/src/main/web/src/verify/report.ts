import { count, compare, open } from './outcome';
import type { Book } from './book';
import type { Finding, Findings, Said } from './findings';
import { said } from './findings';
import type { Poll } from './poll';
import type { SentenceKey } from './words';

/** What became of a poll. */
export interface PollResult {
  readonly poll: string;
  readonly title: string;
  readonly state: SentenceKey;
  readonly figures: readonly (readonly [SentenceKey, number])[];
  /** Titles of what was selected. */
  readonly winners: readonly string[];
}

/** What a verification says in the end. */
export interface Report {
  readonly findings: readonly Finding[];
  /** How many there are, of which the first ones are listed. */
  readonly count: number;
  readonly did: readonly Said[];
  readonly not: readonly Said[];
  readonly polls: readonly PollResult[];
  /** The signed note, to be kept. */
  readonly checkpoint: string;
}

export type Progress = (what: Said, done: number, of: number) => void;

/** Opens the polls whose keys are revealed, counts again and compares (checks 11 and 12). */
export async function openPolls(
  book: Book,
  findings: Findings,
  did: Said[],
  not: Said[],
  progress: Progress,
): Promise<PollResult[]> {
  const results: PollResult[] = [];
  let opened = 0;
  for (const poll of book.polls.values()) {
    const before = findings.count;
    const result = await openPoll(poll, findings, not, progress);
    opened += poll.key === null ? 0 : poll.urn.counting.size;
    results.push(findings.count > before && result.state === 'declared' ? { ...result, state: 'differs' } : result);
  }
  if (opened > 0) {
    did.push(said('didOpen', opened));
  }
  return results;
}

function stateOf(poll: Poll): SentenceKey {
  if (poll.notExamined || poll.definition === null) {
    return 'unknown';
  }
  return !poll.has('open') ? 'defined' : !poll.has('closed') ? 'open' : 'closed';
}

async function openPoll(poll: Poll, findings: Findings, not: Said[], progress: Progress): Promise<PollResult> {
  const state = stateOf(poll);
  const title = poll.definition?.title ?? poll.id;
  const base = { poll: poll.id, title, state, figures: [], winners: [] };
  if (poll.key === null || state !== 'closed') {
    return base;
  }
  const opened = await open(poll, poll.key, (done, of) => progress(said('opening', done, of), done, of));
  const counted = count(poll, opened);
  compare(poll, opened, counted, findings);
  const names = ['cast', 'superseded', 'null', 'blank', 'counted'] as const;
  const figures = names.map((name) => [name, opened[name]] as const);
  if (counted === null) {
    not.push(said('notCountedHere', poll.id, poll.definition?.rule.id ?? ''));
    return { ...base, figures, state: 'elsewhere' };
  }
  const titles = new Map(poll.options.map((option) => [option.id, option.title]));
  return {
    ...base,
    figures: [...figures, ['spent', counted.spent], ['left', counted.left]],
    winners: counted.undecided === null ? counted.selected.map((id) => titles.get(id) ?? id) : [],
    state: poll.outcome === null ? 'closed' : 'declared',
  };
}
