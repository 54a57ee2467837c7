import { hex, join, Malformed, u32, u8, unbase64, utf8 } from './bytes';
import { canonicalBytes, isObject, parseCanonical, type Json, type JsonObject } from './json';
import { hashOf } from './merkle';
import type { VerifierKey } from './note';

/** Entries (docs/formats/log.md, section 3). */

const ENTRY_BYTES = 65_535;
const DAY = 86_400_000;
const MEMBERS = ['v', 'id', 'stream', 'seq', 'type', 'at', 'by', 'cause', 'meta', 'data', 'key', 'sig'];
const REQUIRED = ['v', 'id', 'type', 'at', 'by', 'cause', 'data', 'key', 'sig'];

export interface Entry {
  readonly id: string;
  readonly stream: string | null;
  readonly seq: number | null;
  readonly type: string;
  readonly context: string;
  readonly at: number;
  readonly by: string;
  readonly cause: string;
  readonly data: Json;
  readonly key: string;
  readonly sig: Uint8Array;
  /** Canonical bytes without the member `sig`. */
  readonly signed: Uint8Array;
}

function isText(value: Json | undefined, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && value >= 0;
}

function require(good: boolean, what: string): asserts good {
  if (!good) {
    throw new Malformed(what);
  }
}

const BY = /^(staff\/[\x21-\x7e]{1,58}|node|clock|booth|home|paper)$/;

/** Reads an entry, or says what is wrong with its form. */
export function parseEntry(bytes: Uint8Array): Entry {
  require(bytes.length <= ENTRY_BYTES, 'too long');
  const json = parseCanonical(bytes);
  require(isObject(json), 'not an object');
  require(Object.keys(json).every((name) => MEMBERS.includes(name)), 'a member that is none of an entry');
  require(REQUIRED.every((name) => name in json), 'a member is missing');
  const { id, stream, seq, type, at, by, cause, meta, data, key, sig } = json;
  require(json.v === 1, 'v');
  require(isText(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/), 'id');
  require((stream === undefined) === (seq === undefined), 'stream and seq');
  require(stream === undefined || (typeof stream === 'string' && isStream(stream)), 'stream');
  require(seq === undefined || isCount(seq), 'seq');
  require(isText(type, /^urne\.[a-z][a-z0-9]{0,30}\.[A-Z][A-Za-z0-9]{0,60}\.v[1-9][0-9]{0,3}$/), 'type');
  require(isCount(at), 'at');
  require(isText(by, BY), 'by');
  require(isText(cause, /^[A-Za-z0-9._:/-]{1,128}$/), 'cause');
  require(meta === undefined || isMeta(meta), 'meta');
  require(isText(key, /^[0-9a-f]{8}$/), 'key');
  require(typeof sig === 'string', 'sig');
  const signature = unbase64(sig);
  require(signature.length === 64, 'sig');
  require(!isByDay(stream) || at % DAY === 0, 'at: not a day');
  const rest: JsonObject = { ...json };
  delete rest.sig;
  return {
    id, type, at, by, cause, key,
    stream: stream ?? null,
    seq: seq ?? null,
    context: type.split('.')[1] ?? '',
    data: data ?? null,
    sig: signature,
    signed: canonicalBytes(rest),
  };
}

function isStream(name: string): boolean {
  const length = utf8(name).length;
  return length >= 1 && length <= 255;
}

function isMeta(meta: Json): boolean {
  return isObject(meta) && Object.keys(meta).length > 0 && Object.values(meta).every((v) => typeof v === 'string');
}

function isByDay(stream: string | undefined): boolean {
  return stream !== undefined && (stream.startsWith('ballot/') || stream.startsWith('register/'));
}

/** The id of the event with a number among the events of a command. */
export function entryId(cause: string, number: number): string {
  const h = hashOf(utf8(cause), u8(0), u32(number)).slice(0, 16);
  h[6] = ((h[6] ?? 0) & 0x0f) | 0x80;
  h[8] = ((h[8] ?? 0) & 0x3f) | 0x80;
  return hex(h).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function isSignedBy(entry: Entry, origin: string, key: VerifierKey): Promise<boolean> {
  const message = join(utf8('urne-entry-v1'), u8(10), utf8(origin), u8(10), entry.signed);
  return key.key.verifies(message, entry.sig);
}
