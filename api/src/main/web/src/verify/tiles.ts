import { Malformed } from './bytes';

/** Names and sizes of tiles and entry bundles (docs/formats/log.md, section 8). */

export const WIDTH = 256;

function number(n: number): string {
  const digits = String(n);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  return groups.map((group, i) => (i === groups.length - 1 ? group : `x${group}`)).join('/');
}

/** The name below `tile/` of a tile or bundle with so many of 256 places filled. */
export function tileName(level: number | 'entries', n: number, width: number): string {
  return `tile/${level}/${number(n)}${width === WIDTH ? '' : `.p/${width}`}`;
}

/** The name of a file of entries in the evidence of one poll. */
export function extractName(n: number): string {
  return `entries/${number(n)}`;
}

export interface Tile {
  readonly name: string;
  readonly level: number;
  readonly n: number;
  readonly width: number;
}

/** How many bundles or tiles hold so many things, and how wide each is. */
export function widths(things: number): number[] {
  const full = Math.floor(things / WIDTH);
  const rest = things % WIDTH;
  return [...Array<number>(full).fill(WIDTH), ...(rest > 0 ? [rest] : [])];
}

/** The hash tiles of a tree. */
export function tilesOf(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, things = size; things > 0; level++, things = Math.floor(things / WIDTH)) {
    widths(things).forEach((width, n) => tiles.push({ name: tileName(level, n, width), level, n, width }));
  }
  return tiles;
}

/** Splits a bundle into its entries, of which it must have so many; of more the first ones. */
export function splitBundle(bytes: Uint8Array, width: number, exact: boolean): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length && (exact || entries.length < width)) {
    const end = at + 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (at + 2 > bytes.length || end > bytes.length) {
      throw new Malformed('ends within an entry');
    }
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length !== width) {
    throw new Malformed(`has ${entries.length} entries instead of ${width}`);
  }
  return entries;
}
