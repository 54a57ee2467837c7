import { receiptCode } from '../ballot/receipt';
import { idOf, type SealedBallot } from '../ballot/seal';
import { hex } from '../ballot/wire';
import type { RefusedBallot, Store, WaitingBallot } from './store';

/** What became of a ballot that was sent. */
export type Sent = { readonly state: 'in' } | { readonly state: 'waits' } | { readonly state: 'refused'; readonly sentence: string };

const FINAL = [403, 404, 409, 410, 422];
const PATIENCE_MS = 20_000;
const LOCK = 'urne-queue';

/**
 * The ballots that wait on this tablet. A ballot is durable here before its voter sees a receipt, stays until the server has
 * acknowledged or refused it, and is always sent as the same bytes: however often that happens, it counts once.
 */
export class Queue {
  private readonly listeners = new Set<() => void>();
  private sending: Promise<void> | null = null;

  constructor(
    private readonly store: Store,
    private readonly send: typeof fetch = (...request) => fetch(...request),
  ) {}

  /** Keeps a ballot; when this returns it has survived a flat battery. */
  async add(ballot: SealedBallot, by: 'booth' | 'home'): Promise<string> {
    const id = hex(idOf(ballot));
    const kept = this.store.transaction('ballots', 'readwrite', { durability: 'strict' });
    await kept.store.put({ id, ballot, by });
    await kept.done;
    this.tell();
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

  /** What was refused for good. */
  refused(): Promise<RefusedBallot[]> {
    return this.store.getAll('refused');
  }

  /** Puts what was refused back to be sent once more, as after a mistake on the server's side. */
  async retryRefused(): Promise<void> {
    const move = this.store.transaction(['ballots', 'refused'], 'readwrite', { durability: 'strict' });
    for (const { id, ballot, by } of await move.objectStore('refused').getAll()) {
      await move.objectStore('ballots').put({ id, ballot, by });
      await move.objectStore('refused').delete(id);
    }
    await move.done;
    this.tell();
  }

  /** Sends what waits; one sender at a time, over all windows of the browser. */
  sendAll(): Promise<void> {
    this.sending ??= this.alone(async () => {
      for (const id of await this.store.getAllKeys('ballots')) {
        const result = await this.sendOne(id);
        if (result.state === 'waits') {
          return; // the others would wait as well
        }
      }
    }).finally(() => {
      this.sending = null;
    });
    return this.sending;
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
      if (FINAL.includes(answer.status) && isProblem(told)) {
        return { state: 'refused', sentence: told.detail };
      }
    } catch {
      // no network, no answer, or an answer that is not our server's, such as the page of a hotspot
    }
    return { state: 'waits' };
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

/** Whether an answer is the acknowledgement of this very ballot: it has the code that follows from the ballot's bytes. */
function acknowledges(told: unknown, ballot: SealedBallot): boolean {
  const code = (told as { code?: { characters?: unknown } } | null)?.code;
  return code?.characters === receiptCode(idOf(ballot)).characters;
}

function isProblem(told: unknown): told is { detail: string } {
  const problem = told as { type?: unknown; detail?: unknown } | null;
  return typeof problem?.detail === 'string' && typeof problem.type === 'string' && problem.type.startsWith('urn:urne:problem:');
}
