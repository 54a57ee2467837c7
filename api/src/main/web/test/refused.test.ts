import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { receiptCode } from '../src/ballot/receipt';
import { idOf, type SealedBallot } from '../src/ballot/seal';
import { Polls } from '../src/booth/polls';
import { Queue } from '../src/booth/queue';
import { openStore, type Store } from '../src/booth/store';
import { TabletClient } from '../src/booth/tablet';
import { TabletDesk } from '../src/booth/tabletdesk';
import { Outbox } from '../src/screens/outbox';
import { ServerTime } from '../src/screens/servertime';
import { HomeUrn } from '../src/vote/home';
import sealed from './vectors/sealed.json';

const [FIRST, OTHER] = sealed as [SealedBallot, SealedBallot];
const SECOND = { ...FIRST, token: OTHER.token, enc: OTHER.enc };
const { poll } = FIRST;
let store: Store;
let number = 0;

/** A server whose urn takes a ballot, refuses it, or cannot be reached. */
class Server {
  urn: 'takes' | 'refuses' | 'away' = 'refuses';
  readonly asked: string[] = [];
  waiting: unknown = null;

  readonly fetch: typeof fetch = (path, init) => {
    const request = `${init?.method ?? 'GET'} ${String(path)}`;
    this.asked.push(request);
    if (this.urn === 'away') {
      return Promise.reject(new TypeError('Failed to fetch'));
    }
    if (request.includes('/ballots')) {
      return Promise.resolve(this.ballot(JSON.parse(String(init?.body)) as SealedBallot));
    }
    if (request === 'PUT /api/tablets/self') {
      this.waiting = (JSON.parse(String(init?.body)) as { waiting: unknown }).waiting;
    }
    const polls = [{ poll, title: 'Budget', state: 'OPEN', hash: '', ended: true, joined: true, emptied: false }];
    return Promise.resolve(Response.json({ tablet: 'ab', secret: 's', name: 'T1', site: 'europe', polls }));
  };

  private ballot(ballot: SealedBallot): Response {
    return this.urn === 'takes'
      ? Response.json({ code: receiptCode(idOf(ballot)) }, { status: 201 })
      : Response.json({ type: 'urn:urne:problem:not-authorised', detail: 'the card is void' }, { status: 403 });
  }

  get isTold(): boolean {
    return this.asked.includes(`POST /api/tablets/self/polls/${poll}/empty`);
  }
}

let server: Server;
let queue: Queue;

beforeEach(async () => {
  store = await openStore(`refused-${number++}`);
  server = new Server();
  queue = new Queue(store, server.fetch);
});

async function enrolled(): Promise<TabletDesk> {
  const values = new Map<string, string>();
  const storage = { getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => void values.set(key, value) };
  const desk = new TabletDesk(new TabletClient(store, server.fetch), queue, new Polls(store, server.fetch), storage as unknown as Storage);
  await desk.enrol('ABCD-EFGH');
  return desk;
}

test('a tablet with a refused ballot is not empty, and tells the desk that something waits', async () => {
  const desk = await enrolled();
  await queue.add(FIRST, 'booth');
  await queue.add(SECOND, 'booth');
  await desk.breathe();
  await desk.emptied(poll);

  expect(server.isTold).toBe(false);
  expect(server.waiting).toEqual({ [poll]: 2 });
  const here = await desk.now();
  expect(here.polls[0]).toMatchObject({ waiting: 0, refused: 2 });
  expect(here.refused).toEqual([
    { poll, title: poll, reasons: [{ problem: 'void', sentence: 'the card is void', count: 2 }], count: 2, aside: false },
  ]);
});

test('what the animator sends again is in the urn, and then the tablet is empty', async () => {
  const desk = await enrolled();
  await queue.add(FIRST, 'booth');
  await desk.breathe();
  server.urn = 'takes';
  await desk.sendAgain(poll);
  await desk.emptied(poll);

  expect((await desk.now()).refused).toEqual([]);
  expect(server.isTold).toBe(true);
});

test('a network that is lost while it is sent again loses nothing', async () => {
  const desk = await enrolled();
  await queue.add(FIRST, 'booth');
  await desk.breathe();
  server.urn = 'away';
  await desk.sendAgain(poll);

  expect(await queue.waiting()).toEqual({ [poll]: 1 });
});

test('what the animator sets aside stays here, and holds up the close no more', async () => {
  const desk = await enrolled();
  await queue.add(FIRST, 'booth');
  await desk.breathe();
  await desk.setAside(poll);
  await desk.breathe();
  await desk.emptied(poll);

  expect(server.waiting).toEqual({});
  expect(server.isTold).toBe(true);
  expect((await desk.now()).refused).toMatchObject([{ count: 1, aside: true }]);
});

test('a ballot that is refused before the eyes of its voter is kept nowhere', async () => {
  const cast = await new Outbox(queue, 'booth').cast(FIRST);

  expect(cast).toMatchObject({ state: 'refused', problem: 'void' });
  expect(await queue.refused()).toEqual([]);
});

test('who voted at home without a network is told later that the ballot was refused, and may send it again', async () => {
  const home = new HomeUrn(queue, new Polls(store, server.fetch), new ServerTime());
  server.urn = 'away';
  await queue.add(FIRST, 'home');
  await queue.sendAll();
  expect(await home.refused()).toEqual([]);
  server.urn = 'refuses';
  await queue.sendAll();

  const [refused] = await home.refused();
  expect(refused).toMatchObject({ poll, problem: 'void' });
  expect(Object.keys(refused ?? {}).sort()).toEqual(['id', 'poll', 'problem', 'sentence', 'title']);
  server.urn = 'takes';
  await home.sendAgain(refused!);
  expect(await home.refused()).toEqual([]);
  expect(await queue.waiting()).toEqual({});
});

test('who has understood it is told no more', async () => {
  const home = new HomeUrn(queue, new Polls(store, server.fetch), new ServerTime());
  await queue.add(FIRST, 'home');
  await queue.sendAll();
  await home.forget((await home.refused())[0]!);

  expect(await home.refused()).toEqual([]);
});
