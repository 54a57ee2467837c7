import { unzipSync } from 'fflate';
import { splitBundle, tileName, WIDTH } from './tiles';
import type { SentenceKey } from './words';

/** What is to be verified cannot be read: a sentence says why. */
export class Unreadable extends Error {
  readonly values: readonly (string | number)[];

  constructor(readonly key: SentenceKey, ...values: (string | number)[]) {
    super(key);
    this.values = values;
  }
}

/** Evidence, wherever it lies (docs/formats/evidence.md). */
export interface Evidence {
  /** Names of all files, where they are known. */
  readonly names: readonly string[] | null;
  read(name: string): Promise<Uint8Array | null>;
}

/** The log of this site. */
export class SiteEvidence implements Evidence {
  readonly names = null;

  constructor(private readonly base: string) {}

  async read(name: string): Promise<Uint8Array | null> {
    const response = await fetch(this.base + name, { cache: name.startsWith('tile/') ? 'default' : 'no-store' }).catch(
      () => null,
    );
    if (response === null || (response.status !== 404 && !response.ok)) {
      throw new Unreadable('noSite', response?.status ?? '–');
    }
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  }
}

const FILE_BYTES = 64 * 1024 * 1024;
const ALL_BYTES = 768 * 1024 * 1024;

/** An evidence archive. Its bounds hold whatever the archive claims. */
export class ZipEvidence implements Evidence {
  readonly names: string[] = [];
  private readonly files: { [name: string]: Uint8Array };

  constructor(bytes: Uint8Array) {
    let all = 0;
    try {
      this.files = unzipSync(bytes, {
        filter: (file) => {
          this.names.push(file.name);
          all += file.originalSize;
          if (file.originalSize > FILE_BYTES || all > ALL_BYTES) {
            throw new Unreadable('tooLarge');
          }
          return true;
        },
      });
    } catch (e) {
      throw e instanceof Unreadable ? e : new Unreadable('noZip');
    }
  }

  read(name: string): Promise<Uint8Array | null> {
    return Promise.resolve(Object.prototype.hasOwnProperty.call(this.files, name) ? (this.files[name] ?? null) : null);
  }
}

export async function readNeeded(evidence: Evidence, name: string): Promise<Uint8Array> {
  const bytes = await evidence.read(name);
  if (bytes === null) {
    throw new Unreadable('noEvidence', name);
  }
  return bytes;
}

/** A tile or bundle; a site may have filled a partial one meanwhile. */
async function readPart(evidence: Evidence, level: number | 'entries', n: number, width: number) {
  const name = tileName(level, n, width);
  const bytes = await evidence.read(name);
  if (bytes !== null || evidence.names !== null || width === WIDTH) {
    return { name, bytes, cut: false };
  }
  return { name, bytes: await evidence.read(tileName(level, n, WIDTH)), cut: true };
}

/** The entries of a bundle, or nothing if it is missing; throws what is malformed. */
export async function readBundle(evidence: Evidence, n: number, width: number): Promise<Uint8Array[] | null> {
  const { bytes, cut } = await readPart(evidence, 'entries', n, width);
  return bytes === null ? null : splitBundle(bytes, width, !cut);
}

/** The bytes of a hash tile, or nothing if it is missing. */
export async function readTile(evidence: Evidence, level: number, n: number, width: number): Promise<Uint8Array | null> {
  const { bytes, cut } = await readPart(evidence, level, n, width);
  return bytes !== null && cut ? bytes.subarray(0, 32 * width) : bytes;
}
