import { Malformed, text } from './bytes';
import { WIDTH, extractName } from './tiles';

/** Evidence of one poll (docs/formats/evidence.md). */

const ENTRIES = 4_194_304;

/** Reads the file `indexes`: runs without gap, ascending. */
export function parseIndexes(bytes: Uint8Array, size: number): number[] {
  const indexes: number[] = [];
  const lines = text(bytes).split('\n');
  if (lines.pop() !== '') {
    throw new Malformed('indexes');
  }
  for (const line of lines) {
    const found = /^(0|[1-9][0-9]{0,15})(?:-([1-9][0-9]{0,15}))?$/.exec(line);
    const from = Number(found?.[1]);
    const to = found?.[2] === undefined ? from : Number(found[2]);
    const before = indexes[indexes.length - 1] ?? -2;
    const good = found !== null && from > before + 1 && (found[2] === undefined || to > from) && to < size;
    if (!good || indexes.length + to - from >= ENTRIES) {
      throw new Malformed('indexes');
    }
    for (let i = from; i <= to; i++) {
      indexes.push(i);
    }
  }
  return indexes;
}

/** The names of all files of an extract with so many entries. */
export function extractNames(entries: number): string[] {
  const bundles = Array.from({ length: Math.ceil(entries / WIDTH) }, (_, n) => extractName(n));
  return ['checkpoint', ...bundles, 'indexes', 'poll', 'proof', 'vkey'];
}
