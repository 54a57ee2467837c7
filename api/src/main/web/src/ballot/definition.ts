import { sha256 } from '@noble/hashes/sha2.js';
import { canonical, concat, utf8, type Json } from './wire';

/** The kinds of ballots. */
export type Kind = 'FAVOURITE' | 'APPROVAL' | 'KNAPSACK' | 'POINTS' | 'RANKING' | 'GRADES' | 'MOTION';

/** What can be voted on. Costs are cents. */
export interface Option {
  readonly id: string;
  readonly title: string;
  readonly cost: number;
}

/** Bounds of a choice, by kind. */
export interface Limits {
  readonly max?: number;
  readonly maxPerOption?: number;
  readonly maxTotal?: number;
  readonly grades?: number;
}

/** The definition of a poll (docs/formats/events.md, section 2). Members that the booth does not read stand there too. */
export interface Definition {
  readonly poll: string;
  readonly title: string;
  readonly kind: Kind;
  readonly limits: Limits;
  readonly options: readonly Option[];
  readonly order?: 'DECLARED' | 'SHUFFLED';
  readonly budget?: { readonly cents: number; readonly currency: string };
  readonly channels: readonly string[];
  readonly of?: { readonly budget: string; readonly part: string };
  readonly suite: number;
  readonly trustees: { readonly keys: readonly string[]; readonly threshold: number };
}

/** The hash of a definition, 32 bytes, computed here: a server cannot show one definition and name another. */
export function hash(definition: Definition): Uint8Array<ArrayBuffer> {
  const text = canonical(definition as unknown as Json);
  return new Uint8Array(sha256(concat(utf8('urne-definition-v1\n'), utf8(text))));
}
