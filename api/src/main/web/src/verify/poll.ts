import type { Ballot } from './ballot';
import { equal, hex, unhex } from './bytes';
import { Cards } from './cards';
import { definitionHash, isKeyOf, parseDefinition, parseOption, type Definition, type Option } from './definition';
import type { Entry } from './entry';
import type { Findings } from './findings';
import type { Json } from './json';
import { Members } from './members';
import { GrowingTree } from './merkle';
import { Paper } from './paper';
import { NOWHERE, type Place } from './place';
import { checkGrowth, readRegister, type Register } from './register';
import { Tablets } from './tablets';
import { Urn, type Proof } from './urn';
import type { SentenceKey } from './words';

/** The states of a poll, in their order (docs/formats/events.md, section 1). */
export const PHASES = [
  'new', 'defined', 'opening', 'open', 'closing', 'closed', 'sealed', 'revealed', 'scoring', 'declared',
] as const;
export type Phase = (typeof PHASES)[number];

const PERSONS = 2;

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
  readonly urn: Urn;
  key: Uint8Array | null = null;
  scores: Json[] = [];
  scoresIndex = 0;
  outcome: Members | null = null;
  outcomeIndex = 0;
  readonly cards: Cards;
  private readonly optionJson: Json[] = [];
  private readonly explainedBy = new Set<string>();
  private before: Register | null = null;
  handedOut: number | null = null;

  constructor(readonly id: string, private readonly origin: string, private readonly findings: Findings) {
    this.tablets = new Tablets(id, findings);
    this.urn = new Urn(findings);
    this.paper = new Paper(id, findings);
    this.cards = new Cards(id, this.paper, findings);
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
    this.cards.issue(place, members, this.definition?.paper === true);
  }

  private cancel(place: Place, data: Json): void {
    this.during(place, 'CardsVoided', 'defined', 'open');
    const members = new Members(data, 'data', ['channel', 'count', 'poll', 'tokens']);
    this.cards.cancel(place, members, (token) => this.urn.counting.has(token));
  }

  private registerOpened(place: Place, data: Json): void {
    this.step(place, 'RegisterOpened', 'opening', 'defined');
    this.before = readRegister(place, data, true, this.origin, this.findings);
    if (this.before.handedOut > this.cards.count) {
      this.wrong(place, 'handedOutNotIssued', this.before.handedOut, this.cards.count);
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
    this.cards.open(place);
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
    if (this.phase !== 'open' || this.cards.isVoid(token)) {
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
    this.urn.take(this, place, ballot, proof);
  }

  private registerClosed(place: Place, data: Json): void {
    this.step(place, 'RegisterClosed', 'closing', 'open');
    const figures = readRegister(place, data, false, this.origin, this.findings);
    this.handedOut = figures.handedOut;
    if (figures.handedOut + figures.voided !== this.cards.count) {
      this.wrong(place, 'cardsDoNotAddUp', figures.handedOut, figures.voided, this.cards.count);
    }
    if (this.cards.voids > figures.voided) {
      this.wrong(place, 'voidTooMany', this.cards.voids, figures.voided);
    }
    if (this.paper.isUnreconciled()) {
      this.wrong(place, 'notReconciled', this.id);
    }
    this.tablets.close(place);
    if (this.urn.cast - this.urn.superseded > figures.handedOut) {
      this.wrong(place, 'votersTooMany', this.urn.cast - this.urn.superseded, figures.handedOut);
    }
    if (this.before !== null) {
      checkGrowth(place, this.id, this.before, figures, this.findings);
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
