import { type Ballot, ballotId, isSignedByToken, width } from './ballot';
import { equal, hex, unhex } from './bytes';
import { definitionHash, isKeyOf, parseDefinition, parseOption, type Definition, type Option } from './definition';
import type { Entry } from './entry';
import type { Findings } from './findings';
import type { Json } from './json';
import { Members } from './members';
import { GrowingTree } from './merkle';
import { parseCheckpoint, type Checkpoint } from './note';
import { isPaperLabel, Paper } from './paper';
import { NOWHERE, type Place } from './place';
import { Tablets } from './tablets';
import type { SentenceKey } from './words';

/** The states of a poll, in their order (docs/formats/events.md, section 1). */
export const PHASES = [
  'new', 'defined', 'opening', 'open', 'closing', 'closed', 'sealed', 'revealed', 'scoring', 'declared',
] as const;
export type Phase = (typeof PHASES)[number];

const SMALL_LABEL = 20;
const PERSONS = 2;

interface Register {
  readonly admitted: number;
  readonly handedOut: number;
  readonly voided: number;
  readonly checkpoint: Checkpoint;
}

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

/** What the log says of one poll: checks each event against those before it. */
export class Poll {
  readonly entries = new GrowingTree();
  readonly options: Option[] = [];
  readonly tablets: Tablets;
  readonly paper: Paper;
  phase: Phase = 'new';
  notExamined = false;
  definition: Definition | null = null;
  hash = '';
  due = 0;
  latest: Place = NOWHERE;
  cast = 0;
  superseded = 0;
  readonly counting = new Map<string, Cast>();
  key: Uint8Array | null = null;
  scores: Json[] = [];
  scoresIndex = 0;
  outcome: Members | null = null;
  outcomeIndex = 0;
  cards = 0;
  private readonly optionJson: Json[] = [];
  private readonly labels = new Map<string, number>();
  private readonly tokens = new Set<string>();
  private readonly voided = new Set<string>();
  private readonly encapsulated = new Set<string>();
  private readonly explainedBy = new Set<string>();
  private before: Register | null = null;
  handedOut: number | null = null;

  constructor(readonly id: string, private readonly origin: string, private readonly findings: Findings) {
    this.tablets = new Tablets(id, findings);
    this.paper = new Paper(id, findings);
  }

  has(phase: Phase): boolean {
    return PHASES.indexOf(this.phase) >= PHASES.indexOf(phase);
  }

  isComplete(): boolean {
    return this.definition !== null && this.options.length === this.due;
  }

  private wrong(place: Place, key: SentenceKey, ...values: (string | number)[]): void {
    this.findings.add('polls', place.index, key, ...values);
  }

  private step(place: Place, event: string, next: Phase, ...due: Phase[]): void {
    const inOrder = due.includes(this.phase);
    if (!inOrder) {
      this.wrong(place, 'outOfPlace', event, this.id);
    }
    if (inOrder || !this.has(next)) {
      this.phase = next;
    }
  }

  private during(place: Place, event: string, ...due: Phase[]): void {
    if (!due.includes(this.phase)) {
      this.wrong(place, 'outOfPlace', event, this.id);
    }
  }

  private ofSameCommand(place: Place, event: string): void {
    if (place.cause !== this.latest.cause) {
      this.wrong(place, 'otherCommand', event, this.id);
    }
  }

  /** Takes an event of the stream of the poll; one with another form throws. */
  accept(place: Place, entry: Entry): void {
    const event = entry.type.split('.')[2] ?? '';
    if (this.definition !== null && !this.isComplete() && event !== 'OptionsListed') {
      this.incomplete(place);
      return;
    }
    if (this.definition === null && event !== 'PollDefined') {
      this.wrong(place, 'notDefined', this.id);
      this.notExamined = true;
      return;
    }
    this.take(event, place, entry.data);
    this.latest = place;
  }

  private take(event: string, place: Place, data: Json): void {
    switch (event) {
      case 'PollDefined': return this.define(place, data);
      case 'OptionsListed': return this.list(place, data);
      case 'CardsIssued': return this.issue(place, data);
      case 'CardsVoided': return this.cancel(place, data);
      case 'RegisterOpened': return this.registerOpened(place, data);
      case 'PollOpened': return this.open(place, data);
      case 'PaperCounted':
      case 'PaperReconciled': return this.countPaper(event, place, data);
      case 'DiscrepancyRecorded': return this.explain(place, data);
      case 'TabletEnrolled':
      case 'VotingEnded':
      case 'TabletEmptied':
      case 'TabletWriteOffAsked':
      case 'TabletWrittenOff': return this.tablet(event, place, data);
      case 'RegisterClosed': return this.registerClosed(place, data);
      case 'PollClosed': return this.close(place, data);
      case 'PollSealed': return this.seal(place, data);
      case 'PollKeyRevealed': return this.reveal(place, data);
      case 'ScoresDeclared': return this.declareScores(place, data);
      default: return this.declare(place, data);
    }
  }

  private define(place: Place, data: Json): void {
    const members = new Members(data, 'data', ['definition', 'hash', 'options', 'poll']);
    if (this.definition !== null) {
      this.wrong(place, 'definedTwice', this.id);
      return;
    }
    this.step(place, 'PollDefined', 'defined', 'new');
    this.due = members.whole('options', 1, 10_000);
    this.hash = members.hex('hash', 32);
    this.definition = parseDefinition(members.value('definition'), this.due);
    if (this.definition.poll !== this.id) {
      this.wrong(place, 'otherPoll', this.id);
    }
  }

  /** Gives up a poll whose options are not all there: what follows from it would be found again and again. */
  incomplete(place: Place): void {
    this.wrong(place, 'optionsMissing', this.id, this.options.length, this.due);
    this.notExamined = true;
  }

  private list(place: Place, data: Json): void {
    const members = new Members(data, 'data', ['from', 'options', 'poll']);
    const options = members.list('options');
    const next = place.index === this.latest.index + 1 && place.cause === this.latest.cause;
    const fits = options.length > 0 && options.length <= this.due - this.options.length;
    if (!next || !fits || members.whole('from') !== this.options.length) {
      this.wrong(place, 'optionsElsewhere', this.id);
      this.notExamined = true;
      return;
    }
    for (const json of options) {
      this.options.push(parseOption(json));
      this.optionJson.push(json);
    }
    if (this.isComplete() && this.definition !== null) {
      this.checkOptions(place, this.definition);
    }
  }

  private checkOptions(place: Place, definition: Definition): void {
    const ids = new Set(this.options.map((option) => option.id));
    if (ids.size !== this.options.length) {
      this.wrong(place, 'optionTwice', this.id);
    }
    if (hex(definitionHash(definition.json, this.optionJson)) !== this.hash) {
      this.wrong(place, 'definitionHash', this.id);
    }
    if (definition.rule.conflicts.some((pair) => pair.some((id) => !ids.has(id)))) {
      this.wrong(place, 'conflictUnknown', this.id);
    }
  }

  private issue(place: Place, data: Json): void {
    this.step(place, 'CardsIssued', 'defined', 'defined');
    const members = new Members(data, 'data', ['count', 'label', 'poll', 'tokens']);
    const label = members.text('label');
    const tokens = this.tokensOf(place, members);
    this.labels.set(label, (this.labels.get(label) ?? 0) + tokens.length);
    this.cards += tokens.length;
    for (const token of tokens) {
      if (this.tokens.has(token)) {
        this.wrong(place, 'tokenTwice', token);
      }
      this.tokens.add(token);
      if (this.definition?.paper === true && isPaperLabel(label)) {
        this.paper.tokens.add(token);
      }
    }
  }

  private tokensOf(place: Place, members: Members): string[] {
    const tokens = members.texts('tokens');
    const sorted = tokens.every((token, i) => i === 0 || (tokens[i - 1] ?? '') < token);
    const good = tokens.every((token) => /^[0-9a-f]{64}$/.test(token));
    if (!sorted || !good || tokens.length !== members.whole('count', 1, 800)) {
      this.wrong(place, 'tokensForm', this.id);
    }
    return tokens;
  }

  private cancel(place: Place, data: Json): void {
    this.during(place, 'CardsVoided', 'defined', 'open');
    const members = new Members(data, 'data', ['channel', 'count', 'poll', 'tokens']);
    const paper = members.text('channel', /^(card|paper)$/) === 'paper';
    for (const token of this.tokensOf(place, members)) {
      if (!this.tokens.has(token) || paper !== this.paper.tokens.has(token) || this.voided.has(token)) {
        this.wrong(place, 'voidUnknown', token);
      } else if (this.counting.has(token) || this.paper.isAgreed(token)) {
        this.wrong(place, 'voidVoted', token);
      }
      this.voided.add(token);
    }
  }

  private register(place: Place, data: Json, opening: boolean): Register {
    const members = new Members(data, 'data', ['admitted', 'checkpoint', 'handedOut', 'poll', 'void']);
    const checkpoint = parseCheckpoint(members.text('checkpoint'));
    const figures = {
      admitted: members.whole('admitted'),
      handedOut: members.whole('handedOut'),
      voided: members.whole('void', 0, opening ? 0 : undefined),
      checkpoint,
    };
    if (checkpoint.origin !== `${this.origin}/register`) {
      this.wrong(place, 'registerOrigin', checkpoint.origin);
    }
    if (figures.handedOut > figures.admitted) {
      this.wrong(place, 'handedOutTooMany', figures.handedOut, figures.admitted);
    }
    return figures;
  }

  private registerOpened(place: Place, data: Json): void {
    this.step(place, 'RegisterOpened', 'opening', 'defined');
    this.before = this.register(place, data, true);
    if (this.before.handedOut > this.cards) {
      this.wrong(place, 'handedOutNotIssued', this.before.handedOut, this.cards);
    }
  }

  private open(place: Place, data: Json): void {
    this.step(place, 'PollOpened', 'open', 'opening');
    this.ofSameCommand(place, 'PollOpened');
    const members = new Members(data, 'data', ['definition', 'poll'], ['budget']);
    if (members.hex('definition', 32) !== this.hash) {
      this.wrong(place, 'definitionChanged', this.id);
    }
    if ((members.has('budget') ? members.text('budget') : null) !== this.definition?.budget) {
      this.wrong(place, 'otherBudget', this.id);
    }
    if (this.labels.size > 1 && [...this.labels.values()].some((tokens) => tokens < SMALL_LABEL)) {
      this.wrong(place, 'labelSmall', this.id, SMALL_LABEL);
    }
  }

  private countPaper(event: string, place: Place, data: Json): void {
    this.during(place, event, 'open');
    if (event === 'PaperCounted') {
      const members = new Members(data, 'data', ['by', 'found', 'poll']);
      this.paper.count(place, { by: members.by(), found: members.whole('found') });
    } else {
      this.paper.reconcile(place, new Members(data, 'data', ['found', 'poll']).whole('found'), this.latest);
    }
  }

  private explain(place: Place, data: Json): void {
    this.during(place, 'DiscrepancyRecorded', 'open');
    const members = new Members(data, 'data', ['by', 'poll', 'reason']);
    members.reason();
    if (members.by() !== place.by) {
      this.wrong(place, 'otherPerson', members.by(), place.by);
    }
    if (this.explainedBy.has(place.by)) {
      this.wrong(place, 'explainedTwice', place.by);
    }
    this.explainedBy.add(place.by);
  }

  /** Whether two persons have recorded that the counts do not add up: it explains what is found, and mends nothing. */
  isExplained(): boolean {
    return this.explainedBy.size >= PERSONS;
  }

  private tablet(event: string, place: Place, data: Json): void {
    const asked = event === 'TabletWriteOffAsked';
    const names = event === 'VotingEnded' ? ['poll'] : asked ? ['by', 'poll', 'reason', 'tablet'] : ['poll', 'tablet'];
    const members = new Members(data, 'data', names);
    if (event === 'VotingEnded') {
      this.during(place, event, 'open');
      return this.tablets.end(place);
    }
    const tablet = members.text('tablet', /^[0-9a-f]{16}$/);
    if (event === 'TabletEnrolled') {
      this.during(place, event, 'defined', 'open');
      return this.tablets.enrol(place, tablet);
    }
    this.during(place, event, 'open');
    if (asked) {
      members.reason();
      this.tablets.ask(place, tablet, members.by());
    } else if (event === 'TabletEmptied') {
      this.tablets.empty(place, tablet);
    } else {
      this.tablets.writeOff(place, tablet);
    }
  }

  /** Takes an event about a sheet of paper. */
  sheet(place: Place, entry: Entry): void {
    const event = entry.type.split('.')[2] ?? '';
    const entered = event === 'PaperBallotEntered';
    const agreed = event === 'PaperBallotAgreed';
    const names = ['poll', 'token', ...(entered ? ['by'] : []), ...(entered || agreed ? ['commitment'] : [])];
    const members = new Members(entry.data, 'data', names);
    const token = members.hex('token', 32);
    if (this.phase !== 'open' || this.voided.has(token)) {
      this.findings.add('ballots', place.index, 'outOfPlace', event, this.id);
    }
    if (entered) {
      this.paper.enter(place, token, { by: members.by(), commitment: members.hex('commitment', 32) });
    } else if (agreed) {
      this.paper.agree(place, token, members.hex('commitment', 32));
    } else {
      this.paper.dispute(place, token);
    }
  }

  /** Takes a ballot, still sealed. */
  ballot(place: Place, ballot: Ballot, proof: Proof): void {
    const faults = this.faults(place, ballot, proof);
    faults.forEach(([key, ...values]) => this.findings.add('ballots', place.index, key, ...values));
    if (faults.length > 0) {
      return;
    }
    const { token, seq, enc, ct } = ballot;
    const earlier = this.counting.get(token);
    this.cast++;
    this.paper.cast += ballot.paper ? 1 : 0;
    this.superseded += earlier === undefined ? 0 : 1;
    if (earlier === undefined || seq > earlier.seq) {
      this.counting.set(token, { index: place.index, token, seq, enc, ct });
    }
  }

  private faults(place: Place, ballot: Ballot, proof: Proof): [SentenceKey, ...(string | number)[]][] {
    const faults: [SentenceKey, ...(string | number)[]][] = [];
    const unless = (good: boolean, key: SentenceKey, ...values: (string | number)[]) => {
      if (!good) {
        faults.push([key, ...values]);
      }
    };
    const enc = hex(ballot.enc);
    const onPaper = this.paper.tokens.has(ballot.token);
    unless(this.phase === 'open', this.has('open') ? 'ballotLate' : 'ballotEarly', this.id);
    unless(this.tokens.has(ballot.token), 'tokenUnknown');
    unless(proof.signed, 'ballotSignature');
    unless(proof.id === place.cause, 'ballotId');
    unless(!this.encapsulated.has(enc), 'encTwice');
    unless(this.definition !== null && ballot.ct.length === width(this.definition, this.options.length) + 16, 'ctWidth');
    if (this.definition?.revote !== true || ballot.paper) {
      unless(ballot.seq === 0, 'seqNotZero');
      unless(!this.counting.has(ballot.token), 'votedTwice');
    }
    unless(!this.voided.has(ballot.token), 'tokenVoid');
    unless(channels(ballot).includes(place.by) && onPaper === ballot.paper, 'channel');
    unless(!ballot.paper || this.paper.isAgreed(ballot.token, proof.id), 'notAgreed');
    unless(!ballot.paper || !this.paper.reconciled, 'sheetLate', this.id);
    this.encapsulated.add(enc);
    return faults;
  }

  private registerClosed(place: Place, data: Json): void {
    this.step(place, 'RegisterClosed', 'closing', 'open');
    const figures = this.register(place, data, false);
    this.handedOut = figures.handedOut;
    if (figures.handedOut + figures.voided !== this.cards) {
      this.wrong(place, 'cardsDoNotAddUp', figures.handedOut, figures.voided, this.cards);
    }
    if (this.voided.size > figures.voided) {
      this.wrong(place, 'voidTooMany', this.voided.size, figures.voided);
    }
    if (this.paper.isUnreconciled()) {
      this.wrong(place, 'notReconciled', this.id);
    }
    this.tablets.close(place);
    if (this.cast - this.superseded > figures.handedOut) {
      this.wrong(place, 'votersTooMany', this.cast - this.superseded, figures.handedOut);
    }
    if (this.before !== null) {
      this.checkGrowth(place, this.before, figures);
    }
  }

  private checkGrowth(place: Place, before: Register, after: Register): void {
    const [old, now] = [before.checkpoint, after.checkpoint];
    if (after.admitted < before.admitted || after.handedOut < before.handedOut || now.size < old.size) {
      this.wrong(place, 'registerShrunk', this.id);
    }
    if (old.size === now.size && !equal(old.root, now.root)) {
      this.wrong(place, 'registerTwoRoots', this.id);
    }
  }

  private close(place: Place, data: Json): void {
    new Members(data, 'data', ['poll']);
    this.step(place, 'PollClosed', 'closed', 'closing');
    this.ofSameCommand(place, 'PollClosed');
  }

  private seal(place: Place, data: Json): void {
    this.step(place, 'PollSealed', 'sealed', 'closed');
    const members = new Members(data, 'data', ['count', 'poll', 'root']);
    if (members.whole('count') !== this.entries.size) {
      this.findings.add('seals', place.index, 'sealCount', this.id, members.whole('count'), this.entries.size);
    }
    if (!equal(unhex(members.hex('root', 32), 32), this.entries.root())) {
      this.findings.add('seals', place.index, 'sealRoot', this.id);
    }
  }

  private reveal(place: Place, data: Json): void {
    this.step(place, 'PollKeyRevealed', 'revealed', 'sealed');
    const key = new Members(data, 'data', ['key', 'poll']).base64('key', 32);
    if (this.definition !== null && isKeyOf(key, this.definition)) {
      this.key = key;
    } else {
      this.findings.add('opening', place.index, 'otherKey', this.id);
    }
  }

  private declareScores(place: Place, data: Json): void {
    const first = this.phase !== 'scoring';
    this.step(place, 'ScoresDeclared', 'scoring', 'revealed', 'scoring');
    const members = new Members(data, 'data', ['from', 'poll', 'scores']);
    if (first) {
      this.scoresIndex = place.index;
    } else {
      this.ofSameCommand(place, 'ScoresDeclared');
    }
    const scores = members.list('scores');
    if (members.whole('from') !== this.scores.length || scores.length > this.due - this.scores.length) {
      this.wrong(place, 'scoresElsewhere', this.id);
      this.notExamined = true;
      return;
    }
    this.scores.push(...scores);
  }

  private declare(place: Place, data: Json): void {
    this.step(place, 'OutcomeDeclared', 'declared', 'scoring');
    this.ofSameCommand(place, 'OutcomeDeclared');
    const outcome = new Members(
      data,
      'data',
      ['blank', 'cast', 'counted', 'definition', 'left', 'null', 'poll', 'selected', 'spent', 'superseded', 'ties'],
      ['awards'],
    );
    if (this.scores.length !== this.due) {
      this.wrong(place, 'scoresMissing', this.id, this.scores.length, this.due);
    }
    if (outcome.hex('definition', 32) !== this.hash) {
      this.wrong(place, 'definitionChanged', this.id);
    }
    if (this.outcome === null) {
      this.outcome = outcome;
      this.outcomeIndex = place.index;
    }
  }

  /** Finds what a command has left half done. */
  finish(): void {
    if (this.notExamined) {
      return;
    }
    if (this.definition !== null && !this.isComplete()) {
      this.incomplete(this.latest);
    }
    this.paper.finish();
    this.tablets.finish();
    if (this.phase === 'opening' || this.phase === 'closing' || this.phase === 'scoring') {
      this.wrong(this.latest, 'halfDone', this.id);
    }
  }
}
