import { receiptCode } from '../ballot/receipt';
import { idOf, type SealedBallot } from '../ballot/seal';
import { hex } from '../ballot/wire';
import type { RefusedBallot, Store, WaitingBallot } from './store';

/**
 * What became of a ballot that was sent. One that waits may be the only one: the server has answered, and the next ballot may
 * get through; or nothing gets through at present.
 */
export type Sent =
  | { readonly state: 'in' }
  | { readonly state: 'waits'; readonly others: 'may-pass' | 'wait-too' }
  | { readonly state: 'refused'; readonly sentence: string };

/** A ballot of this token is kept here already: a second one could only take the place of the first. */
export class CardWaits extends Error {}

const ANOTHER_TIME = [401, 408, 425, 429];
const BUSY = [429, 502, 503, 504];
const PATIENCE_MS = 20_000;
const LONGEST_WAIT_S = 600;
const LOCK = 'urne-queue';

/**
 * The ballots that wait on this tablet. A ballot is durable here before its voter sees a receipt, stays until the server has
 * acknowledged or refused it, and is always sent as the same bytes: however often that happens, it counts once.
 */
export class Queue {
  private readonly listeners = new Set<() => void>();
  private sending: Promise<void> | null = null;
  private notBefore = 0;

  constructor(
    private readonly store: Store,
    private readonly send: typeof fetch = (...request) => fetch(...request),
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Keeps a ballot; when this returns it has survived a flat battery.
   *
   * @throws CardWaits if another ballot of the same token and number waits here, whatever window it was made in
   */
  async add(ballot: SealedBallot, by: 'booth' | 'home'): Promise<string> {
    const id = hex(idOf(ballot));
    const kept = this.store.transaction('ballots', 'readwrite', { durability: 'strict' });
    const waiting = await kept.store.getAll();
    const taken = waiting.some((other) => other.id !== id && isOfSameVote(other.ballot, ballot));
    if (!taken) {
      await kept.store.put({ id, ballot, by });
    }
    await kept.done;
    if (taken) {
      throw new CardWaits('a ballot of this card waits here already');
    }
    this.tell();
    void askToBeSent();
    return id;
  }

  /** How many ballots wait, by poll. */
  async waiting(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const each of await this.store.getAll('ballots')) {
      counts[each.ballot.poll] = (counts[each.ballot.poll] ?? 0) + 1;
    }
    return counts;
  }

  /** How many ballots of each poll are neither in the urn nor set aside: those that wait, and those that were refused. */
  async unsettled(): Promise<Record<string, number>> {
    const counts = await this.waiting();
    for (const each of await this.refused()) {
      if (!each.aside) {
        counts[each.ballot.poll] = (counts[each.ballot.poll] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** Whether a ballot has left for the urn: it neither waits nor was refused. */
  async isIn(id: string): Promise<boolean> {
    return !(await this.store.get('ballots', id)) && !(await this.store.get('refused', id));
  }

  /** Whether a ballot of this token waits here. */
  async holds(poll: string, token: string): Promise<boolean> {
    return (await this.store.getAll('ballots')).some(({ ballot }) => ballot.poll === poll && ballot.token === token);
  }

  /** Keeps nothing of a ballot whose voter knows that it was refused. */
  async forgetRefused(id: string): Promise<void> {
    await this.store.delete('refused', id);
    this.tell();
  }

  /** Takes what was refused in a poll for settled; it stays here, and can be sent once more. */
  async setAside(poll: string): Promise<void> {
    const kept = this.store.transaction('refused', 'readwrite', { durability: 'strict' });
    for (const each of await kept.store.getAll()) {
      if (each.ballot.poll === poll) {
        await kept.store.put({ ...each, aside: true });
      }
    }
    await kept.done;
    this.tell();
  }

  /** What was refused for good. */
  refused(): Promise<RefusedBallot[]> {
    return this.store.getAll('refused');
  }

  /** Puts what was refused in a poll back to be sent once more, as after a mistake on the server's side. */
  async retryRefused(poll: string): Promise<void> {
    const move = this.store.transaction(['ballots', 'refused'], 'readwrite', { durability: 'strict' });
    const refused = await move.objectStore('refused').getAll();
    for (const { id, ballot, by } of refused.filter((each) => each.ballot.poll === poll)) {
      await move.objectStore('ballots').put({ id, ballot, by });
      await move.objectStore('refused').delete(id);
    }
    await move.done;
    this.tell();
  }

  /** Sends what waits; one sender at a time, over all windows of the browser. */
  sendAll(): Promise<void> {
    this.sending ??= this.alone(() => this.sendEach()).finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  /** Tries every ballot once, those that come meanwhile too. One that the server cannot take holds up no other. */
  private async sendEach(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const id = (await this.store.getAllKeys('ballots')).find((each) => !tried.has(each));
      if (id === undefined) {
        return;
      }
      tried.add(id);
      const sent = await this.sendOne(id);
      if (sent.state === 'waits' && sent.others === 'wait-too') {
        return;
      }
    }
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    const locks = globalThis.navigator?.locks as LockManager | undefined; // an old browser has none: sending twice is harmless
    if (!locks) {
      return work();
    }
    await locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? work() : undefined));
  }

  /** Sends one ballot, and tells what became of it. A ballot that does not wait any more is in, or stands among the refused. */
  async sendOne(id: string): Promise<Sent> {
    const waiting = await this.store.get('ballots', id);
    if (!waiting) {
      const refused = await this.store.get('refused', id);
      return refused ? { state: 'refused', sentence: refused.sentence } : { state: 'in' };
    }
    const sent = await this.post(waiting);
    if (sent.state === 'in') {
      await this.store.delete('ballots', id);
    } else if (sent.state === 'refused') {
      const move = this.store.transaction(['ballots', 'refused'], 'readwrite', { durability: 'strict' });
      await move.objectStore('refused').put({ ...waiting, sentence: sent.sentence });
      await move.objectStore('ballots').delete(id);
      await move.done;
    }
    if (sent.state !== 'waits') {
      this.tell();
    }
    return sent;
  }

  private async post({ ballot, by }: WaitingBallot): Promise<Sent> {
    if (this.now() < this.notBefore) {
      return { state: 'waits', others: 'wait-too' };
    }
    try {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
      const answer = await this.send(`/api/polls/${ballot.poll}/ballots?by=${by}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(ballot),
        credentials: 'omit',
        cache: 'no-store',
        signal: abort.signal,
      }).finally(() => clearTimeout(timer));
      const told: unknown = await answer.json();
      if ((answer.status === 200 || answer.status === 201) && acknowledges(told, ballot)) {
        return { state: 'in' };
      }
      if (isProblem(told)) {
        this.notBefore = this.now() + waitOf(answer) * 1_000;
        return refusal(answer.status, told.detail);
      }
    } catch {
      // no network, no answer, or an answer that is not our server's, such as the page of a hotspot
    }
    return { state: 'waits', others: 'wait-too' };
  }

  /** Calls back whenever the numbers change; returns how to stop that. */
  whenChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** Asks the browser to wake the service worker as soon as there is a network, be this page open or not; not all can. */
async function askToBeSent(): Promise<void> {
  try {
    const worker = await globalThis.navigator?.serviceWorker?.getRegistration('/booth');
    await (worker as unknown as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync?.register('urne-ballots');
  } catch {
    // refused by the browser: the page sends it
  }
}

/** Whether an answer is the acknowledgement of this very ballot: it has the code that follows from the ballot's bytes. */
function acknowledges(told: unknown, ballot: SealedBallot): boolean {
  const code = (told as { code?: { characters?: unknown } } | null)?.code;
  return code?.characters === receiptCode(idOf(ballot)).characters;
}

/** What an answer of our server says that is no acknowledgement: final, or to be tried again. */
function refusal(status: number, sentence: string): Sent {
  if (status < 500 && !ANOTHER_TIME.includes(status)) {
    return { state: 'refused', sentence };
  }
  return { state: 'waits', others: BUSY.includes(status) ? 'wait-too' : 'may-pass' };
}

/** Seconds that a busy server asks for; none of other answers, and never so many that a tablet would not send again that day. */
function waitOf(answer: Response): number {
  const seconds = BUSY.includes(answer.status) ? Number(answer.headers.get('Retry-After') ?? 0) : 0;
  return seconds > 0 ? Math.min(seconds, LONGEST_WAIT_S) : 0;
}

function isOfSameVote(one: SealedBallot, other: SealedBallot): boolean {
  return one.poll === other.poll && one.token === other.token && one.seq === other.seq;
}

function isProblem(told: unknown): told is { detail: string } {
  const problem = told as { type?: unknown; detail?: unknown } | null;
  return typeof problem?.detail === 'string' && typeof problem.type === 'string' && problem.type.startsWith('urn:urne:problem:');
}
