import { equal, hex, join, Malformed, text, u8, unbase64, utf8 } from './bytes';
import { Ed25519Key } from './ed25519';
import { hashOf } from './merkle';

/** Verifier keys, signed notes and checkpoints (docs/formats/log.md, sections 5 and 7). */

const NOTE_BYTES = 65_535;
const SIGNATURES = 64;
const ORIGIN = /^[\x21-\x2a\x2c-\x7e]{1,200}$/;

export interface VerifierKey {
  readonly name: string;
  /** 8 hex digits. */
  readonly id: string;
  readonly key: Ed25519Key;
  readonly string: string;
}

export interface Checkpoint {
  readonly origin: string;
  /** Exact up to 2^53: no log that a browser can read is larger. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

export function keyId(name: string, key: Uint8Array): Uint8Array {
  return hashOf(utf8(name), u8(10), u8(1), key).slice(0, 4);
}

export function isOrigin(name: string): boolean {
  return ORIGIN.test(name) && !name.startsWith('urne-');
}

/** Reads `name+hex(key id)+base64(01 ‖ public key)`. */
export function parseKey(string: string): VerifierKey {
  const found = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(string);
  const [name, id, key] = [found?.[1], found?.[2], found?.[3]];
  if (name === undefined || id === undefined || key === undefined || !ORIGIN.test(name)) {
    throw new Malformed('not a verifier key');
  }
  const bytes = unbase64(key);
  if (bytes.length !== 33 || bytes[0] !== 1 || hex(keyId(name, bytes.slice(1))) !== id) {
    throw new Malformed('not a verifier key');
  }
  return { name, id, key: new Ed25519Key(bytes.slice(1)), string };
}

interface Note {
  readonly text: string;
  readonly signatures: { name: string; bytes: Uint8Array }[];
}

function parseNote(note: string): Note {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || utf8(note).length > NOTE_BYTES || !note.endsWith('\n')) {
    throw new Malformed('not a signed note');
  }
  const lines = note.slice(split + 2, -1).split('\n');
  const signatures = lines.map((line) => {
    const found = /^— (\S+) (\S+)$/u.exec(line);
    const [name, signature] = [found?.[1], found?.[2]];
    if (name === undefined || signature === undefined || name.includes('+')) {
      throw new Malformed('not a line of a signature');
    }
    return { name, bytes: unbase64(signature) };
  });
  return { text: note.slice(0, split + 1), signatures };
}

/** Reads a checkpoint without its signature: three lines. */
export function parseCheckpoint(note: string): Checkpoint {
  const lines = parseNote(note).text.split('\n');
  const [origin, size, root] = [lines[0] ?? '', lines[1] ?? '', lines[2] ?? ''];
  if (lines.length !== 4 || !ORIGIN.test(origin) || !/^(0|[1-9][0-9]*)$/.test(size)) {
    throw new Malformed('not a checkpoint');
  }
  const hash = unbase64(root);
  if (hash.length !== 32 || BigInt(size) >= (1n << 63n)) {
    throw new Malformed('not a checkpoint');
  }
  return { origin, size: Number(size), root: hash, note };
}

/** Whether a note has a good signature of a key, and none of that key that is bad. */
async function isSigned(note: Note, by: VerifierKey): Promise<boolean> {
  const id = keyId(by.name, by.key.bytes);
  let good = false;
  for (const { name, bytes } of note.signatures.slice(0, SIGNATURES)) {
    if (name === by.name && equal(bytes.slice(0, 4), id)) {
      if (!(await by.key.verifies(utf8(note.text), bytes.slice(4)))) {
        return false;
      }
      good = true;
    }
  }
  return good;
}

/** Reads a checkpoint that a log has signed. */
export async function openCheckpoint(bytes: Uint8Array, by: VerifierKey): Promise<Checkpoint> {
  const note = text(bytes);
  const checkpoint = parseCheckpoint(note);
  if (checkpoint.origin !== by.name) {
    throw new Malformed('the checkpoint of another log');
  }
  if (!(await isSigned(parseNote(note), by))) {
    throw new Malformed('the log has not signed the checkpoint');
  }
  return checkpoint;
}

export function sameCheckpoint(one: Checkpoint, other: Checkpoint): boolean {
  return one.size === other.size && one.origin === other.origin && equal(join(one.root), other.root);
}
