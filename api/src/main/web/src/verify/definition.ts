import { p256 } from '@noble/curves/nist.js';
import { compareBytes, hex, join, Malformed, u8, unbase64, utf8 } from './bytes';
import { canonicalBytes, isObject, type Json } from './json';
import { Members, isShort } from './members';
import { hashOf } from './merkle';

/** Definitions of polls (docs/formats/events.md, sections 2 and 3). */

export type Kind = 'FAVOURITE' | 'APPROVAL' | 'KNAPSACK' | 'POINTS' | 'RANKING' | 'GRADES' | 'MOTION';

export interface Option {
  readonly id: string;
  readonly title: string;
  readonly cost: number;
}

export interface Rule {
  readonly id: string;
  readonly threshold: number;
  readonly conflicts: readonly (readonly [string, string])[];
}

export interface Definition {
  readonly poll: string;
  readonly title: string;
  readonly kind: Kind;
  readonly limits: { readonly [name: string]: number };
  readonly cents: number;
  readonly currency: string | null;
  /** The id of the participatory budget whose money is spent. */
  readonly budget: string | null;
  readonly paper: boolean;
  readonly revote: boolean;
  readonly rule: Rule;
  readonly tieBreak: string;
  /** The uncompressed point of the poll key. */
  readonly key: Uint8Array;
  readonly json: Json;
}

const SCORE_KINDS: Kind[] = ['FAVOURITE', 'APPROVAL', 'KNAPSACK', 'POINTS', 'RANKING'];
const NAMING: Kind[] = ['FAVOURITE', 'APPROVAL', 'KNAPSACK'];

/** The rules by score, which are counted again here, and the kinds that each counts. */
const BY_SCORE: { readonly [id: string]: Kind[] } = {
  greedy: SCORE_KINDS,
  'greedy-no-skip': SCORE_KINDS,
  'greedy-threshold': SCORE_KINDS,
  'greedy-exclusive': SCORE_KINDS,
  'greedy-custom': SCORE_KINDS,
  'greedy-per-cost': SCORE_KINDS,
  knapsack: ['KNAPSACK'],
  points: ['POINTS'],
  borda: ['RANKING'],
  'borda-per-cost': ['RANKING'],
};

/** Rules whose polls are opened here and counted elsewhere. */
const ELSEWHERE: { readonly [id: string]: Kind[] } = {
  mes: SCORE_KINDS,
  phragmen: NAMING,
  'phragmen-skip': NAMING,
  plurality: ['FAVOURITE'],
  'approval-k': ['FAVOURITE', 'APPROVAL'],
  'majority-judgment': ['GRADES'],
  motion: ['MOTION'],
};

const FIRST_RULES = ['greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive'];

export function isCountedHere(definition: Definition): boolean {
  return (BY_SCORE[definition.rule.id] ?? []).includes(definition.kind);
}

function limits(kind: Kind, json: Json, options: number): { [name: string]: number } {
  const one = (name: string, min: number, max: number) => ({
    [name]: new Members(json, 'limits', [name]).whole(name, min, max),
  });
  switch (kind) {
    case 'APPROVAL':
    case 'RANKING':
      return one('max', 1, options);
    case 'GRADES':
      return one('grades', 2, 20);
    case 'POINTS': {
      const members = new Members(json, 'limits', ['maxPerOption', 'maxTotal']);
      return { maxPerOption: members.whole('maxPerOption', 1, 65_535), maxTotal: members.whole('maxTotal', 1, 655_350_000) };
    }
    default:
      new Members(json, 'limits', []);
      return {};
  }
}

function conflict(pair: Json): [string, string] {
  const [first, second] = Array.isArray(pair) && pair.length === 2 ? pair : [];
  if (typeof first !== 'string' || typeof second !== 'string' || compareBytes(utf8(first), utf8(second)) >= 0) {
    throw new Malformed('rule.conflicts');
  }
  return [first, second];
}

function rule(json: Json, kind: Kind): Rule {
  const id = isObject(json) && typeof json.id === 'string' ? json.id : '';
  const elsewhere = ELSEWHERE[id];
  if (elsewhere !== undefined) {
    if (!elsewhere.includes(kind)) {
      throw new Malformed('definition.rule');
    }
    return { id, threshold: 0, conflicts: [] };
  }
  const counts = BY_SCORE[id];
  const early = (kind === 'GRADES' || kind === 'MOTION') && FIRST_RULES.includes(id);
  if (counts === undefined || !(counts.includes(kind) || early)) {
    throw new Malformed('definition.rule');
  }
  const exclusive = id === 'greedy-exclusive';
  const needed = ['id', ...(id === 'greedy-threshold' ? ['threshold'] : []), ...(exclusive ? ['conflicts'] : [])];
  const members = new Members(json, 'rule', needed, id === 'greedy' ? [] : ['threshold']);
  return {
    id,
    threshold: members.has('threshold') ? members.whole('threshold') : 0,
    conflicts: exclusive ? members.list('conflicts').map(conflict) : [],
  };
}

function pollKey(json: Json): Uint8Array {
  const members = new Members(json, 'trustees', ['keys', 'threshold']);
  members.whole('threshold', 1, 1);
  const keys = members.texts('keys');
  try {
    const key = unbase64(keys[0] ?? '');
    if (keys.length === 1 && key.length === 65) {
      p256.Point.fromBytes(key).assertValidity();
      return key;
    }
  } catch {
    // told below
  }
  throw new Malformed('trustees.keys');
}

const KINDS: readonly string[] = [...SCORE_KINDS, 'GRADES', 'MOTION'];

/** Reads a definition without its options. */
export function parseDefinition(json: Json, options: number): Definition {
  const members = new Members(
    json,
    'definition',
    ['channels', 'eligibility', 'kind', 'limits', 'poll', 'revote', 'rule', 'suite', 'tieBreak', 'title', 'trustees'],
    ['budget', 'of', 'order', 'who'],
  );
  members.whole('suite', 1, 1);
  members.text('eligibility');
  if (members.has('order')) {
    members.text('order', /^(DECLARED|SHUFFLED)$/);
  }
  const kind = members.text('kind') as Kind;
  const channels = members.texts('channels').join();
  if (!KINDS.includes(kind) || (channels !== 'card' && channels !== 'card,paper')) {
    throw new Malformed(KINDS.includes(kind) ? 'definition.channels' : 'definition.kind');
  }
  const budget = members.has('budget') ? new Members(members.value('budget'), 'budget', ['cents', 'currency']) : null;
  if (kind === 'KNAPSACK' && budget === null) {
    throw new Malformed('definition.budget');
  }
  return {
    poll: members.poll(),
    title: members.text('title'),
    kind,
    limits: limits(kind, members.value('limits'), options),
    cents: budget?.whole('cents') ?? 0,
    currency: budget?.text('currency', /^[A-Z]{3}$/) ?? null,
    budget: members.has('of') ? new Members(members.value('of'), 'of', ['budget', 'part']).text('budget') : null,
    paper: channels === 'card,paper',
    revote: members.bool('revote'),
    rule: rule(members.value('rule'), kind),
    tieBreak: members.text('tieBreak', /^(declared|id|cost-votes-id|report|lot:[\x21-\x7e]{1,128})$/),
    key: pollKey(members.value('trustees')),
    json,
  };
}

export function parseOption(json: Json): Option {
  const members = new Members(json, 'option', ['cost', 'id', 'title']);
  const id = members.text('id');
  if (!isShort(id, 64)) {
    throw new Malformed('option.id');
  }
  return { id, cost: members.whole('cost'), title: members.text('title') };
}

/** The hash of the whole definition. */
export function definitionHash(json: Json, options: Json[]): Uint8Array {
  if (!isObject(json)) {
    throw new Malformed('definition');
  }
  return hashOf(utf8('urne-definition-v1'), u8(10), canonicalBytes({ ...json, options }));
}

/** What a ballot of the poll is sealed for: `info` of HPKE. */
export function sealInfo(poll: string, hash: Uint8Array): Uint8Array {
  return join(u8(1), u8(poll.length), utf8(poll), hash);
}

export function isKeyOf(scalar: Uint8Array, definition: Definition): boolean {
  try {
    return hex(p256.getPublicKey(scalar, false)) === hex(definition.key);
  } catch {
    return false;
  }
}
