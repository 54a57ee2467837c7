import { hex, join, Malformed, u16, u32, u8, unhex, utf8 } from './bytes';
import type { Definition, Kind } from './definition';
import { Ed25519Key } from './ed25519';
import type { Json } from './json';
import { Members } from './members';
import { hashOf } from './merkle';

/** Ballots and choices (docs/formats/ballot.md). */

export interface Ballot {
  readonly poll: string;
  readonly token: string;
  readonly paper: boolean;
  readonly seq: number;
  readonly enc: Uint8Array;
  readonly ct: Uint8Array;
  readonly sig: Uint8Array;
}

export function parseBallot(json: Json): Ballot {
  const members = new Members(json, 'data', ['authorisation', 'ct', 'enc', 'poll', 'seq', 'sig', 'suite', 'token']);
  members.whole('suite', 1, 1);
  return {
    poll: members.poll(),
    token: members.hex('token', 32),
    paper: members.text('authorisation', /^(card|paper)$/) === 'paper',
    seq: members.whole('seq', 0, 0xffff_ffff),
    enc: members.base64('enc', 65),
    ct: members.base64('ct'),
    sig: members.base64('sig', 64),
  };
}

/** What the token signs. */
function signedBytes(ballot: Ballot): Uint8Array {
  const authorisation = utf8(ballot.paper ? 'paper' : 'card');
  if (ballot.ct.length > 0xffff) {
    throw new Malformed('data.ct');
  }
  return join(
    utf8('urne-ballot-v1'), u8(10),
    u8(1), u8(ballot.poll.length), utf8(ballot.poll), unhex(ballot.token, 32),
    u8(authorisation.length), authorisation, u32(ballot.seq), ballot.enc, u16(ballot.ct.length), ballot.ct,
  );
}

export function ballotId(ballot: Ballot): string {
  return hex(hashOf(signedBytes(ballot), ballot.sig));
}

export function isSignedByToken(ballot: Ballot): Promise<boolean> {
  return new Ed25519Key(unhex(ballot.token, 32)).verifies(signedBytes(ballot), ballot.sig);
}

const CODES: { readonly [kind in Kind]: number } = {
  FAVOURITE: 1, APPROVAL: 2, KNAPSACK: 3, POINTS: 4, RANKING: 5, GRADES: 6, MOTION: 7,
};

/** Bytes of a plaintext. */
export function width(definition: Definition, options: number): number {
  switch (definition.kind) {
    case 'FAVOURITE':
      return 4;
    case 'APPROVAL':
    case 'KNAPSACK':
      return 2 + Math.ceil(options / 8);
    case 'POINTS':
      return 2 + 2 * options;
    case 'RANKING':
      return 2 + 2 * (definition.limits.max ?? 0);
    case 'GRADES':
      return 2 + options;
    case 'MOTION':
      return 3;
  }
}

/**
 * What a ballot says: each option that it names with a number, which is 1, its points, its place from 0, its grade, or of
 * a motion the vote. An empty list is a blank ballot.
 */
export type Choice = readonly (readonly [option: number, value: number])[];

function numbers(body: Uint8Array): number[] {
  return Array.from({ length: body.length / 2 }, (_, i) => ((body[2 * i] ?? 0) << 8) | (body[2 * i + 1] ?? 0));
}

function bits(body: Uint8Array, options: number): Choice | null {
  const choice: [number, number][] = [];
  for (let i = 0; i < 8 * body.length; i++) {
    if (((body[i >> 3] ?? 0) >> (i & 7)) & 1) {
      if (i >= options) {
        return null;
      }
      choice.push([i, 1]);
    }
  }
  return choice.length > 0 ? choice : null;
}

function ranking(places: number[], options: number): Choice | null {
  const named = places.slice(0, places.indexOf(0) < 0 ? places.length : places.indexOf(0));
  const good =
    named.length > 0 &&
    places.slice(named.length).every((place) => place === 0) &&
    new Set(named).size === named.length &&
    named.every((place) => place <= options);
  return good ? named.map((place, i) => [place - 1, i] as const) : null;
}

function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function body(definition: Definition, costs: number[], bytes: Uint8Array): Choice | null {
  const n = costs.length;
  const { max = 0, maxPerOption = 0, maxTotal = 0, grades = 0 } = definition.limits;
  switch (definition.kind) {
    case 'FAVOURITE': {
      const option = numbers(bytes)[0] ?? n;
      return option < n ? [[option, 1]] : null;
    }
    case 'APPROVAL': {
      const choice = bits(bytes, n);
      return choice !== null && choice.length <= max ? choice : null;
    }
    case 'KNAPSACK': {
      const choice = bits(bytes, n);
      const cost = (choice ?? []).reduce((all, [option]) => all + BigInt(costs[option] ?? 0), 0n);
      return choice !== null && cost <= BigInt(definition.cents) ? choice : null;
    }
    case 'POINTS': {
      const points = numbers(bytes);
      const total = sum(points);
      const good = points.every((each) => each <= maxPerOption) && total >= 1 && total <= maxTotal;
      return good ? points.map((each, i) => [i, each] as const).filter(([, each]) => each > 0) : null;
    }
    case 'RANKING':
      return ranking(numbers(bytes).slice(0, max), n);
    case 'GRADES':
      return bytes.every((grade) => grade < grades) ? Array.from(bytes, (grade, i) => [i, grade] as const) : null;
    case 'MOTION':
      return [1, 2, 3].includes(bytes[0] ?? 0) ? [[0, bytes[0] ?? 0]] : null;
  }
}

/** Reads a plaintext: what it chooses, an empty list if it is blank, or nothing if it is a null ballot. */
export function parseChoice(definition: Definition, costs: number[], plaintext: Uint8Array): Choice | null {
  const [kind, form] = plaintext;
  const rest = plaintext.subarray(2);
  if (plaintext.length !== width(definition, costs.length) || kind !== CODES[definition.kind]) {
    return null;
  }
  if (form === 1) {
    return rest.every((byte) => byte === 0) ? [] : null;
  }
  return form === 0 ? body(definition, costs, rest) : null;
}
