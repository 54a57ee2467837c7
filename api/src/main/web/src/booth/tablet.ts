import type { KnownTablet, Store } from './store';

/** A poll in which people may vote on this tablet. */
export interface TabletPoll {
  readonly poll: string;
  readonly title: string;
  readonly state: string;
  readonly hash: string;
  readonly ended: boolean;
  readonly joined: boolean;
  readonly emptied: boolean;
}

/** What the server answers to a sign of life. */
export interface TabletReply {
  readonly name: string;
  readonly site: string;
  readonly polls: readonly TabletPoll[];
}

/** How a request ended: answered, refused in one sentence, not known any more, or no network. */
export type Told<T> =
  | { readonly state: 'answered'; readonly answer: T }
  | { readonly state: 'refused'; readonly status: number; readonly sentence: string }
  | { readonly state: 'forgotten' }
  | { readonly state: 'offline' };

const SELF = 'self';
const PATIENCE_MS = 15_000;

/** What a tablet asks of the server. No clock of the tablet's is sent, and none matters. */
export class TabletClient {
  constructor(
    private readonly store: Store,
    private readonly send: typeof fetch = (...request) => fetch(...request),
  ) {}

  /** Who this tablet is; undefined before its enrolment. */
  known(): Promise<KnownTablet | undefined> {
    return this.store.get('self', SELF);
  }

  /** Makes the tablet known by the code that the desk shows. */
  async enrol(code: string): Promise<Told<KnownTablet>> {
    const told = await this.ask<KnownTablet>('POST', '/api/tablets', { code });
    if (told.state === 'answered') {
      await this.store.put('self', told.answer, SELF);
    }
    return told;
  }

  /** Gives a sign of life. */
  async seen(waiting: Readonly<Record<string, number>>): Promise<Told<TabletReply>> {
    return this.ask<TabletReply>('PUT', '/api/tablets/self', { waiting });
  }

  /** Takes part in a poll: its close waits for this tablet from here on. */
  join(poll: string): Promise<Told<unknown>> {
    return this.ask('POST', `/api/tablets/self/polls/${poll}`, undefined);
  }

  /** Tells that no ballot of a poll that has ended waits here. */
  emptied(poll: string): Promise<Told<unknown>> {
    return this.ask('POST', `/api/tablets/self/polls/${poll}/empty`, undefined);
  }

  private async ask<T>(method: string, path: string, body: unknown): Promise<Told<T>> {
    const self = await this.known();
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    if (self && path !== '/api/tablets') {
      headers.Authorization = `Tablet ${self.tablet}.${self.secret}`;
    }
    try {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
      const answer = await this.send(path, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        credentials: 'omit',
        cache: 'no-store',
        signal: abort.signal,
      }).finally(() => clearTimeout(timer));
      const told = (await answer.json()) as T & { detail?: string };
      if (answer.ok) {
        return { state: 'answered', answer: told };
      }
      if (answer.status === 401) {
        return { state: 'forgotten' };
      }
      return answer.status < 500
        ? { state: 'refused', status: answer.status, sentence: told.detail ?? '' }
        : { state: 'offline' };
    } catch {
      return { state: 'offline' };
    }
  }
}
