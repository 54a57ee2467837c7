import type { SentenceKey } from './words';

/** What a finding is about, in the order of docs/formats/evidence.md. */
export type Check =
  | 'files' | 'checkpoint' | 'entries' | 'signatures' | 'tree' | 'keys'
  | 'polls' | 'ballots' | 'seals' | 'opening' | 'recount' | 'receipt';

/** A sentence in every language: its key and what stands in it. */
export interface Said {
  readonly key: SentenceKey;
  readonly values: readonly (string | number)[];
}

/** What is wrong, and where: the index of an entry or the name of a file. */
export interface Finding extends Said {
  readonly check: Check;
  readonly place: number | string;
}

const KEPT = 500;

/** Collects findings. The first ones are kept, all are counted: one wrong byte can be found at every entry. */
export class Findings {
  readonly kept: Finding[] = [];
  count = 0;

  add(check: Check, place: number | string, key: SentenceKey, ...values: (string | number)[]): void {
    this.count++;
    if (this.kept.length < KEPT) {
      this.kept.push({ check, place, key, values: values.map((v) => (typeof v === 'string' ? v.slice(0, 200) : v)) });
    }
  }
}

export function said(key: SentenceKey, ...values: (string | number)[]): Said {
  return { key, values };
}
