import type { SealedBallot } from '../ballot/seal';
import type { Queue } from '../booth/queue';
import type { CardProblem } from './card';

/** What becomes of a sealed ballot in a moment. */
export type Posted =
  | { readonly state: 'in' | 'kept' }
  | { readonly state: 'refused'; readonly problem: CardProblem | null; readonly sentence: string };

const MOMENT_MS = 3_000;

/** Keeps ballots, sends them, and tells voters what can be told at once. */
export class Outbox {
  private last = '';

  constructor(
    private readonly queue: Queue,
    private readonly by: 'booth' | 'home',
  ) {}

  /** Keeps a ballot durably, tries to send it, and answers after a moment at the latest. */
  async cast(ballot: SealedBallot): Promise<Posted> {
    this.last = await this.queue.add(ballot, this.by);
    const sent = await Promise.race([
      this.queue.sendOne(this.last),
      new Promise<{ state: 'waits' }>((resolve) => setTimeout(() => resolve({ state: 'waits' }), MOMENT_MS)),
    ]);
    switch (sent.state) {
      case 'in':
        return { state: 'in' };
      case 'waits':
        return { state: 'kept' };
      case 'refused':
        await this.queue.forgetRefused(this.last); // told to its voter, who stands here and has no receipt
        return { state: 'refused', problem: problemOf(sent.sentence), sentence: sent.sentence };
    }
  }

  /** Tells when the ballot that was cast last is in the urn. */
  whenSent(told: () => void): () => void {
    return this.queue.whenChanged(() => void this.look(told));
  }

  private async look(told: () => void): Promise<void> {
    const { last } = this;
    if (last !== '' && (await this.queue.isIn(last)) && last === this.last) {
      told();
    }
  }
}

/** What the server's sentence says of the card; null for what has nothing to do with it. */
export function problemOf(sentence: string): CardProblem | null {
  if (sentence.includes('used for another ballot')) {
    return 'used';
  }
  if (sentence.includes('card is void')) {
    return 'void';
  }
  if (sentence.includes('not authorised')) {
    return 'unknown';
  }
  return /is closed|not open/.test(sentence) ? 'closed' : null;
}
