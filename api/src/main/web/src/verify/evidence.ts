import { unzipSync } from 'fflate';
import { said, type Said } from './findings';
import { text } from './bytes';

/** Where evidence is read from (docs/formats/evidence.md): an archive, or a site. */
export interface Evidence {
  /** Names of all files; nothing where it cannot be told, as on a site. */
  readonly names: readonly string[] | null;
  read(name: string): Promise<Uint8Array | null>;
}

/** What cannot be read, so that nothing can be said of it. */
export class Unreadable extends Error {
  constructor(readonly said: Said) {
    super(said.key);
  }
}

const ARCHIVE_BYTES = 512 * 1024 * 1024;
const ARCHIVE_FILES = 200_000;

/** The files of a zip archive. Bounds stand before anything is unpacked. */
export function archive(bytes: Uint8Array): Evidence {
  const names: string[] = [];
  let total = 0;
  let files: { [name: string]: Uint8Array };
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        names.push(file.name);
        total += file.originalSize;
        if (total > ARCHIVE_BYTES || names.length > ARCHIVE_FILES) {
          throw new Unreadable(said('tooLarge'));
        }
        return true;
      },
    });
  } catch (e) {
    throw e instanceof Unreadable ? e : new Unreadable(said('noZip'));
  }
  const read = new Map(Object.entries(files));
  return { names, read: (name) => Promise.resolve(read.get(name) ?? null) };
}

async function get(address: string): Promise<Uint8Array | null> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'omit' });
  } catch {
    throw new Unreadable(said('noSite', address));
  }
  if (response.ok) {
    return new Uint8Array(await response.arrayBuffer());
  }
  if (response.status === 404) {
    return null;
  }
  throw new Unreadable(said('noSite', `${address}: ${response.status}`));
}

/** The files below the address of a log. A site may have dropped a partial tile that it has filled since. */
export function site(base: string): Evidence {
  return {
    names: null,
    async read(name) {
      const found = await get(base + name);
      const partial = /^(tile\/(\d+|entries)\/.+)\.p\/(\d+)$/.exec(name);
      if (found !== null || partial === null) {
        return found;
      }
      const [, full = '', level, width] = partial;
      const wide = await get(base + full);
      return wide === null || level === 'entries' ? wide : wide.slice(0, 32 * Number(width));
    },
  };
}

/** An archive that a site offers. */
export async function archiveAt(address: string): Promise<Evidence> {
  const bytes = await get(address);
  if (bytes === null) {
    throw new Unreadable(said('noEvidence', address));
  }
  return archive(bytes);
}

export async function readNeeded(evidence: Evidence, name: string): Promise<Uint8Array> {
  const bytes = await evidence.read(name);
  if (bytes === null) {
    throw new Unreadable(said('noEvidence', name));
  }
  return bytes;
}

/** The lines of a file that ends with a newline. */
export function lines(bytes: Uint8Array): string[] | null {
  const all = text(bytes);
  return all.endsWith('\n') ? all.slice(0, -1).split('\n') : null;
}

/** The indexes of the entries of an extract: runs, ascending, no two of which touch. */
export function parseIndexes(bytes: Uint8Array, size: number): number[] | null {
  const indexes: number[] = [];
  let last = -2;
  for (const line of lines(bytes) ?? ['']) {
    const found = /^(0|[1-9][0-9]*)(?:-([1-9][0-9]*))?$/.exec(line);
    const from = Number(found?.[1] ?? 'NaN');
    const to = found?.[2] === undefined ? from : Number(found[2]);
    const good = from > last + 1 && to < size && (found?.[2] === undefined || to > from);
    if (!good || indexes.length + to - from >= 4_194_304) {
      return null;
    }
    for (let i = from; i <= to; i++) {
      indexes.push(i);
    }
    last = to;
  }
  return indexes;
}

