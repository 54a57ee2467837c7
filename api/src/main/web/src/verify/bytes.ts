/** Byte strings as docs/formats/log.md writes them. */

const TEXT = new TextEncoder();
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What evidence says that no evidence can say: a sentence's key and what stands in it. */
export class Malformed extends Error {}

export function utf8(text: string): Uint8Array {
  return TEXT.encode(text);
}

/** Reads UTF-8, strictly. */
export function text(bytes: Uint8Array): string {
  try {
    return STRICT.decode(bytes);
  } catch {
    throw new Malformed('not UTF-8');
  }
}

export function join(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

export function hex(bytes: Uint8Array): string {
  let all = '';
  for (const byte of bytes) {
    all += byte.toString(16).padStart(2, '0');
  }
  return all;
}

/** Reads lower-case hex of so many bytes. */
export function unhex(digits: string, length: number): Uint8Array {
  if (!/^[0-9a-f]*$/.test(digits) || digits.length !== 2 * length) {
    throw new Malformed(`not hex of ${length} bytes`);
  }
  return Uint8Array.from({ length }, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

export function base64(bytes: Uint8Array): string {
  let all = '';
  for (const byte of bytes) {
    all += String.fromCharCode(byte);
  }
  return btoa(all);
}

/** Reads RFC 4648 section 4 with padding: no other characters, unused bits zero. */
export function unbase64(digits: string): Uint8Array {
  if (!BASE64.test(digits)) {
    throw new Malformed('not base64');
  }
  const bytes = Uint8Array.from(atob(digits), (c) => c.charCodeAt(0));
  if (base64(bytes) !== digits) {
    throw new Malformed('base64 with unused bits');
  }
  return bytes;
}

export function u8(value: number): Uint8Array {
  return Uint8Array.of(value);
}

export function u16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value & 0xff);
}

export function u32(value: number): Uint8Array {
  return Uint8Array.of((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

/** Compares by the bytes, as unsigned numbers. */
export function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return one.length - other.length;
}
