import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newCode, parseCard, qrText, shownCode, tokenOf } from '../src/ballot/card';
import { ChoiceError, encode, left, problem, width, type Choice } from '../src/ballot/choice';
import { hash, type Definition } from '../src/ballot/definition';
import { shownOrder } from '../src/ballot/order';
import { receiptCode, receiptText } from '../src/ballot/receipt';
import { idOf, seal, sealPaper, type SealedBallot } from '../src/ballot/seal';
import { stretched } from '../src/ballot/stretching';
import { canonical, fromHex, hex } from '../src/ballot/wire';
import vectors from './vectors/ballots.json';

interface Vector {
  definition: Definition;
  choice: Choice;
  hash: string;
  seed: string;
  secret: string;
  plaintext: string;
  ballot: SealedBallot;
  id: string;
  receipt: string;
  order: string[];
  paper: string;
  paperInvalid: string;
}
const BALLOTS = vectors.ballots as unknown as Vector[];

describe.each(BALLOTS.map((vector) => [`${vector.definition.kind} ${vector.choice.kind}`, vector] as const))('%s', (_, vector) => {
  const seed = fromHex(vector.seed);

  test('the definition has the hash that the engine gives it', () => {
    expect(hex(hash(vector.definition))).toBe(vector.hash);
  });

  test('the plaintext is that of the engine, as wide as any of the poll', () => {
    expect(hex(encode(vector.definition, vector.choice))).toBe(vector.plaintext);
    expect(width(vector.definition)).toBe(vector.plaintext.length / 2);
    expect(encode(vector.definition, { kind: 'BLANK' }).length).toBe(width(vector.definition));
  });

  test('the ballot is that of the engine, byte for byte', async () => {
    const ballot = await seal(vector.definition, seed, vector.choice, 0, fromHex(vector.secret));
    expect(ballot).toEqual(vector.ballot);
    expect(hex(idOf(ballot))).toBe(vector.id);
    expect(receiptText(receiptCode(idOf(ballot)))).toBe(vector.receipt);
  });

  test('a sheet of paper gives the same ballot to whoever reads the same', async () => {
    expect(hex(idOf(await sealPaper(vector.definition, seed, vector.choice)))).toBe(vector.paper);
    expect(hex(idOf(await sealPaper(vector.definition, seed, null)))).toBe(vector.paperInvalid);
  });

  test('the options stand in the order of the token', () => {
    expect(shownOrder(vector.definition, tokenOf(seed))).toEqual(vector.order);
  });

  test('two ballots that say the same have nothing in common', async () => {
    const one = await seal(vector.definition, seed, vector.choice);
    const other = await seal(vector.definition, seed, vector.choice);
    expect(one.ct).not.toBe(other.ct);
    expect(one.enc).not.toBe(other.enc);
    expect(one.ct.length).toBe(vector.ballot.ct.length);
  });
});

test.runIf(process.env.URNE_APPROVE)('ballots for the engine to open', async () => {
  const made = await Promise.all(BALLOTS.map((vector) => seal(vector.definition, fromHex(vector.seed), vector.choice)));
  writeFileSync(new URL('./vectors/sealed.json', import.meta.url), `${JSON.stringify(made, null, 1)}\n`);
});

test.each(vectors.cards)('the card $code', (card) => {
  expect(parseCard(card.qr)).toEqual({ poll: card.poll, seed: fromHex(card.seed) });
  const typed = ` ${card.code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/-/g, ' ')} `;
  const read = parseCard(typed);
  if (!read || !('code' in read)) {
    throw new Error('the code was not read');
  }
  expect(shownCode(read.code)).toBe(card.code);
  const seed = stretched(read.code, card.poll);
  expect(hex(seed)).toBe(card.seed);
  expect(hex(tokenOf(seed))).toBe(card.token);
  expect(qrText(card.poll, seed)).toBe(card.qr);
});

test.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMU', 'ABCD-EFGH-JKMN-P', 'urne:card:1:p:short', '<script>', 'urne:card:2:p:'])(
  'what is no card is none: %s',
  (text) => expect(parseCard(text)).toBeNull(),
);

test('new codes can be read and are not the same', () => {
  const codes = Array.from({ length: 100 }, newCode);
  expect(new Set(codes).size).toBe(100);
  codes.forEach((code) => expect(parseCard(shownCode(code))).toEqual({ code }));
});

test('what cannot be cast is told and never encoded', () => {
  const of = (kind: string): Definition => BALLOTS.find((vector) => vector.definition.kind === kind)?.definition as Definition;
  const wrong: [string, Choice, string][] = [
    ['FAVOURITE', { kind: 'FAVOURITE', option: 'nobody' }, 'foreign'],
    ['FAVOURITE', { kind: 'MOTION', vote: 'for' }, 'foreign'],
    ['APPROVAL', { kind: 'APPROVAL', options: [] }, 'nothing'],
    ['APPROVAL', { kind: 'APPROVAL', options: ['o1', 'o1'] }, 'foreign'],
    ['APPROVAL', { kind: 'APPROVAL', options: ['o0', 'o1', 'o2', 'o3', 'o4'] }, 'too-many'],
    ['KNAPSACK', { kind: 'KNAPSACK', options: ['o9', 'o0'] }, 'too-dear'],
    ['POINTS', { kind: 'POINTS', points: { o0: 301 } }, 'too-many'],
    ['POINTS', { kind: 'POINTS', points: { o0: 300, o1: 201 } }, 'too-many'],
    ['POINTS', { kind: 'POINTS', points: { o0: -1, o1: 2 } }, 'foreign'],
    ['POINTS', { kind: 'POINTS', points: { o0: 0.5 } }, 'foreign'],
    ['POINTS', { kind: 'POINTS', points: {} }, 'nothing'],
    ['RANKING', { kind: 'RANKING', order: ['o0', 'o1', 'o2', 'o3'] }, 'too-many'],
    ['GRADES', { kind: 'GRADES', grades: { o0: 1 } }, 'incomplete'],
  ];
  for (const [kind, choice, reason] of wrong) {
    expect(problem(of(kind), choice), `${kind} ${JSON.stringify(choice)}`).toBe(reason);
    expect(() => encode(of(kind), choice)).toThrow(ChoiceError);
  }
  expect(left(of('KNAPSACK'), { kind: 'KNAPSACK', options: ['o1', 'o2'] })).toBe(5_000);
  expect(left(of('POINTS'), { kind: 'POINTS', points: { o0: 120 } })).toBe(380);
});

test('canonical JSON sorts by code units and refuses what the log cannot hold', () => {
  expect(canonical({ 'é': 1, z: [true, null, '\u0001"\\/\n'], '😀': 'a', '\ue000': 0 })).toBe(
    '{"z":[true,null,"\\u0001\\"\\\\/\\n"],"é":1,"😀":"a","\ue000":0}',
  );
  expect(() => canonical(0.5)).toThrow();
  expect(() => canonical(2 ** 53)).toThrow();
  expect(() => canonical('\ud800')).toThrow();
});
