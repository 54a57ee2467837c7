import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { receiptCode } from '../src/ballot/receipt';
import { idOf, type SealedBallot } from '../src/ballot/seal';
import { CardWaits, Queue } from '../src/booth/queue';
import { openStore, type Store } from '../src/booth/store';
import { TabletClient } from '../src/booth/tablet';
import sealed from './vectors/sealed.json';

const BALLOTS = sealed as SealedBallot[];
const [FIRST, SECOND] = BALLOTS as [SealedBallot, SealedBallot];
let store: Store;
let number = 0;

beforeEach(async () => {
  store = await openStore(`test-${number++}`);
});

/** A server that keeps ballots as ours does, and that tests can break. */
class Urn {
  readonly kept = new Map<string, string>();
  posts = 0;
  retryAfter: string | null = null;
  broken: 'no' | 'offline' | 'answer-lost' | 'portal' | 'failing' | 'busy' = 'no';
  /** A ballot at which the server fails, and at no other. */
  poison = '';

  readonly fetch = vi.fn(async (_path: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    this.posts++;
    if (this.broken === 'offline') {
      throw new TypeError('Failed to fetch');
    }
    if (this.broken === 'portal') {
      return new Response('<html>Sign in to the hotspot</html>', { status: 200 });
    }
    if (this.broken === 'failing') {
      return Response.json({ type: 'urn:urne:problem:unavailable', detail: 'the store does not work' }, { status: 503 });
    }
    if (this.broken === 'busy') {
      const headers: HeadersInit = this.retryAfter === null ? {} : { 'Retry-After': this.retryAfter };
      return Response.json({ type: 'urn:urne:problem:busy', detail: 'come back later' }, { status: 429, headers });
    }
    const ballot = JSON.parse(String(init?.body)) as SealedBallot;
    if (ballot.token === this.poison) {
      return Response.json({ type: 'urn:urne:problem:defect', detail: 'a defect' }, { status: 500 });
    }
    const before = this.kept.get(ballot.token);
    if (before !== undefined && before !== ballot.enc) {
      return Response.json({ type: 'urn:urne:problem:used', detail: 'the token has voted' }, { status: 409 });
    }
    this.kept.set(ballot.token, ballot.enc);
    if (this.broken === 'answer-lost') {
      throw new TypeError('Failed to fetch');
    }
    return Response.json({ code: receiptCode(idOf(ballot)) }, { status: before === undefined ? 201 : 200 });
  });
}

test('a busy server is left alone for as long as it asks for', async () => {
  const urn = new Urn();
  let nowMs = 1_000;
  const queue = new Queue(store, urn.fetch, () => nowMs);
  await queue.add(FIRST, 'booth');
  urn.broken = 'busy';
  urn.retryAfter = '7';
  await queue.sendAll();
  urn.broken = 'no';
  nowMs += 6_999;
  await queue.sendAll();
  expect(urn.posts).toBe(1);
  expect(await queue.waiting()).toEqual({ [FIRST.poll]: 1 });
  nowMs += 1;
  await queue.sendAll();
  expect(await queue.waiting()).toEqual({});
});

test('a ballot waits through every kind of outage and is cast once', async () => {
  const urn = new Urn();
  const queue = new Queue(store, urn.fetch);
  await queue.add(FIRST, 'booth');
  for (const broken of ['offline', 'portal', 'failing', 'busy', 'answer-lost'] as const) {
    urn.broken = broken;
    await queue.sendAll();
    expect(await queue.waiting(), broken).toEqual({ [FIRST.poll]: 1 });
  }
  urn.broken = 'no';
  await queue.sendAll();
  expect(await queue.waiting()).toEqual({});
  expect(urn.kept.size).toBe(1);
  expect(await queue.refused()).toEqual([]);
});

test('what was kept before a crash is sent by the next page', async () => {
  const urn = new Urn();
  await new Queue(store, urn.fetch).add(FIRST, 'booth');
  const name = store.name;
  store.close();
  const reopened = new Queue(await openStore(name), urn.fetch);
  expect(await reopened.waiting()).toEqual({ [FIRST.poll]: 1 });
  await reopened.sendAll();
  expect(urn.kept.size).toBe(1);
});

test('the same ballot twice is one', async () => {
  const queue = new Queue(store, new Urn().fetch);
  expect(await queue.add(FIRST, 'booth')).toBe(await queue.add(FIRST, 'booth'));
  expect(await queue.waiting()).toEqual({ [FIRST.poll]: 1 });
});

test('a card that has voted elsewhere is told, and holds up nobody', async () => {
  const urn = new Urn();
  const queue = new Queue(store, urn.fetch);
  urn.kept.set(FIRST.token, 'another');
  const id = await queue.add(FIRST, 'booth');
  await queue.add(SECOND, 'booth');
  await queue.sendAll();
  expect(await queue.waiting()).toEqual({});
  expect((await queue.refused()).map((each) => each.sentence)).toEqual(['the token has voted']);
  expect(await queue.sendOne(id)).toEqual({ state: 'refused', sentence: 'the token has voted' });
  expect(urn.kept.get(SECOND.token)).toBe(SECOND.enc);
  urn.kept.delete(FIRST.token); // the mistake was the server's
  await queue.retryRefused(FIRST.poll);
  await queue.sendAll();
  expect(await queue.refused()).toEqual([]);
  expect(urn.kept.get(FIRST.token)).toBe(FIRST.enc);
});

test('a card that is used in two windows at once has one ballot here, and the second voter no receipt', async () => {
  const [one, other] = [new Queue(store, new Urn().fetch), new Queue(await openStore(store.name), new Urn().fetch)];
  const second = { ...FIRST, enc: SECOND.enc };
  const ended = await Promise.allSettled([one.add(FIRST, 'booth'), other.add(second, 'booth')]);
  expect(ended.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(ended.find((each) => each.status === 'rejected')).toMatchObject({ reason: expect.any(CardWaits) as CardWaits });
  expect(await one.waiting()).toEqual({ [FIRST.poll]: 1 });
});

test('a new vote of a card waits beside the one before', async () => {
  const queue = new Queue(store, new Urn().fetch);
  await queue.add(FIRST, 'home');
  await queue.add({ ...FIRST, enc: SECOND.enc, seq: 1 }, 'home');
  expect(await queue.waiting()).toEqual({ [FIRST.poll]: 2 });
});

test('a ballot at which the server fails holds up no other', async () => {
  const urn = new Urn();
  const queue = new Queue(store, urn.fetch);
  await Promise.all(BALLOTS.map((ballot) => queue.add(ballot, 'booth')));
  urn.poison = FIRST.token;
  await queue.sendAll();
  expect(await queue.waiting()).toEqual({ [FIRST.poll]: 1 });
  expect(urn.kept.size).toBe(BALLOTS.length - 1);
});

test('where nothing gets through the others are not tried', async () => {
  const urn = new Urn();
  const queue = new Queue(store, urn.fetch);
  await Promise.all(BALLOTS.map((ballot) => queue.add(ballot, 'booth')));
  for (const broken of ['offline', 'busy', 'portal'] as const) {
    urn.posts = 0;
    urn.broken = broken;
    await queue.sendAll();
    expect(urn.posts, broken).toBe(1);
  }
});

test('a ballot that is cast while others are sent goes with them', async () => {
  const urn = new Urn();
  const queue = new Queue(store, urn.fetch);
  await queue.add(FIRST, 'booth');
  urn.fetch.mockImplementationOnce(async () => {
    await queue.add(SECOND, 'booth');
    return Response.json({ code: receiptCode(idOf(FIRST)) }, { status: 201 });
  });
  await queue.sendAll();
  expect(await queue.waiting()).toEqual({});
  expect(urn.kept.get(SECOND.token)).toBe(SECOND.enc);
});

test('two windows that send at once cast once, with locks of the browser and without', async () => {
  for (const locks of [undefined, browserLocks()]) {
    vi.stubGlobal('navigator', { locks });
    const urn = new Urn();
    const name = `windows-${locks ? 'locked' : 'free'}`;
    const [one, other] = [new Queue(await openStore(name), urn.fetch), new Queue(await openStore(name), urn.fetch)];
    await Promise.all(BALLOTS.map((ballot) => one.add(ballot, 'booth')));
    await Promise.all([one.sendAll(), other.sendAll()]);
    expect(await other.waiting()).toEqual({});
    expect(await other.refused()).toEqual([]);
    expect(urn.kept.size).toBe(BALLOTS.length);
    expect(urn.posts).toBe(locks ? BALLOTS.length : urn.posts);
    vi.unstubAllGlobals();
  }
});

/** Locks as a browser has them, so far as the queue asks for them. */
function browserLocks(): Pick<LockManager, 'request'> {
  const held = new Set<string>();
  return {
    request: async (name: string, _: unknown, work: (lock: Lock | null) => Promise<unknown>) => {
      if (held.has(name)) {
        return work(null);
      }
      held.add(name);
      return work({ name, mode: 'exclusive' }).finally(() => held.delete(name));
    },
  } as Pick<LockManager, 'request'>;
}

test('where the tablet cannot keep a ballot nobody is told that it is kept', async () => {
  const queue = new Queue(store, new Urn().fetch);
  store.close();
  await expect(queue.add(FIRST, 'booth')).rejects.toThrow();
});

test('many ballots at once are sent by one sender', async () => {
  const urn = new Urn();
  const queue = new Queue(store, urn.fetch);
  await Promise.all(BALLOTS.map((ballot) => queue.add(ballot, 'booth')));
  await Promise.all([queue.sendAll(), queue.sendAll(), queue.sendAll()]);
  expect(urn.posts).toBe(BALLOTS.length);
  expect(await queue.waiting()).toEqual({});
});

test('nothing is kept but what the server will see', async () => {
  await new Queue(store, new Urn().fetch).add(FIRST, 'booth');
  const kept = await store.getAll('ballots');
  expect(Object.keys(kept[0] as object).sort()).toEqual(['ballot', 'by', 'id']);
  expect(kept[0]?.ballot).toEqual(FIRST);
});

test('whoever listens hears of every change', async () => {
  const heard = vi.fn();
  const queue = new Queue(store, new Urn().fetch);
  const stop = queue.whenChanged(heard);
  await queue.add(FIRST, 'booth');
  await queue.sendAll();
  stop();
  await queue.add(SECOND, 'booth');
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a tablet is known by its secret from its enrolment on, until it is forgotten', async () => {
  const asked: [string, RequestInit | undefined][] = [];
  let answer = Response.json({ tablet: 'ab', secret: 's', name: 'T1', site: 'europe' }, { status: 201 });
  const client = new TabletClient(store, async (path, init) => {
    asked.push([String(path), init]);
    return answer;
  });
  expect((await client.enrol('ABCD-EFGH')).state).toBe('answered');
  answer = Response.json({ name: 'T1', site: 'europe', polls: [] });
  expect((await client.seen({ p: 2 })).state).toBe('answered');
  expect(asked[1]?.[1]?.headers).toMatchObject({ Authorization: 'Tablet ab.s' });
  expect(asked[1]?.[1]?.body).toBe('{"waiting":{"p":2}}');
  answer = Response.json({ detail: 'the tablet is not known' }, { status: 401 });
  expect((await client.seen({})).state).toBe('forgotten');
});
