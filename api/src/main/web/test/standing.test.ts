import { expect, test } from 'vitest';
import { standing } from '../src/screens/standing';
import type { OpenCard, PollAtHand } from '../src/screens/urn';

const CARD: OpenCard = { poll: 'p', seed: new Uint8Array(32), token: new Uint8Array([1, 255]) };
const ONCE = { poll: 'p', title: 'P', revote: false } as PollAtHand;
const AGAIN = { ...ONCE, revote: true };

function server(state: string): typeof fetch & { body?: string; path?: string } {
  const send: typeof fetch & { body?: string; path?: string } = (path, init) => {
    send.path = String(path);
    send.body = String(init?.body);
    return Promise.resolve(Response.json({ state }));
  };
  return send;
}

test('a card that cannot vote is told before the choice', async () => {
  await expect(standing(CARD, ONCE, server('void'))).rejects.toMatchObject({ problem: 'void' });
  await expect(standing(CARD, AGAIN, server('void'))).rejects.toMatchObject({ problem: 'void' });
  await expect(standing(CARD, ONCE, server('used'))).rejects.toMatchObject({ problem: 'used' });
});

test('where a new vote is possible its voter knows that it replaces one', async () => {
  expect((await standing(CARD, AGAIN, server('used'))).hasVoted).toBe(true);
  expect((await standing(CARD, AGAIN, server('free'))).hasVoted).toBe(false);
});

test('the server is told the token and nothing else, in no address', async () => {
  const send = server('free');
  await standing(CARD, ONCE, send);
  expect(send.path).toBe('/api/polls/p/card');
  expect(send.body).toBe('{"token":"01ff"}');
});

test('without a network, or where the server says something else, the vote goes on', async () => {
  expect(await standing(CARD, ONCE, () => Promise.reject(new TypeError('offline')))).toMatchObject({ hasVoted: false });
  expect(await standing(CARD, ONCE, () => Promise.resolve(new Response('<html>')))).toMatchObject({ hasVoted: false });
  expect(await standing(CARD, ONCE, () => Promise.resolve(Response.json({}, { status: 503 })))).toMatchObject({ hasVoted: false });
});
