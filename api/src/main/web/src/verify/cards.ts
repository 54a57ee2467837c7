import type { Findings } from './findings';
import type { Members } from './members';
import { isPaperLabel, type Paper } from './paper';
import type { Place } from './place';
import type { SentenceKey } from './words';

const SMALL_LABEL = 20;

/** The tokens of a poll: each is authorised once, and with void ones nobody votes. */
export class Cards {
  count = 0;
  private readonly labels = new Map<string, number>();
  private readonly tokens = new Set<string>();
  private readonly voided = new Set<string>();

  constructor(private readonly poll: string, private readonly paper: Paper, private readonly findings: Findings) {}

  private wrong(place: Place, key: SentenceKey, ...values: (string | number)[]): void {
    this.findings.add('polls', place.index, key, ...values);
  }

  has(token: string): boolean {
    return this.tokens.has(token);
  }

  isVoid(token: string): boolean {
    return this.voided.has(token);
  }

  get voids(): number {
    return this.voided.size;
  }

  issue(place: Place, members: Members, hasPaper: boolean): void {
    const label = members.text('label');
    const tokens = this.tokensOf(place, members);
    this.labels.set(label, (this.labels.get(label) ?? 0) + tokens.length);
    this.count += tokens.length;
    for (const token of tokens) {
      if (this.tokens.has(token)) {
        this.wrong(place, 'tokenTwice', token);
      }
      this.tokens.add(token);
      if (hasPaper && isPaperLabel(label)) {
        this.paper.tokens.add(token);
      }
    }
  }

  private tokensOf(place: Place, members: Members): string[] {
    const tokens = members.texts('tokens');
    const sorted = tokens.every((token, i) => i === 0 || (tokens[i - 1] ?? '') < token);
    const good = tokens.every((token) => /^[0-9a-f]{64}$/.test(token));
    if (!sorted || !good || tokens.length !== members.whole('count', 1, 800)) {
      this.wrong(place, 'tokensForm', this.poll);
    }
    return tokens;
  }

  /** Takes tokens that are void from now on; of none of them a ballot may stand in the log. */
  cancel(place: Place, members: Members, hasVoted: (token: string) => boolean): void {
    const paper = members.text('channel', /^(card|paper)$/) === 'paper';
    for (const token of this.tokensOf(place, members)) {
      if (!this.tokens.has(token) || paper !== this.paper.tokens.has(token) || this.voided.has(token)) {
        this.wrong(place, 'voidUnknown', token);
      } else if (hasVoted(token) || this.paper.isAgreed(token)) {
        this.wrong(place, 'voidVoted', token);
      }
      this.voided.add(token);
    }
  }

  /** Finds labels that are so small that they tell who voted. */
  open(place: Place): void {
    if (this.labels.size > 1 && [...this.labels.values()].some((tokens) => tokens < SMALL_LABEL)) {
      this.wrong(place, 'labelSmall', this.poll, SMALL_LABEL);
    }
  }
}
