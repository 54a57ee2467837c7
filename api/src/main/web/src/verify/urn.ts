import { type Ballot, ballotId, isSignedByToken, width } from './ballot';
import { hex } from './bytes';
import type { Findings } from './findings';
import type { Place } from './place';
import type { Poll } from './poll';
import type { SentenceKey } from './words';

/** A ballot that was cast, as far as counting needs it. */
export interface Cast {
  readonly index: number;
  readonly token: string;
  readonly seq: number;
  readonly enc: Uint8Array;
  readonly ct: Uint8Array;
}

/** What signatures and hashes say of a ballot, found before the poll looks at it. */
export interface Proof {
  readonly signed: boolean;
  readonly id: string;
}

export async function proofOf(ballot: Ballot): Promise<Proof> {
  return { signed: await isSignedByToken(ballot), id: ballotId(ballot) };
}

/** Who may have cast a ballot. */
function channels(ballot: Ballot): string[] {
  return ballot.paper ? ['paper'] : ['booth', 'home'];
}

type Fault = [SentenceKey, ...(string | number)[]];

/** The ballots of a poll, one for each token: checks each against those before it (docs/formats/ballot.md). */
export class Urn {
  cast = 0;
  superseded = 0;
  readonly counting = new Map<string, Cast>();
  private readonly encapsulated = new Set<string>();

  constructor(private readonly findings: Findings) {}

  /** Takes a ballot, still sealed. */
  take(poll: Poll, place: Place, ballot: Ballot, proof: Proof): void {
    const faults = this.faults(poll, place, ballot, proof);
    faults.forEach(([key, ...values]) => this.findings.add('ballots', place.index, key, ...values));
    if (faults.length > 0) {
      return;
    }
    const { token, seq, enc, ct } = ballot;
    const earlier = this.counting.get(token);
    this.cast++;
    poll.paper.cast += ballot.paper ? 1 : 0;
    this.superseded += earlier === undefined ? 0 : 1;
    if (earlier === undefined || seq > earlier.seq) {
      this.counting.set(token, { index: place.index, token, seq, enc, ct });
    }
  }

  private faults(poll: Poll, place: Place, ballot: Ballot, proof: Proof): Fault[] {
    const faults: Fault[] = [];
    const unless = (good: boolean, key: SentenceKey, ...values: (string | number)[]) => {
      if (!good) {
        faults.push([key, ...values]);
      }
    };
    const enc = hex(ballot.enc);
    const onPaper = poll.paper.tokens.has(ballot.token);
    unless(poll.phase === 'open', poll.has('open') ? 'ballotLate' : 'ballotEarly', poll.id);
    unless(poll.cards.has(ballot.token), 'tokenUnknown');
    unless(proof.signed, 'ballotSignature');
    unless(proof.id === place.cause, 'ballotId');
    unless(!this.encapsulated.has(enc), 'encTwice');
    unless(poll.definition !== null && ballot.ct.length === width(poll.definition, poll.options.length) + 16, 'ctWidth');
    if (poll.definition?.revote !== true || ballot.paper) {
      unless(ballot.seq === 0, 'seqNotZero');
      unless(!this.counting.has(ballot.token), 'votedTwice');
    }
    unless(!poll.cards.isVoid(ballot.token), 'tokenVoid');
    unless(channels(ballot).includes(place.by) && onPaper === ballot.paper, 'channel');
    unless(!ballot.paper || poll.paper.isAgreed(ballot.token, proof.id), 'notAgreed');
    unless(!ballot.paper || !poll.paper.reconciled, 'sheetLate', poll.id);
    this.encapsulated.add(enc);
    return faults;
  }
}
