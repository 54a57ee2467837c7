import { parseBallot, type Ballot } from './ballot';
import { Malformed } from './bytes';
import type { Entry } from './entry';
import type { Findings } from './findings';
import { isObject } from './json';
import type { KeyRing } from './keys';
import { Poll } from './poll';
import { proofOf, type Proof } from './urn';

const LOG = ['LogCreated', 'KeyAdded', 'KeyRetired'];
const SHEET = ['PaperBallotEntered', 'PaperBallotDisputed', 'PaperBallotAgreed'];
const POLL = [
  'PollDefined', 'OptionsListed', 'CardsIssued', 'CardsVoided', 'TabletEnrolled', 'PollOpened', 'PaperCounted',
  'PaperReconciled', 'DiscrepancyRecorded', 'VotingEnded', 'TabletEmptied', 'TabletWriteOffAsked', 'TabletWrittenOff',
  'PollClosed', 'PollSealed', 'PollKeyRevealed', 'ScoresDeclared', 'OutcomeDeclared',
];
const REGISTER = ['RegisterOpened', 'RegisterClosed'];
const LISTED = ['poll/', 'ballot/', 'register/', 'log/'];
const POLL_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

type What = 'log' | 'poll' | 'sheet' | 'ballot' | 'other' | 'unknown';

function whatIs(entry: Entry): What {
  const [, context, event = '', version] = entry.type.split('.');
  const first = version === 'v1';
  switch (context) {
    case 'log':
      return first && LOG.includes(event) ? 'log' : 'unknown';
    case 'roll':
      return first && REGISTER.includes(event) ? 'poll' : 'unknown';
    case 'poll':
      if (first && event === 'BallotCast') {
        return 'ballot';
      }
      return first && SHEET.includes(event) ? 'sheet' : first && POLL.includes(event) ? 'poll' : 'unknown';
    default:
      return 'other';
  }
}

/** A ballot and what was found of it before its turn came. */
export interface Examined {
  readonly ballot: Ballot | null;
  readonly proof: Proof;
  readonly fault: string;
}

/** Brings each entry to its poll. */
export class Book {
  readonly polls = new Map<string, Poll>();
  ballots = 0;
  others = 0;

  constructor(private readonly origin: string, private readonly keys: KeyRing, private readonly findings: Findings) {}

  /** Checks the signature of a ballot, in any order. */
  async examine(entry: Entry): Promise<Examined | null> {
    if (whatIs(entry) !== 'ballot') {
      return null;
    }
    try {
      const ballot = parseBallot(entry.data);
      return { ballot, proof: await proofOf(ballot), fault: '' };
    } catch (e) {
      return { ballot: null, proof: { signed: false, id: '' }, fault: e instanceof Malformed ? e.message : 'data' };
    }
  }

  /** Adds an entry to those that the seal of its poll covers. */
  collect(stream: string | null, leaf: Uint8Array): void {
    const [kind, id = ''] = (stream ?? '').split('/');
    if (kind === 'poll' && POLL_ID.test(id) && !this.polls.has(id)) {
      this.polls.set(id, new Poll(id, this.origin, this.findings));
    }
    const poll = kind === 'poll' || kind === 'ballot' ? this.polls.get(id) : undefined;
    if (poll !== undefined && !poll.has('closed')) {
      poll.entries.append(leaf);
    }
  }

  private stands(entry: Entry, what: What): boolean {
    const stream = entry.stream ?? '';
    const data = isObject(entry.data) ? entry.data : {};
    switch (what) {
      case 'log':
        return stream === 'log/public';
      case 'poll':
        return stream === `poll/${String(data.poll)}`;
      case 'sheet':
      case 'ballot':
        return stream === `ballot/${String(data.poll)}/${String(data.token)}`;
      default:
        return !LISTED.some((prefix) => stream.startsWith(prefix));
    }
  }

  accept(index: number, entry: Entry, examined: Examined | null): void {
    const what = whatIs(entry);
    if (what === 'unknown') {
      this.findings.add('entries', index, 'unknownType', entry.type);
      return;
    }
    if (!this.stands(entry, what)) {
      this.findings.add('entries', index, 'otherStream', entry.type);
      return;
    }
    this.ballots += what === 'ballot' ? 1 : 0;
    try {
      this.dispatch(index, entry, what, examined);
    } catch (e) {
      if (!(e instanceof Malformed)) {
        throw e;
      }
      this.findings.add(what === 'log' ? 'keys' : 'polls', index, 'dataForm', entry.type, e.message);
      const poll = what === 'poll' ? this.pollOf(entry) : undefined;
      if (poll !== undefined) {
        poll.notExamined = true;
      }
    }
  }

  private pollOf(entry: Entry): Poll | undefined {
    return this.polls.get((entry.stream ?? '').split('/')[1] ?? '');
  }

  private dispatch(index: number, entry: Entry, what: What, examined: Examined | null): void {
    const place = { index, cause: entry.cause, by: entry.by };
    if (what === 'other') {
      this.others++;
      return;
    }
    if (what === 'log') {
      this.keys.accept(index, entry);
      return;
    }
    const poll = this.pollOf(entry);
    if (poll === undefined || (what !== 'poll' && !poll.isComplete())) {
      this.findings.add('ballots', index, 'notDefined', (entry.stream ?? '').split('/')[1] ?? '');
    } else if (poll.notExamined) {
      return;
    } else if (what === 'poll') {
      poll.accept(place, entry);
    } else if (what === 'sheet') {
      poll.sheet(place, entry);
    } else if (examined?.ballot == null) {
      this.findings.add('ballots', index, 'ballotForm', examined?.fault ?? '');
    } else {
      poll.ballot(place, examined.ballot, examined.proof);
    }
  }

  finish(): void {
    this.polls.forEach((poll) => poll.finish());
  }
}
