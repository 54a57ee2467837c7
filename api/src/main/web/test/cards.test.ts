import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Batch } from '../src/desk/batch';

const BODY = { label: 'all', tokens: ['aa', 'bb'] };
const DETAIL = { type: 'urn:urne:problem:unavailable', detail: 'the log cannot be written now' };

/** Answers of the server, one after the other; those to questions for the page itself are not counted. */
function answers(...all: (() => Response)[]) {
  const sent: { key: string; body: string; token: string }[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    if (address === 'http://desk/page') {
      return new Response('<meta name="csrf-token" content="new">');
    }
    const headers = init.headers as Record<string, string>;
    sent.push({ key: headers['Idempotency-Key'] ?? '', body: String(init.body), token: headers['X-CSRF-TOKEN'] ?? '' });
    return all[sent.length - 1]!();
  });
  return sent;
}

const offline = (): Response => {
  throw new TypeError('Failed to fetch');
};

beforeEach(() => {
  const meta = { content: 'old' };
  vi.stubGlobal('location', { href: 'http://desk/page' });
  vi.stubGlobal('document', { querySelector: () => meta });
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = () => ({ querySelector: () => ({ content: 'new' }) });
    },
  );
});

afterEach(() => vi.unstubAllGlobals());

test('the very same batch is sent until the server has said that it is issued', async () => {
  const sent = answers(
    offline,
    () => Response.json(DETAIL, { status: 503 }),
    () => new Response('<html>Sign in to the hotspot</html>'),
    () => new Response('Bad gateway', { status: 502 }),
    () => Response.json({ issued: 2 }),
  );
  const batch = new Batch('http://desk/cards', BODY);
  expect(await batch.issue()).toEqual({ state: 'unsure', sentence: '' });
  expect(await batch.issue()).toEqual({ state: 'unsure', sentence: DETAIL.detail });
  expect(await batch.issue()).toEqual({ state: 'unsure', sentence: '' });
  expect(await batch.issue()).toEqual({ state: 'unsure', sentence: '' });
  expect(await batch.issue()).toEqual({ state: 'issued' });

  expect(new Set(sent.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
  expect(sent[0]?.body).toBe(JSON.stringify(BODY));
});

test('a batch that was refused at once is worth nothing', async () => {
  answers(() => Response.json({ detail: 'the vote is open already' }, { status: 409 }));
  expect(await new Batch('http://desk/cards', BODY).issue()).toEqual({ state: 'refused', sentence: 'the vote is open already' });
});

test('what was perhaps issued is not given up for a refusal, such as of a session that has ended', async () => {
  const sent = answers(
    offline,
    () => Response.json({ detail: 'sign in at the desk first' }, { status: 401 }),
    () => Response.json({ issued: 2 }),
  );
  const batch = new Batch('http://desk/cards', BODY);
  await batch.issue();
  expect(await batch.issue()).toEqual({ state: 'unsure', sentence: 'sign in at the desk first' });
  expect(await batch.issue()).toEqual({ state: 'issued' });
  expect(sent.map(({ token }) => token)).toEqual(['old', 'new', 'new']);
});

test('every batch has a key of its own', async () => {
  const sent = answers(() => Response.json({ issued: 2 }), () => Response.json({ issued: 2 }));
  await new Batch('http://desk/cards', BODY).issue();
  await new Batch('http://desk/cards', BODY).issue();
  expect(sent[0]?.key).not.toBe(sent[1]?.key);
});
