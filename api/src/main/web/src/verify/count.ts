import { compareBytes, u8, utf8 } from './bytes';
import type { Choice } from './ballot';
import type { Kind, Option, Rule } from './definition';
import { hashOf } from './merkle';

/** The count by score (docs/formats/events.md, section 3.1). Money and merit are exact. */

export interface Election {
  readonly options: readonly Option[];
  readonly kind: Kind;
  readonly limits: { readonly [name: string]: number };
  readonly cents: number;
  readonly rule: Rule;
  readonly tieBreak: string;
  /** The counted ballots, blank ones as empty lists. */
  readonly choices: readonly Choice[];
}

/** What is declared of an option, as it stands in `scores`. */
export type Result = { readonly [member: string]: string | number };

export interface Tie {
  readonly method: string;
  readonly options: string[];
  readonly score: number;
}

export interface Outcome {
  readonly scores: Result[];
  readonly selected: string[];
  readonly spent: number;
  readonly left: number;
  readonly ties: Tie[];
  /** A tie that nothing breaks: then nothing else of the outcome is meant. */
  readonly undecided: Tie | null;
}

function score(election: Election, names: number, value: number): number {
  if (election.kind === 'RANKING') {
    const borda = election.rule.id === 'borda' || election.rule.id === 'borda-per-cost';
    return borda ? names - value - 1 : (election.limits.max ?? 0) - value;
  }
  return value;
}

function scoresOf(election: Election): { scores: number[]; votes: number[] } {
  const scores = election.options.map(() => 0);
  const votes = election.options.map(() => 0);
  for (const choice of election.choices) {
    for (const [option, value] of choice) {
      scores[option] = (scores[option] ?? 0) + score(election, choice.length, value);
      votes[option] = (votes[option] ?? 0) + 1;
    }
  }
  return { scores, votes };
}

type Order = (one: number, other: number) => number;

/** The order among equals. */
function orderOf(election: Election, votes: number[]): Order {
  const ids = election.options.map((option) => utf8(option.id));
  const at = (list: Uint8Array[], i: number) => list[i] as Uint8Array;
  const byId: Order = (a, b) => compareBytes(at(ids, a), at(ids, b));
  const method = election.tieBreak;
  if (method === 'id') {
    return byId;
  }
  if (method === 'cost-votes-id') {
    const cost = (i: number) => election.options[i]?.cost ?? 0;
    return (a, b) => cost(a) - cost(b) || (votes[b] ?? 0) - (votes[a] ?? 0) || byId(a, b);
  }
  if (method.startsWith('lot:')) {
    const lots = ids.map((id) => hashOf(utf8(method.slice(4)), u8(0), id));
    return (a, b) => compareBytes(at(lots, a), at(lots, b));
  }
  return (a, b) => a - b;
}

class ScoreCount {
  private readonly results: Result[] = [];
  private readonly selected: number[] = [];
  private readonly ties: Tie[] = [];
  private readonly rivals = new Map<number, Set<number>>();
  private readonly scores: number[];
  private readonly order: Order;
  private readonly stops: boolean;
  private left: bigint;
  private stopped = false;
  private undecided: Tie | null = null;

  constructor(private readonly election: Election) {
    const { scores, votes } = scoresOf(election);
    this.scores = scores;
    this.order = orderOf(election, votes);
    this.left = BigInt(election.cents);
    this.stops = election.rule.id === 'greedy-no-skip' || election.rule.id === 'greedy-custom';
    const numbers = new Map(election.options.map((option, i) => [option.id, i]));
    for (const [first, second] of election.rule.conflicts) {
      const [a, b] = [numbers.get(first), numbers.get(second)];
      if (a !== undefined && b !== undefined) {
        this.rivals.set(a, (this.rivals.get(a) ?? new Set()).add(b));
        this.rivals.set(b, (this.rivals.get(b) ?? new Set()).add(a));
      }
    }
  }

  private cost(option: number): bigint {
    return BigInt(this.election.options[option]?.cost ?? 0);
  }

  private score(option: number): number {
    return this.scores[option] ?? 0;
  }

  private id(option: number): string {
    return this.election.options[option]?.id ?? '';
  }

  /** Compares merit, the highest first, as fractions. */
  private byMerit(a: number, b: number): number {
    if (!this.election.rule.id.endsWith('-per-cost')) {
      return this.score(b) - this.score(a);
    }
    const rank = (i: number) => (this.score(i) === 0 ? 0 : this.cost(i) === 0n ? 2 : 1);
    if (rank(a) !== rank(b) || rank(a) !== 1) {
      return rank(b) - rank(a);
    }
    const difference = BigInt(this.score(b)) * this.cost(a) - BigInt(this.score(a)) * this.cost(b);
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  }

  private groups(): number[][] {
    const part = this.election.options.map((_, i) => i).filter((i) => this.score(i) >= this.election.rule.threshold);
    part.sort((a, b) => this.byMerit(a, b) || this.order(a, b));
    const groups: number[][] = [];
    for (const option of part) {
      const group = groups[groups.length - 1];
      if (group !== undefined && this.byMerit(group[0] as number, option) === 0) {
        group.push(option);
      } else {
        groups.push([option]);
      }
    }
    return groups;
  }

  private result(option: number, verdict: string, more: Result = {}): void {
    this.results[option] = { id: this.id(option), score: this.score(option), verdict, ...more };
  }

  private excluder(option: number): number | undefined {
    return this.selected.find((other) => this.rivals.get(option)?.has(other));
  }

  private isOpen(option: number): boolean {
    return this.cost(option) <= this.left && this.excluder(option) === undefined;
  }

  private isCovered(option: number): boolean {
    return this.election.rule.id === 'greedy-custom' && 5n * this.left >= 4n * this.cost(option);
  }

  private areTooDear(group: number[]): boolean {
    return group.reduce((sum, option) => sum + this.cost(option), 0n) > this.left;
  }

  private tell(group: number[]): void {
    if (group.length < 2 || this.stopped) {
      return;
    }
    const open = group.filter((option) => this.isOpen(option));
    const rivals = open.some((one) => open.some((other) => this.rivals.get(one)?.has(other)));
    const matters = this.stops
      ? (open.length > 0 || group.some((option) => this.isCovered(option))) && this.areTooDear(group)
      : this.areTooDear(open) || rivals;
    if (matters) {
      const told = this.stops ? group : open;
      const tie = {
        method: this.election.tieBreak,
        options: told.map((option) => this.id(option)),
        score: this.score(told[0] as number),
      };
      this.ties.push(tie);
      this.undecided ??= this.election.tieBreak === 'report' ? tie : null;
    }
  }

  private consider(option: number): void {
    const by = this.excluder(option);
    const cost = this.cost(option);
    if (this.stopped) {
      this.result(option, 'stopped');
    } else if (by !== undefined) {
      this.result(option, 'excluded', { by: this.id(by) });
    } else if (cost <= this.left) {
      this.left -= cost;
      this.selected.push(option);
      this.result(option, 'selected', { left: Number(this.left), round: this.selected.length });
    } else {
      this.stopped = this.stops;
      if (this.isCovered(option)) {
        this.selected.push(option);
        this.result(option, 'reserve', { reserve: Number(cost - this.left), round: this.selected.length });
        this.left = 0n;
      } else {
        this.result(option, 'unaffordable', { left: Number(this.left) });
      }
    }
  }

  outcome(): Outcome {
    const threshold = this.election.rule.threshold;
    this.election.options.forEach((_, i) => this.result(i, 'below-threshold', { threshold }));
    for (const group of this.groups()) {
      this.tell(group);
      group.forEach((option) => this.consider(option));
    }
    return {
      scores: this.results,
      selected: this.selected.map((option) => this.id(option)),
      spent: Number(BigInt(this.election.cents) - this.left),
      left: Number(this.left),
      ties: this.ties,
      undecided: this.undecided,
    };
  }
}

export function recount(election: Election): Outcome {
  return new ScoreCount(election).outcome();
}
